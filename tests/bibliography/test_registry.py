"""Which format a list is in."""

from __future__ import annotations

import pytest

from citecheck.bibliography.registry import list_format_for, list_formats

FILES = [
    ("by its suffix", "refs.bib", b"", "bibtex"),
    ("in capitals", "REFS.BIB", b"", "bibtex"),
    ("RIS", "refs.ris", b"TY  - JOUR\nER  - \n", "ris"),
    ("PubMed", "refs.nbib", b"PMID- 1\n", "nbib"),
    ("CSL-JSON", "refs.json", b'[{"id": "a"}]', "csl-json"),
    ("CSL-JSON inside an object", "refs.json", b'{"items": [{"id": "a"}]}', "csl-json"),
    ("BibTeX saved as text", "refs.txt", b"@book{a,\n title = {T}}\n", "bibtex"),
    ("RIS saved as text", "refs.txt", b"TY  - JOUR\nER  - \n", "ris"),
    ("RIS saved as .bib", "refs.bib", b"TY  - JOUR\nER  - \n", "ris"),
    ("JSON without a suffix", "-", b'[{"id": "a"}]', "csl-json"),
    ("a typed list", "refs.txt", b"Smith, A. 2014. A title.\n", None),
    ("a typed list in Markdown", "refs.md", b"# References\n\n- Smith (2014) [@smith]\n", None),
    ("a manuscript format", "refs.docx", b"PK\x03\x04", None),
]


@pytest.mark.parametrize(("path", "data", "format"), [row[1:] for row in FILES], ids=[row[0] for row in FILES])
def test_format(path, data, format):
    found = list_format_for(path, data)
    assert (found.format if found else None) == format


def test_no_suffix_is_claimed_twice():
    suffixes = [suffix for found in list_formats() for suffix in found.suffixes]
    assert len(suffixes) == len(set(suffixes))
