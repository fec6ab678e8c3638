"""What was mended of a file: typography by rule and line, all else with both wordings and the entry that told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from citecheck.model.problem import Mended
from citecheck.report.agreement import counted
from citecheck.report.excerpt import columns, fitted
from citecheck.report.report import View
from citecheck.text.shown import shown

_PLACES = 20


def mended_lines(mended: Sequence[Mended], path: str, view: View) -> Iterator[str]:
    """Yield the lines that tell what was mended, the changes of words first."""
    if not mended:
        return
    yield f"mended {counted(len(mended), 'problem', 'problems')}"
    for one in mended:
        if not one.safe:
            yield from _told(one, path, view)
    habits: dict[str, list[Mended]] = {}
    for one in mended:
        if one.safe:
            habits.setdefault(one.rule, []).append(one)
    for rule, alike in habits.items():
        yield _fitted("  ", f"{rule}  {_lines(alike, path)}", view)


def _told(one: Mended, path: str, view: View) -> Iterator[str]:
    """Yield a change of words, and the entry that it was taken from."""
    where = f"line {_line(one, path)}  " if one.line is not None else ""
    yield _fitted("  ", f"{one.rule}  {where}“{one.before}” → “{one.after}”", view)
    if one.entry is not None:
        yield _fitted("    ↳ ", one.entry, view)
    else:
        yield "    by the habit of the article"


def _fitted(indent: str, words: str, view: View) -> str:
    """Return words on one line behind an indent."""
    return indent + fitted(words, view.width - columns(indent))


def _lines(mended: Sequence[Mended], path: str) -> str:
    """Return the lines of one rule's changes; how many they are where the file has no lines."""
    if any(one.line is None for one in mended):
        return f"{len(mended)} times" if len(mended) > 1 else "once"
    listed = list(dict.fromkeys(_line(one, path) for one in mended))
    more = f" and {len(listed) - _PLACES} more" if len(listed) > _PLACES else ""
    return f"line {', '.join(listed[:_PLACES])}{more}"


def _line(one: Mended, path: str) -> str:
    return str(one.line) if one.path == path else f"{shown(one.path)}:{one.line}"
