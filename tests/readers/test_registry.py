import re
import subprocess
import sys
from pathlib import Path

import pytest

from citecheck.model.fault import FaultKind, ReadError
from citecheck.readers import registry
from citecheck.readers.registry import KNOWN, formats, reader_for, readers


@pytest.mark.parametrize(
    ("path", "data", "asked", "format", "why"),
    [
        ("a.txt", b"Text", None, "text", "by suffix"),
        ("a.md", b"Text", None, "markdown", "by suffix"),
        ("a.Rmd", b"Text", None, "markdown", "in any case"),
        ("a.qmd", b"Text", None, "markdown", "Quarto"),
        ("README", b"Text", None, "text", "without a suffix"),
        ("a.unknown", b"Text", None, "text", "unknown text is plain text"),
        ("-", b"Text", None, "text", "standard input"),
        ("-", b"Text", "markdown", "markdown", "as asked"),
        ("a.txt", b"Text", "markdown", "markdown", "what is asked for wins"),
    ],
)
def test_which_reader(path, data, asked, format, why):
    assert reader_for(path, data, asked).format == format, why


@pytest.mark.parametrize(
    ("path", "data", "sentence"),
    [
        ("a.txt", b"\x89PNG\r\n\x1a\n", "it is a PNG picture, and citecheck has no reader for it"),
        ("a.md", b"\x1f\x8b\x08", "it is a gzip archive, and citecheck has no reader for it"),
        ("a", b"7z\xbc\xaf\x27\x1c", "it is a 7-Zip archive, and citecheck has no reader for it"),
        ("a.pages", b"text", "a .pages file is no plain text, and citecheck has no reader for it"),
    ],
)
def test_what_nothing_reads(path, data, sentence):
    with pytest.raises(ReadError) as error:
        reader_for(path, data)
    assert error.value.fault.kind is FaultKind.UNREADABLE
    assert error.value.fault.message == sentence


def test_an_unknown_format_is_named_with_the_known_ones():
    with pytest.raises(ReadError, match=r"no reader for the format “wordstar”; there are .*markdown.*text"):
        reader_for("a.txt", b"", "wordstar")


def test_every_reader_is_known():
    beside = Path(registry.__file__).parent.glob("*.py")
    modules = {file.stem for file in beside if re.search(r"^READER\b", file.read_text("utf-8"), re.MULTILINE)}
    assert modules == {known.module or name for name, known in KNOWN.items()}


@pytest.mark.parametrize("reader", readers(), ids=lambda reader: reader.format)
def test_what_is_known_of_a_reader_is_what_it_says(reader):
    assert formats()[readers().index(reader)] == reader.format
    assert reader.suffixes == KNOWN[reader.format].suffixes


@pytest.mark.parametrize(
    ("head", "format", "why"),
    [
        (b"PK\x03\x04 word/document.xml", "docx", "an archive of Word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "docx", "old Word files are refused by their reader"),
        (b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/epub+zip", "epub", "a book"),
        (b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.text", "odt", "an archive"),
        (b'<?xml version="1.0"?><office:document>', "odt", "the same as one file"),
        (b"\xef\xbb\xbf \n<!DOCTYPE html><title>x</title>", "html", "behind mark and white space"),
        ("\ufeff<html>".encode("utf-16-le"), "html", "in UTF-16"),
        (b"<!-- from a journal --><article>", "jats", "behind a comment"),
        (b'<?xml version="1.0"?><TEI>', "tei", "by its root"),
        (b"% of a journal\n\\documentclass{article}", "latex", "behind a comment"),
        (b"\\begin {document}", "latex", "without a class"),
        (b'{"cells": [{"cell_type": "markdown"}]}', "ipynb", "by what it holds"),
        (b"{\\rtf1", "rtf", "by its signature"),
    ],
)
def test_a_reader_that_claims_a_file_is_among_the_likely_ones(head, format, why):
    assert [reader.format for reader in readers() if reader.sniff(head)] == [format]
    assert reader_for("a.txt", head).format == format, why


def test_formats_are_named_once():
    assert list(formats()) == sorted(set(formats()))


def test_plain_text_needs_no_library():
    code = (
        "import sys; from citecheck.readers.registry import reader_for; from citecheck.model.raw import Raw\n"
        "reader_for('a.txt', b'x').read(Raw('a.txt', b'Text *et al.*'))\n"
        "print(*sorted({'yaml', 'chardet', 'lxml', 'html', 'pypdfium2', 'zipfile'} & set(sys.modules)))"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.split() == []
