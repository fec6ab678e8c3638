"""Citations that repeat one before them."""

import pytest

from citecheck.extract.author_date import find
from citecheck.extract.body import Body
from citecheck.model.citation import CitationKind
from citecheck.model.document import Block, BlockKind
from citecheck.model.span import Span
from citecheck.model.value import replace

LIST = """
Axelrod, Robert. 1984. The Evolution of Cooperation. New York: Basic Books.
Crane, Ada, and Ben Dove. 2012. Flocks. Birds 3 (2): 110–133.
"""

READ = [
    ("(ibid.)", [("ibid.", "", None)], "alone"),
    ("(Ibid.)", [("Ibid.", "", None)], "with a capital"),
    ("(ibid)", [("ibid", "", None)], "without its period"),
    ("(ibid.: p. 16)", [("ibid.", "", "p. 16")], "a page behind a colon"),
    ("(ibid., p. 16)", [("ibid.", "", "p. 16")], "a page behind a comma"),
    ("(ibid., pp. 16–18)", [("ibid.", "", "pp. 16–18")], "pages"),
    ("(ibid. 16)", [("ibid.", "", None)], "a bare number"),
    ("(see ibid.)", [("ibid.", "", None)], "behind a word of introduction"),
    ("(see also ibid.: 3)", [("ibid.", "", "3")], "behind two of them"),
    ("[ibid., p. 3]", [("ibid.", "", "p. 3")], "in square brackets"),
    ("(ebd.: 3)", [("ebd.", "", "3")], "German"),
    ("(ivi, p. 7)", [("ivi", "", "p. 7")], "Italian, a word of three letters"),
    ("(там же, с. 3)", [("там же", "", "с. 3")], "Russian"),
    ("(loc. cit.)", [("loc. cit.", "", None)], "loc. cit."),
    ("(Axelrod, op. cit., p. 3)", [("Axelrod, op. cit.", "Axelrod", "p. 3")], "a name and op. cit."),
    ("ibid., p. 9, and", [("ibid.", "", "p. 9")], "in a sentence, with a page"),
    ("Axelrod (ibid.: p. 3) says so", [("Axelrod (ibid.: p. 3)", "Axelrod", "p. 3")], "a name before the bracket"),
    ("Crane and Dove (ibid.) say so", [("Crane and Dove (ibid.)", "Crane|Dove", None)], "two names before it"),
]

NONE = [
    ("ibid. outside any bracket", "no bracket"),
    ("(forbidden) and (bid)", "inside other words"),
    ("(ID 5)", "an identity card"),
    ("(the word ibid. means the same)", "spoken of"),
]


def ibids(body_of, text):
    found = [citation for citation in find(body_of(text, LIST)) if citation.kind is CitationKind.IBID]
    return [
        (
            one.span.of(text),
            "|".join(name.text for name in one.authors),
            one.locator.text if one.locator else None,
        )
        for one in found
    ]


@pytest.mark.parametrize(("text", "expected", "why"), READ)
def test_an_ibid_is_read(body_of, text, expected, why):
    assert ibids(body_of, f"It is so (Axelrod, 1984). And so {text} it is.") == expected, why


@pytest.mark.parametrize(("text", "why"), NONE)
def test_what_is_no_ibid(body_of, text, why):
    assert ibids(body_of, f"It is so (Axelrod, 1984). And so: {text} it is.") == [], why


def test_ibids_and_citations_stand_in_text_order(body_of):
    text = "(Axelrod, 1984) (ibid.) (Crane and Dove, 2012; ibid.: p. 111) (ibid.)"
    found = find(body_of(text, LIST))
    assert [one.kind.value[:2] for one in found] == ["pa", "ib", "pa", "ib", "ib"]
    assert [one.span.start for one in found] == sorted(one.span.start for one in found)


def test_an_ibid_that_opens_a_note_repeats_the_note_before(body_of):
    text = "It is so (Axelrod, 1984).\n\n1 See Crane and Dove (2012: p. 112).\n\n2 Ibid., p. 113.\n\n3 *Ibid*."
    starts = [text.index(note) for note in ("1 See", "2 Ibid", "3 *Ibid")]
    notes = [
        Block(BlockKind.NOTE, Span(at + 2, text.find("\n", at) if "\n" in text[at:] else len(text))) for at in starts
    ]
    body = body_of(text, LIST)
    noted = Body(replace(body.document, blocks=tuple(notes)), body.spans, body.references)
    assert [citation.span.of(text) for citation in find(noted) if citation.kind is CitationKind.IBID] == [
        "Ibid.",
        "Ibid",
    ]


def test_the_first_note_repeats_nothing(body_of):
    body = body_of("It is so (Axelrod, 1984).\n\nIbid.", LIST)
    noted = Body(replace(body.document, blocks=(Block(BlockKind.NOTE, Span(27, 32)),)), body.spans, body.references)
    assert [citation.kind for citation in find(noted)] == [CitationKind.PARENTHETICAL]
