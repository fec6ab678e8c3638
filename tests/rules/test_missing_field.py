"""missing-field: an entry lacks what works of its type are found by."""

import pytest

FLAGGED = [
    ("@article{a, author = {Lee, Ann}, title = {T}, year = 2001}", "has no journal", "an article"),
    ("@article{a, author = {Lee, Ann}, title = {T}, journal = {J}}", "has no year", "no year"),
    ("@article{a, title = {T}, journal = {J}, year = 2001}", "has no author", "no author"),
    ("@book{a, author = {Lee, Ann}, title = {T}, year = 2001}", "has no publisher", "a book"),
    ("@incollection{a, author = {Lee, A.}, title = {T}, publisher = {P}, year = 2001}", "has no book", "a chapter"),
    ("@online{a, title = {T}}", "has no address", "a web page"),
    ("@misc{a, year = 2001}", "has no title", "what says nothing of its type"),
]
CROSSREF = """@inproceedings{a, author = {Lee, Ann}, title = {T}, crossref = {b}}
@proceedings{b, editor = {Roe, R.}, title = {Whole}, booktitle = {Whole}, publisher = {P}, year = 2001}
"""
CLEAN = [
    ("@article{a, author = {Lee, Ann}, title = {T}, journal = {J}, year = 2001}", "whole"),
    ("@article{a, author = {Lee, Ann}, title = {T}, journal = {J}, year = {in press}}", "a year to come"),
    ("@book{a, editor = {Lee, Ann}, title = {T}, publisher = {P}, date = {2001-05}}", "editors stand for authors"),
    (CROSSREF, "what the volume says"),
    ("@misc{a, title = {T}}", "a type that says nothing"),
    ("@online{a, title = {T}, url = {https://example.org}}", "a web page"),
    ("@phdthesis{a, author = {Lee, Ann}, title = {T}, school = {Leeds}, year = 2001}", "a thesis"),
]


@pytest.mark.parametrize(("entry", "said", "why"), FLAGGED, ids=[row[2] for row in FLAGGED])
def test_flagged(messages, entry, said, why):
    (message,) = messages("missing-field", entry)
    assert message.endswith(said)


@pytest.mark.parametrize(("entry", "why"), CLEAN, ids=[row[1] for row in CLEAN])
def test_clean(messages, entry, why):
    assert messages("missing-field", entry) == []


def test_the_type_of_a_typed_entry_is_a_guess(messages):
    assert messages("missing-field", "Lee, Ann. 2001. On larks. Leeds: Press.\n", "list.txt") == []
