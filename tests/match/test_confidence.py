"""How sure a fault is: a probability, lower where more speaks against it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.extract.author_date import find
from citecheck.extract.body import Body
from citecheck.extract.entry import read_entry, reference
from citecheck.extract.lexicon import Lexicon
from citecheck.match.confidence import of_duplicate, of_orphan, with_confidence
from citecheck.match.evidence import Evidence, kinds_of
from citecheck.match.linking import link
from citecheck.model.document import Document
from citecheck.model.match import Difference, DifferenceKind, Match, Verdict
from citecheck.model.reference import ReferenceId
from citecheck.model.span import Span
from citecheck.model.value import replace

LINES = (
    "Axelrod, Robert. 1984. The Evolution of Cooperation. New York: Basic Books.",
    "Crane, Ada, and Ben Dove. 2012. Flocks. Birds 3 (2): 110–133.",
    "Ostrom, Elinor. 1990. Governing the Commons. Cambridge: Cambridge University Press.",
    "Wren, Jo. 2013a. Nests. Bath: Twig.",
    "Wren, Jo. 2013b. Eggs. Bath: Twig.",
)
ENTRIES = tuple(
    reference(read_entry(line), id=ReferenceId(f"r{number}"), span=Span(0, len(line)), text=line)
    for number, line in enumerate(LINES, start=1)
)
KINDS = tuple(DifferenceKind)


def linked(text):
    document = Document("a.txt", "text", text, (), ())
    citations = find(Body(document, (Span(0, len(text)),), ENTRIES))
    return tuple(zip(citations, link(citations, ENTRIES), strict=True))


def with_differences(kinds):
    """The confidence of one citation said to differ from its entry in these ways."""
    citation = linked("(Axelrod, 1984)")[0][0]
    differences = tuple(Difference(kind, "Axelrud", "Axelrod", citation.span) for kind in kinds)
    match = Match(citation.id, Verdict.NEAR, (ENTRIES[0].id,), differences)
    by_id = {entry.id: entry for entry in ENTRIES}
    return with_confidence([(citation, match)], by_id, Lexicon(ENTRIES), {})[0].confidence


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("(Axelrod, 1984)", ()),
        ("(Axelrud, 1984)", ("spelling",)),
        ("(Axelrod, 1985)", ("year",)),
        ("(Axelrod and Hamilton, 1984)", ("author-added",)),
        ("(Wren, 2013)", ("several",)),
        ("(Popper, 1934)", ("missing",)),
    ],
)
def test_a_fault_is_called_by_its_kind_and_its_confidence_is_a_probability(text, kinds):
    ((_, match),) = linked(text)
    assert kinds_of(match) == kinds
    assert 0 < match.confidence < 1


@given(st.lists(st.sampled_from(KINDS), min_size=1, max_size=4, unique=True), st.sampled_from(KINDS))
def test_one_more_difference_never_makes_surer(kinds, more):
    assert with_differences([*kinds, more]) <= with_differences(kinds)


def test_doubt_whether_it_is_a_citation_at_all_lowers_confidence():
    ((citation, match),) = linked("(Popper, 1934)")
    by_id = {entry.id: entry for entry in ENTRIES}
    doubtful = replace(citation, doubt=0.5)
    (less,) = with_confidence([(doubtful, match)], by_id, Lexicon(ENTRIES), {})
    assert less.confidence == pytest.approx(match.confidence / 2, abs=0.01)


def test_an_agreeing_citation_keeps_the_confidence_of_its_link():
    ((citation, match),) = linked("(Ostrom, 1990)")
    (same,) = with_confidence([(citation, match)], {}, Lexicon(ENTRIES), {})
    assert same.confidence == match.confidence > 0.9


@pytest.mark.parametrize(
    ("text", "kind", "piece", "value", "why"),
    [
        ("(Axelrod, 1985)", "year", "year-far", 0, "off by one is a slip"),
        ("(Axelrod, 1986)", "year", "year-far", 1, "off by two is hardly one"),
        ("(Axelrud, 1984) (Axelrod, 1984)", "spelling", "listed-is-cited", 1, "the listed spelling is used elsewhere"),
        ("(Axelrud, 1984)", "spelling", "listed-is-cited", 0, "and here it is not"),
        ("(Axelrud, 1984)", "spelling", "uncited", 1, "nothing else cites the entry"),
        ("(Axelrud, 1984) (Axelrod, 1984)", "spelling", "uncited", 0, "something does"),
        ("(Wren, 2013)", "several", "lettered", 1, "both years have letters"),
        ("(Dove, 2012)", "author-order", "order-of-some", 1, "a co-author alone"),
        ("(Dove and Crane, 2012)", "author-order", "order-of-some", 0, "both, the other way round"),
        ("(Crane et al., 2012) (Axelrod et al., 1984)", "et-al", "et-al-of-two", 0, "one author"),
        ("(Ostrom, 1990) (Ostrom, 1875)", "missing", "known-name", 1, "the name is in the list"),
        ("(OUP, 1890)", "missing", "capitals", 1, "perhaps no name"),
    ],
)
def test_evidence_is_what_it_says(text, kind, piece, value, why):
    pairs = linked(text)
    evidence = Evidence(pairs, {entry.id: entry for entry in ENTRIES}, Lexicon(ENTRIES), {})
    (found,) = [evidence.of(*pair, kind) for pair in pairs if kind in kinds_of(pair[1])]
    assert found[kind] == 1
    assert found[piece] == value, why


def test_what_is_said_of_entries_has_the_share_that_was_right():
    assert 0.5 < of_orphan() < 1
    assert 0.5 < of_duplicate() < 1
