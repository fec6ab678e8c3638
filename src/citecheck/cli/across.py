"""What `--across` tells of many articles: on the terminal behind the summary, and as a table in a folder of results."""

import heapq
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from citecheck.cli.many import is_folder
from citecheck.cli.streaming import FileOutput
from citecheck.report.agreement import counted
from citecheck.report.csv import csv_row
from citecheck.text.shown import shown

if TYPE_CHECKING:
    from citecheck.engine.across import Across
    from citecheck.match.across import Difference

NAME = "across.csv"
#: So many differences, and rules, are shown; the table has all.
_SHOWN = 10
_COLUMNS = ("kind", "work", "usual", "lists", "other", "other_lists", "only_in", "problems")


def told(across: "Across", outputs: Iterable[str]) -> tuple[list[str], bool]:
    """Write the table into each folder of results; returns the lines for a person, and whether all was written."""
    files = [FileOutput(str(Path(path, NAME))) for path in outputs if is_folder(path)]
    kinds: Counter[str] = Counter()
    most = heapq.nlargest(_SHOWN, _written(across, files, kinds), key=lambda one: one.lists + one.other_lists)
    for file in files:
        file.finish()
    lines = [*_differing(kinds, most), *_defects(across)]
    if across.failed is not None:
        lines.append(f"The lists were not compared to the end: {across.failed}")
    return lines, across.failed is None and not any(file.failed for file in files)


def _written(across: "Across", files: list[FileOutput], kinds: Counter[str]) -> "Iterator[Difference]":
    """Yield each difference, written and counted."""
    _write(files, _COLUMNS)
    for rule, problems, articles in across.defects():
        _write(files, ("defect", rule, None, articles, None, None, None, problems))
    for one in across.differences():
        kinds[one.kind.value] += 1
        cells = (one.kind.value, one.work, one.usual, one.lists, one.other, one.other_lists, one.article, None)
        _write(files, cells)
        yield one


def _write(files: list[FileOutput], cells: Iterable[str | int | None]) -> None:
    row = csv_row(cells)
    for file in files:
        file.write(row)


def _differing(kinds: Counter[str], most: "list[Difference]") -> Iterator[str]:
    if not most:
        yield "No work was found that one list gives otherwise than others do"
        return
    told = ", ".join(f"{number:,} by {kind}" for kind, number in sorted(kinds.items()))
    number = counted(kinds.total(), "difference", "differences")
    some = "" if kinds.total() <= len(most) else f"; the {len(most)} in most lists"
    yield f"{number} between lists that have the same work ({told}){some}:"
    for one in most:
        where = f"in {shown(one.article)}" if one.article else f"in {counted(one.other_lists, 'list', 'lists')}"
        usual = f"“{shown(one.usual)}” in {counted(one.lists, 'list', 'lists')}"
        yield f"  {one.kind.value:<5}  {usual}, “{shown(one.other)}” {where}: {shown(one.work)}"


def _defects(across: "Across") -> Iterator[str]:
    rules = across.defects()[:_SHOWN]
    if rules:
        yield "Most frequent defects:"
    width = max((len(rule) for rule, _, _ in rules), default=0)
    for rule, problems, articles in rules:
        yield f"  {rule:<{width}}  {problems:>9,} in {counted(articles, 'article', 'articles')}"
