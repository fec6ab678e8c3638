"""Where something stands in a format without lines: page, note, entry, heading above and paragraph below it."""

import shutil
import subprocess

import pytest

from citecheck.engine.pipeline import check
from citecheck.engine.settings import Settings
from citecheck.model.document import Block, BlockKind, Document
from citecheck.model.span import Span
from citecheck.report.places import Places
from citecheck.report.record import record
from citecheck.report.whereabouts import LONGEST, Surroundings

PARTS = [
    (BlockKind.HEADING, "Larks", None),
    (BlockKind.PARAGRAPH, "They rise.", None),
    (BlockKind.TABLE, "They fall.", None),
    (BlockKind.HEADING, "Rooks and  all\nthe others of which nobody ever speaks at any length", None),
    (BlockKind.PARAGRAPH, "They walk.", None),
    (BlockKind.NOTE, "Or run.", "7"),
]


def document(form="docx", pages=(None,) * 6):
    text, blocks = "", []
    for (kind, words, label), page in zip(PARTS, pages, strict=True):
        blocks.append(Block(kind, Span(len(text), len(text) + len(words)), label, page))
        text += words + "\n\n"
    return Document(f"larks.{form}", form, text, tuple(blocks), ())


ROWS = [
    ("They rise", "docx", None, "“Larks”, paragraph 1", "“Larks”, paragraph 1"),
    ("They fall", "docx", None, "“Larks”, paragraph 2", "“Larks”, paragraph 2"),
    ("Larks", "docx", None, "“Larks”", "“Larks”"),
    ("Or run", "docx", None, "note 7", "note 7"),
    ("They rise", "docx", 3, "page 3, “Larks”, paragraph 1", "page 3"),
    ("Or run", "odt", 4, "page 4, note 7", "note 7"),
    ("They rise", "pdf", 3, "page 3", "page 3"),
]


@pytest.mark.parametrize(("words", "form", "page", "whole", "short"), ROWS)
def test_a_place_in_words(words, form, page, whole, short):
    read = document(form, (page,) * 6)
    found = Surroundings(read).at(read.text.index(words))
    assert (found.words, found.short) == (whole, short)


def test_an_entry_is_told_by_its_number():
    assert Surroundings(document()).at(3, 36).words == "list, entry 36"
    assert Surroundings(document(pages=(9,) * 6)).at(3, 36).words == "page 9, entry 36"


def test_a_long_heading_is_cut_and_stands_on_one_line():
    read = document()
    heading = Surroundings(read).at(read.text.index("They walk")).heading
    assert heading.startswith("Rooks and all the others")
    assert heading.endswith("…")
    assert len(heading) <= LONGEST


def test_a_format_with_lines_has_no_such_words():
    read = Document("a.txt", "text", "Larks.", (Block(BlockKind.PARAGRAPH, Span(0, 6)),), (), verbatim=True)
    assert Places((read,)).whereabouts(Span(0, 3)) is None


ARTICLE = """# Larks

They rise (Ostrum, 1990).[^1]

## Rooks

They walk (Kuhn, 1962).

They run (Night, 2011).

[^1]: But see Hall (2001).

# References

Kuhn, Thomas. 1962. *The structure of things*. Chicago: Press.

Lark, Ed. 2011. Larks. *Birds* 4: 1–90.

Ostrom, Elinor. 1990. *Governing the commons*. Cambridge: Press.
"""


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="there is no pandoc on this machine to make the files with")
@pytest.mark.parametrize("form", ["docx", "odt", "epub", "rtf"])
def test_real_files_tell_heading_paragraph_note_and_entry(tmp_path, form):
    source, path = tmp_path / "larks.md", tmp_path / f"larks.{form}"
    source.write_text(ARTICLE, "utf-8")
    command = [shutil.which("pandoc"), "-s", "--metadata", "title=On birds", source, "-o", path]
    subprocess.run(command, check=True)
    problems = record(check(str(path), Settings()))["problems"]
    assert {one["rule"]: one["where"] for one in problems if one["text"] != "Hall (2001)"} == {
        "misspelled-author": "“Larks”, paragraph 1",
        "missing-reference": "“Rooks”, paragraph 2",
        "orphaned-reference": "list, entry 2",
    }
    (note,) = [one["where"] for one in problems if one["text"] == "Hall (2001)"]
    assert note == "note 1"
