"""The sample sentences of each language file are read as the file says: these citations and no others.

Each sentence is checked as a small manuscript, its own list below it under the first heading that the language names.
"""

import pytest

from citecheck.engine.assembly import assemble, find_entries
from citecheck.engine.reading import read_manuscript
from citecheck.engine.settings import Settings
from citecheck.languages.__main__ import read
from citecheck.model.raw import Raw
from citecheck.model.span import Span

#: What is not read yet, and why. A sample that comes to be read must be taken from here.
CITATIONS_NOT_READ: dict[str, str] = {}
LISTS_NOT_READ: dict[str, str] = {}


def samples(not_read):
    """Return every sample with the heading of its list; those not read yet are expected to fail."""
    rows = []
    for one in read():
        for number, sample in enumerate(one.get("sample", ()), 1):
            name = f"{one['code']}-{number}"
            marks = [pytest.mark.xfail(reason=not_read[name], strict=True)] if name in not_read else []
            rows.append(pytest.param(one["headings"][0], sample, id=name, marks=marks))
    return rows


def manuscript(heading, sample):
    """Return the manuscript that a sample makes."""
    text = "\n\n".join([sample["text"], heading, *sample.get("references", ())]) + "\n"
    document = read_manuscript(Raw("sample.txt", text.encode()))
    settings = Settings()
    return assemble(document, find_entries(document, settings), settings)


def whole(citation):
    """Return the span of a citation with its locator."""
    end = citation.locator.span.end if citation.locator else 0
    return Span(citation.span.start, max(citation.span.end, end))


@pytest.mark.parametrize(("heading", "sample"), samples(CITATIONS_NOT_READ))
def test_citations_of_a_sample(heading, sample):
    made = manuscript(heading, sample)
    found = [whole(citation).of(made.document.text).rstrip(").") for citation in made.citations]
    assert found == [citation.rstrip(").") for citation in sample["citations"]]


@pytest.mark.parametrize(("heading", "sample"), samples(LISTS_NOT_READ))
def test_list_of_a_sample(heading, sample):
    assert len(manuscript(heading, sample).references) == len(sample.get("references", ()))
