"""Which list serves a place, where an article has several."""

import pytest

from citecheck.extract.reach import Reach
from citecheck.model.reference import Reference, ReferenceId
from citecheck.model.span import Span


def entry(section, start, document=0):
    return Reference(ReferenceId(f"r{start}"), Span(start, start + 10), "", document=document, section=section)


ONE_LIST = (entry(0, 100), entry(0, 110))
SIDE_BY_SIDE = (*ONE_LIST, entry(1, 150), entry(1, 160))
CHAPTERS = (*ONE_LIST, entry(1, 300), entry(1, 310))

ROWS = [
    (ONE_LIST, (20, 50), 20, None, "one list serves all"),
    (SIDE_BY_SIDE, (20, 50), 20, None, "two lists with nothing cited between them serve all"),
    (CHAPTERS, (20, 200), 20, 0, "the first chapter's list follows"),
    (CHAPTERS, (20, 200), 200, 1, "the second chapter's list follows"),
    (CHAPTERS, (20, 200), 400, None, "nothing follows the last list"),
    (CHAPTERS, (20, 400), 20, None, "what is cited behind both lists makes no chapter"),
    ((*CHAPTERS, entry(2, 330)), (20, 200), 200, 1, "a chapter may have two lists"),
    ((), (20,), 20, None, "no list"),
    ((entry(0, 0, document=1), entry(0, 0, document=2)), (20,), 20, None, "lists in files of their own"),
]


@pytest.mark.parametrize(("references", "places", "at", "serving", "why"), ROWS)
def test_the_list_that_serves_a_place(references, places, at, serving, why):
    assert Reach(references, places).serving(at) == serving, why


def test_entries_of_one_chapter_are_one_group():
    reach = Reach((*CHAPTERS, entry(2, 330)), (20, 200))
    assert [reach.group(one) for one in (*CHAPTERS, entry(2, 330), entry(0, 0, document=1))] == [0, 0, 1, 1, 1, -1]
    assert reach.divided
