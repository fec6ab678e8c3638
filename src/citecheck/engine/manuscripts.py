"""Which files of a folder are manuscripts, told by what they hold: lists, pictures and programs stand among them."""

from __future__ import annotations

from pathlib import PurePath

from citecheck.model.fault import FaultKind
from citecheck.model.outcome import Outcome
from citecheck.readers.registry import claimed_by_content, claimed_by_suffix
from citecheck.report.recognition import is_report
from citecheck.text.signatures import binary_kind

#: So many bytes tell what a file is.
HEAD = 4096

_PARTS = (".tex", ".ltx", ".latex")
#: What an article in such a format takes its settings, signs and figures from looks like one, and has no text.
_CODE = (".typ", ".qmd", ".rmd", ".ipynb")
#: Settings of programs far more often than lists.
_DATA = (".json", ".yaml", ".yml")
_BEGINNINGS = (b"\\documentclass", b"\\documentstyle", b"\\begin{document}")
#: Formats of lists are told by their first bytes; in these files those may be an article's own header.
_HEADED = (".md", ".markdown", ".qmd", ".rmd", ".myst", ".org", ".rst", ".txt", ".text")


def other_kind(path: str, head: bytes) -> str | None:
    """Return what a file is that is no manuscript, by its name and first bytes; None where it has to be read."""
    if is_report(head):
        return "a report of citecheck"
    if claimed_by_content(head):
        return None
    suffix = PurePath(path).suffix.lower()
    listed = list_kind(path, head)
    if listed is not None:
        return f"a {suffix} file" if suffix in _DATA else listed
    if claimed_by_suffix(suffix):
        return None if suffix not in _HEADED else binary_kind(head)
    if suffix:
        return binary_kind(head) or f"a {suffix} file"
    return binary_kind(head) or ("binary data" if b"\0" in head else None)


def is_part(path: str, data: bytes) -> bool:
    """Whether a file is a part of a LaTeX document, read with the file that includes it."""
    return PurePath(path).suffix.lower() in _PARTS and not any(sign in data for sign in _BEGINNINGS)


def proved_other(outcome: Outcome, head: bytes) -> str | None:
    """Return what a file is that was read as a manuscript for want of a sign, and turned out to be none."""
    suffix = PurePath(outcome.path).suffix.lower()
    manuscript = outcome.manuscript
    if manuscript is None:
        if suffix in _CODE and any(fault.kind is FaultKind.NO_TEXT for fault in outcome.faults):
            return "code without text"
        unreadable = any(fault.kind is FaultKind.UNREADABLE for fault in outcome.faults)
        return "XML of another kind" if unreadable and suffix == ".xml" and not claimed_by_content(head) else None
    if not suffix and not claimed_by_content(head) and not (manuscript.citations or manuscript.references):
        return "a text without citations"
    return None


def list_kind(path: str, head: bytes) -> str | None:
    """Return what a file is that holds a list as data; in articles such data may stand before the text."""
    if PurePath(path).suffix.lower() in _HEADED:
        return None
    from citecheck.bibliography.registry import list_format_for

    found = list_format_for(path, head)
    return None if found is None else f"a reference list ({found.format})"
