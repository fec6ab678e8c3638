"""The comparison for people: what is new at length, what stands and what was mended in brief."""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.model.revision import Revision
from citecheck.report.defects import defects
from citecheck.report.report import View
from citecheck.report.revisions.comparison import Comparison, doubts, tally
from citecheck.report.text import Page, bold, head, wrapped


def render(revision: Revision, view: View) -> str:
    """Return the comparison, ending with a line feed."""
    return "\n".join(_lines(revision, view)) + "\n"


def _lines(revision: Revision, view: View) -> Iterator[str]:
    if not view.quiet:
        yield from head(revision.before, view)
        yield from head(revision.after, view)
        for doubt in doubts(revision):
            yield from wrapped(f"note: {doubt}", view.width, "")
        yield ""
    yield tally(revision)
    before, after = revision.before.manuscript, revision.after.manuscript
    if before is None or after is None:
        return
    was, now = Page(before, view), Page(after, view)
    yield from _section("New", [now.block(defect) for defect in defects(revision.new)], view)
    standing = defects(standing.after for standing in revision.standing)
    yield from _section("Still there", [now.brief(defect) for defect in standing], view)
    yield from _section("Mended", [was.brief(defect) for defect in defects(revision.mended)], view)


def _section(title: str, blocks: list[Iterator[str]], view: View) -> Iterator[str]:
    if blocks:
        yield from ("", bold(title, view))
    for block in blocks:
        yield from ("", *block)


COMPARISON = Comparison("text", (".txt",), render, "what is new at length, the rest in brief, for people")
