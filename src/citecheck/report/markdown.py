"""The report for a comment on a pull request: a table of the defects of each document, in GitHub's Markdown."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from citecheck.model.problem import Severity
from citecheck.report.agreement import counted
from citecheck.report.record_reading import defects_of, elsewhere, has_lines, meant, place, references_of
from citecheck.report.report import View, streamed
from citecheck.text.shown import shown

if TYPE_CHECKING:
    from citecheck.report.shapes import ProblemRecord, Record, ReferenceRecord

#: A comment may have 65,536 characters; what would go beyond this is only counted.
ROOM = 60_000
#: So many places of one defect are named, and so much is quoted of one message or entry.
PLACES = 8
QUOTED = 300


def pieces(records: Iterable[Record], _: View) -> Iterator[str]:
    """Yield a section for each document with something to say, and a line for all of them."""
    yield "## Citations and reference list\n"
    room, files, in_part, left_out = ROOM, 0, 0, 0
    found: Counter[str] = Counter()
    for record in records:
        yield ""  # of each record something, see Report
        files += 1
        in_part += bool(record["errors"])
        defects = defects_of(record)
        found.update(defect[0]["severity"] for defect in defects)
        for part in _section(record, defects):
            room -= len(part)
            left_out += room < 0
            if room >= 0:
                yield part
    if left_out:
        yield f"\n… and {counted(left_out, 'more line', 'more lines')} for which a comment has no room.\n"
    unread = f", {in_part:,} of them not wholly read" if in_part else ""
    yield f"\n{counted(files, 'file', 'files')} checked{unread}: {_counts(found) or 'no problem found'}.\n"


def _section(record: Record, defects: list[list[ProblemRecord]]) -> Iterator[str]:
    """Yield heading and table line by line; nothing for a document in which nothing was found."""
    if not defects and not record["errors"]:
        return
    yield f"\n### {escaped(record['path'])}\n"
    for error in record["errors"]:
        yield f"\n**Not wholly read:** {escaped(error['message'])}\n"
    if defects:
        cited = counted(len(record["citations"]), "citation agrees", "citations agree")
        yield f"\n{record['agreeing']:,} of {cited} with the list.\n\n| | where | what |\n| --- | --- | --- |\n"
    entries = references_of(record)
    for defect in defects:
        yield _row(defect, record, entries)


def _row(defect: list[ProblemRecord], record: Record, entries: dict[str, ReferenceRecord]) -> str:
    first = defect[0]
    said = [
        f"**{first['rule']}** {escaped(first['message'])}",
        "" if has_lines(first, record) or not first["context"] else f"“{escaped(first['context'])}”",
        *(f"↳ {escaped(entry['text'])}" for entry in meant(first, entries)),
        escaped(elsewhere(defect, record, PLACES) or ""),
    ]
    where = escaped(place(first, record) or "")
    return f"| {first['severity']} | {where} | {'<br>'.join(part for part in said if part)} |\n"


def _counts(found: Counter[str]) -> str:
    words = {"style": ("matter of style", "matters of style")}
    named = [(severity.value, found[severity.value]) for severity in Severity if found[severity.value]]
    return ", ".join(counted(number, *words.get(name, (name, f"{name}s"))) for name, number in named)


def escaped(words: str) -> str:
    """Return `words` as Markdown that shows them as they are: no mark, link, image or HTML, and nobody is called.

    GitHub looks for @names, #numbers and addresses in the finished page too: an empty comment keeps them apart.
    """
    safe = re.sub(r"([\\`*_{}\[\]<>|~&#@$])", r"\\\1", shown(words, QUOTED))
    return re.sub(r"([@#]|(?:https?|ftp):|www\.)", r"\1<!-- -->", safe, flags=re.IGNORECASE)


REPORT = streamed("markdown", (".md", ".markdown"), pieces, "a table for a comment on a pull request")
