"""Whether a misspelling is the citation's or the entry's, and et al. for one person."""

import pytest

from citecheck.extract.author_date import find
from citecheck.extract.body import Body
from citecheck.extract.entry import read_entry, reference
from citecheck.match.linking import link
from citecheck.model.document import Document
from citecheck.model.match import DifferenceKind
from citecheck.model.reference import ReferenceId
from citecheck.model.span import Span

#: The list, the text, whether the entry errs, and why.
ROWS = [
    (
        "Thornpson, Ada. 1984. Oars.",
        "(Thompson, 1984) (Thompson, 1984)",
        True,
        "two citations agree; rn is unusual",
    ),
    (
        "Thompson, Ada. 1984. Oars.",
        "(Thornpson, 1984) (Thornpson, 1984)",
        False,
        "the citations are unlikely",
    ),
    ("Thompson, Ada. 1984. Oars.", "(Thmpson, 1984)", False, "one citation against a likely name"),
    ("FrankI, Bo. 1967. Sails.", "(Frankl, 1967)", True, "a capital I inside a name is read for l"),
    (
        "Crne, Ada. 1984. Oars.\nCrane, Ada. 1990. Sails.",
        "(Crane, 1984; Crane, 1990)",
        True,
        "another entry has the name as it is cited",
    ),
    ("Hherron, Ada. 1984. Oars.", "(Herron, 1984)", True, "no name begins with a doubled letter"),
    (
        "Cole, Bo. 1984. Oars.\nCowan, Cy. 1990. Ropes.\nCrane, Di. 1991. Masts.\nCross, Ed. 1992. Keels.\nDean, Fy.",
        "(Carne, 1991)",
        False,
        "the entry stands where the alphabet puts it",
    ),
    (
        "Cole, Bo. 1984. Oars.\nCowan, Cy. 1990. Ropes.\nCarne, Di. 1991. Masts.\nCross, Ed. 1992. Keels.\nDean, Fy.",
        "(Crane, 1991)",
        True,
        "only the cited spelling would stand there",
    ),
]


def read(listed, text):
    entries = tuple(
        reference(read_entry(line), id=ReferenceId(f"r{number}"), span=Span(0, len(line)), text=line)
        for number, line in enumerate(listed.splitlines(), start=1)
    )
    citations = find(Body(Document("a.txt", "text", text, (), ()), (Span(0, len(text)),), entries))
    return entries, citations, link(citations, entries)


@pytest.mark.parametrize(("listed", "text", "errs", "why"), ROWS, ids=[row[3] for row in ROWS])
def test_one_side_is_to_blame(listed, text, errs, why):
    _, _, matches = read(listed, text)
    slips = [d for match in matches for d in match.differences]
    assert slips
    assert {d.list_errs for d in slips if d.kind is DifferenceKind.SPELLING} == {errs}, why


PAIRS = """Crane, Ada, and Ben Dove. 2012. Flocks.
Egret, Cem, and Dee Finch. 2013. Swarms.
Gull, Eve, and Fay Hawk. 2014. Kites."""


@pytest.mark.parametrize(
    ("text", "flagged", "why"),
    [
        (
            "(Crane and Dove, 2012) (Egret and Finch, 2013) (Egret and Finch, 2013) (Gull et al., 2014)",
            1,
            "a single slip",
        ),
        ("(Crane et al., 2012) (Egret et al., 2013) (Gull and Hawk, 2014)", 0, "a practice of the article"),
        ("(Crane and Dove, 2012) (Gull et al., 2014)", 0, "too few to see a habit"),
    ],
)
def test_et_al_for_one_person_is_a_slip_against_the_habit(text, flagged, why):
    _, _, matches = read(PAIRS, text)
    found = [d for match in matches for d in match.differences if d.kind is DifferenceKind.ET_AL]
    assert len(found) == flagged, why
