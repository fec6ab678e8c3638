import subprocess
import sys

import pytest

from citecheck.model.fault import FaultKind, ReadError
from citecheck.readers.registry import formats, reader_for


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
