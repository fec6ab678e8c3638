"""PubMed lists."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.bibliography.nbib import LIST_FORMAT
from citecheck.model.fault import FaultKind, ReadError
from citecheck.model.raw import Raw
from citecheck.model.reference import Name

LIST = """PMID- 123456
OWN - NLM
DP  - 2014 May 6
TI  - A long title that goes on
      over two lines.
PG  - 1-20
LID - 10.1000/abc [doi]
FAU - Smith, John A
AU  - Smith JA
CN  - Study Group
JT  - Journal of things
VI  - 12

PMID- 7
DP  - 2011
TI  - Short.
AU  - Roe B Jr
"""


def read(text: str | bytes):
    return LIST_FORMAT.read(Raw("list.nbib", text if isinstance(text, bytes) else text.encode()))


def test_records():
    document = read(LIST)
    long, short = document.references
    assert (long.key, long.title) == ("123456", "A long title that goes on over two lines")
    assert long.authors == (Name("Smith", "John A"), Name("Study Group", corporate=True))
    assert (long.year.number, long.doi, long.container) == (2014, "10.1000/abc", "Journal of things")
    assert long.year_span.of(document.text) == "2014"
    assert long.text.endswith("VI  - 12")
    assert (short.key, short.authors) == ("7", (Name("Roe", "B", suffix="Jr"),))


def test_other_text_is_refused():
    with pytest.raises(ReadError) as error:
        read("Smith, A. 2014. A title.")
    assert error.value.fault.kind is FaultKind.DAMAGED


@given(st.binary(max_size=200))
def test_any_bytes_raise_nothing_but_read_errors(data):
    with suppress(ReadError):
        read(b"PMID- 1\n" + data)
