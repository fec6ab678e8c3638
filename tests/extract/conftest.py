"""What the tests of reading share: a body is made of a text and the entries of its list."""

import pytest

from citecheck.extract.body import Body
from citecheck.extract.entry import read_entry, reference
from citecheck.model.document import Document
from citecheck.model.reference import ReferenceId
from citecheck.model.span import Span


@pytest.fixture(scope="session")
def references_of():
    """Return the entries of a list, one a line, as they are read."""

    def read(entries):
        lines = [line for line in entries.splitlines() if line]
        return tuple(
            reference(read_entry(line), id=ReferenceId(f"r{number}"), span=Span(0, len(line)), text=line)
            for number, line in enumerate(lines, start=1)
        )

    return read


@pytest.fixture(scope="session")
def body_of(references_of):
    """Return a body of `text` alone, read with a list that stands elsewhere."""

    def made(text, entries=""):
        document = Document("article.txt", "text", text, (), ())
        return Body(document, (Span(0, len(text)),), references_of(entries))

    return made
