"""Which files can take comments, and how a copy of each is made."""

from __future__ import annotations

from collections.abc import Sequence

from citecheck.fix.remarks import Remark
from citecheck.model.raw import Raw

#: Formats that have comments, by the name of their reader.
FORMATS = ("docx", "odt")


def annotated(raw: Raw, format: str, remarks: Sequence[Remark], *, highlight: bool) -> bytes:
    """Return a copy of the file with a comment for each remark; raises `ReadError`."""
    if format == "docx":
        from citecheck.fix.word_comments import annotated as of_word

        return of_word(raw, remarks, highlight=highlight)
    from citecheck.fix.odt_comments import annotated as of_odt

    return of_odt(raw, remarks, highlight=highlight)
