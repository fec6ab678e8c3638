"""Et al. for a work of two authors."""

import pytest

from citecheck.extract.author_date import find
from citecheck.extract.body import Body
from citecheck.extract.entry import read_entry, reference
from citecheck.match.linking import link
from citecheck.model.document import Document
from citecheck.model.reference import ReferenceId
from citecheck.model.span import Span

LIST = """
Crane, Ada, and Ben Dove. 2012. Flocks. Birds 3 (2): 110–133.
Egret, Cem, and Dee Finch. 2013. Swarms. Birds 4: 1–9.
Gull, Eve, and Fay Heron. 2014. Shoals. Birds 5: 1–9.
Ibis, Jo, and Kit Lark. 2015. Herds. Birds 6: 1–9.
"""

ROWS = [
    ("(Crane et al., 2012)", [], "nothing to compare it with"),
    ("(Crane and Dove, 2012) (Crane et al., 2012)", ["Crane"], "the very pair in full elsewhere"),
    (
        "(Egret and Finch, 2013) (Gull and Heron, 2014) (Ibis and Lark, 2015) (Crane et al., 2012)",
        ["Crane"],
        "other pairs in full",
    ),
    ("(Egret and Finch, 2013) (Crane et al., 2012)", [], "one other pair is no habit"),
    ("(Egret and Finch, 2013) (Egret et al., 2013) (Crane et al., 2012)", [], "et al. twice is a practice"),
]


@pytest.mark.parametrize(("text", "flagged", "why"), ROWS, ids=[row[2] for row in ROWS])
def test_et_al_for_two(text, flagged, why):
    references = tuple(
        reference(read_entry(line), id=ReferenceId(f"r{number}"), span=Span(0, len(line)), text=line)
        for number, line in enumerate(LIST.strip().splitlines(), start=1)
    )
    citations = find(Body(Document("a.txt", "text", text, (), ()), (Span(0, len(text)),), references))
    matches = link(citations, references)
    assert [
        citation.authors[0].text
        for citation, match in zip(citations, matches, strict=True)
        if any(difference.cited == "et al." for difference in match.differences)
    ] == flagged, why
