"""Which entry each citation means: the verdict, the entry, and in what the two differ."""

import pytest

from citecheck.extract.author_date import find
from citecheck.extract.body import Body
from citecheck.extract.entry import read_entry, reference
from citecheck.match.linking import link
from citecheck.model.document import Document
from citecheck.model.reference import ReferenceId
from citecheck.model.span import Span

LIST = """
Adams, John. 2014. Oars. Boston: Row.
Adams, Sarah. 2014. Sails. Salem: Wind.
Axelrod, Robert. 1984. The Evolution of Cooperation. New York: Basic Books.
Crane, Ada, and Ben Dove. 2012. Flocks. Birds 3 (2): 110–133.
Crane, Ada, Cem Egret, and Dee Finch. 2012. Swarms. Birds 4: 1–9.
Freud, Sigmund. [1900] 1953. The Interpretation of Dreams. London: Hogarth.
Lark, E. 2001. Larks. Oslo: Wing.
Lark, E. et al. 2001. More Larks. Oslo: Wing.
Ostrom, Elinor. 1990. Governing the Commons. Cambridge: Cambridge University Press.
Ostrom, Elinor. 2005. Understanding Institutional Diversity. Princeton: Princeton University Press.
World Health Organization (WHO). 2020. Clean Hands. Geneva: WHO.
Wren, Jo. 2013a. Nests. Bath: Twig.
Wren, Jo. 2013b. Eggs. Bath: Twig.
"""

ROWS = [
    ("(Axelrod, 1984)", [("one", "Axelrod 1984", "")], "name and year"),
    ("(Crane and Dove, 2012)", [("one", "Crane 2012", "")], "co-authors tell two works apart"),
    ("(Crane et al., 2012)", [("one", "Crane 2012", "")], "et al. prefers three"),
    ("(Lark, 2001)", [("one", "Lark 2001", "")], "one author, and et al. in another entry"),
    ("(Lark et al., 2001)", [("one", "Lark 2001", "")], "et al. is what the entry has too"),
    ("(S. Adams, 2014)", [("one", "Adams 2014", "")], "initials"),
    ("(Adams, 2014)", [("several", "Adams 2014|Adams 2014", "")], "two persons"),
    ("(Wren, 2013)", [("several", "Wren 2013a|Wren 2013b", "")], "two letters"),
    ("(Wren, 2013b)", [("one", "Wren 2013b", "")], "one letter"),
    ("(WHO, 2020)", [("one", "World Health Organization 2020", "")], "an acronym"),
    ("(Freud, 1900)", [("one", "Freud 1953", "")], "the year of the first edition"),
    ("(Freud, [1900] 1953)", [("one", "Freud 1953", "")], "both years"),
    ("(Axelrod, [1984] 2006)", [("one", "Axelrod 1984", "")], "a reprint of which the list has the first edition"),
    ("(Axelrud, 1984)", [("near", "Axelrod 1984", "spelling")], "a slip in the name"),
    ("(Axelrod, 1985)", [("near", "Axelrod 1984", "year")], "a slip in the year"),
    ("(Axelrod and Hamilton, 1984)", [("near", "Axelrod 1984", "author-added")], "a name too many"),
    ("(Dove and Crane, 2012)", [("near", "Crane 2012", "author-order")], "the other way round"),
    ("(Axelrod et al., 1984)", [("near", "Axelrod 1984", "et-al")], "et al. for one author"),
    ("(Wren, 2013c)", [("near", "Wren 2013a", "suffix")], "a letter that is not listed"),
    ("(Popper, 1934)", [("none", "", "")], "nothing like it"),
    (
        "(Ostrom, 1990, 2005; Ostrom, 1965)",
        [("one", "Ostrom 1990", ""), ("one", "Ostrom 2005", ""), ("none", "", "")],
        "another year where all entries of the name are cited",
    ),
    (
        "(Axelrod, 1984) (ibid.: p. 3)",
        [("one", "Axelrod 1984", ""), ("one", "Axelrod 1984", "")],
        "an ibid. is the work before it",
    ),
    (
        "(Axelrod, 1984) (Ostrom, 1990) Axelrod (ibid.)",
        [("one", "Axelrod 1984", ""), ("one", "Ostrom 1990", ""), ("one", "Axelrod 1984", "")],
        "an ibid. with a name is the last work of that name",
    ),
    ("(ibid.)", [("none", "", "")], "an ibid. with nothing before it"),
]


def references():
    lines = [line for line in LIST.splitlines() if line]
    return tuple(
        reference(read_entry(line), id=ReferenceId(f"r{number}"), span=Span(0, len(line)), text=line)
        for number, line in enumerate(lines, start=1)
    )


def linked(text):
    entries = references()
    document = Document("a.txt", "text", text, (), ())
    matches = link(find(Body(document, (Span(0, len(text)),), entries)), entries)
    shown = {entry.id: f"{entry.cited_as[0].shown} {entry.year.shown}" for entry in entries}
    return matches, [
        (
            match.verdict.value,
            "|".join(shown[key] for key in match.references),
            "|".join(difference.kind.value for difference in match.differences),
        )
        for match in matches
    ]


@pytest.mark.parametrize(("text", "expected", "why"), ROWS)
def test_what_a_citation_means(text, expected, why):
    assert linked(text)[1] == expected, why


def test_the_more_differs_the_less_sure_is_the_link():
    sure, less, least = (linked(text)[0][0].confidence for text in ("(Axelrod, 1984)", "(Axelrod, 1985)", "(ibid.)"))
    assert 1 >= sure > less > least > 0


def test_a_missing_work_names_what_comes_nearest():
    [*_, missing] = linked("(Ostrom, 1990, 2005; Ostrom, 1965)")[0]
    assert missing.nearest == ("r9", "r10")


def test_an_entry_cited_by_nobody_else_draws_a_doubtful_year():
    assert linked("(Ostrom, 1965)")[1] == [("near", "Ostrom 1990", "year")]


def test_every_difference_shows_in_the_text():
    for text, _, _ in ROWS:
        for match in linked(text)[0]:
            for difference in match.differences:
                assert difference.span.of(text).strip()


def test_the_same_articles_give_the_same_matches():
    text = " ".join(row[0] for row in ROWS)
    assert linked(text) == linked(text)
