"""The page over many files: a table to be sorted and searched, counts by rule and by folder; written row by row."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from citecheck.model.problem import Severity
from citecheck.model.value import field, record, value
from citecheck.report.agreement import counted
from citecheck.report.page.templates import filled
from citecheck.text.shown import shown

if TYPE_CHECKING:
    from citecheck.report.shapes import Record

#: What became of a file that was read as an article.
CHECKED = "checked"
#: The longest bar of the plot of rules, in units of its drawing.
WIDEST = 300


@value
class IndexRow:
    """One file: what became of it, how much was read in it, and how many problems of each severity and rule it has.

    `state` is "checked", or says in a word or two why there is nothing to tell; `reason` says it at length. `page` is
    the address of the file's own page, relative to this one.
    """

    path: str
    state: str
    format: str
    citations: int
    entries: int
    severities: Mapping[str, int]
    rules: Mapping[str, int]
    reason: str = ""
    page: str | None = None


@value
class RuleCount:
    """How many problems a rule has reported, in how many files, and how long its bar is."""

    rule: str
    problems: str
    files: str
    width: float


@record
class Totals:
    """What all rows come to, counted while they go by."""

    files: int = 0
    citations: int = 0
    entries: int = 0
    with_errors: int = 0
    states: Counter[str] = field(default_factory=Counter)
    severities: Counter[str] = field(default_factory=Counter)
    problems: Counter[str] = field(default_factory=Counter)
    spread: Counter[str] = field(default_factory=Counter)
    """For each rule, in how many files it spoke."""
    numbers: dict[str, int] = field(default_factory=dict)
    """By which number the rows name a rule: the first that occurs is 0."""

    def add(self, row: IndexRow) -> None:
        """Count one row."""
        self.files += 1
        self.citations += row.citations
        self.entries += row.entries
        self.with_errors += row.severities.get(Severity.ERROR.value, 0) > 0
        self.states[row.state] += 1
        self.severities.update(row.severities)
        self.problems.update(row.rules)
        self.spread.update(row.rules.keys())
        for rule in row.rules:
            self.numbers.setdefault(rule, len(self.numbers))

    @property
    def unread(self) -> tuple[str, ...]:
        """How many files were not checked, and what became of them: "3 unread"."""
        return tuple(f"{number:,} {state}" for state, number in sorted(self.states.items()) if state != CHECKED)

    @property
    def rules(self) -> tuple[RuleCount, ...]:
        """The rules that spoke, the loudest first."""
        ordered = sorted(self.problems.items(), key=lambda pair: (-pair[1], pair[0]))
        most = ordered[0][1] if ordered else 1
        return tuple(
            RuleCount(rule, f"{number:,}", f"{self.spread[rule]:,}", round(max(1.0, number / most * WIDEST), 1))
            for rule, number in ordered
        )


def index_row(record: Record, *, counts: tuple[int, int] | None = None, page: str | None = None) -> IndexRow:
    """Return the row of a file taken for an article; `counts` are of the entries and citations left out of it."""
    entries, citations = counts or (len(record["references"]), len(record["citations"]))
    unread = record["format"] == "unknown"
    return IndexRow(
        path=record["path"],
        state="unread" if unread else "read in part" if record["errors"] else CHECKED,
        format="" if unread else record["format"],
        citations=citations,
        entries=entries,
        severities=Counter(problem["severity"] for problem in record["problems"]),
        rules=Counter(problem["rule"] for problem in record["problems"]),
        reason="; ".join(error["message"] for error in record["errors"]),
        page=page,
    )


def index_page(rows: Iterable[IndexRow], title: str) -> Iterator[str]:
    """Yield the page piece by piece: its data first, and behind them what they come to."""
    totals = Totals()
    yield filled("index_head.html.j2", title=title)
    for at, row in enumerate(rows):
        totals.add(row)
        yield f"{',' if at else ''}\n{_line(_cells(row, totals.numbers))}"
    yield f'\n]</script>\n<script type="application/json" id="rules">{_line(list(totals.numbers))}</script>\n'
    yield filled(
        "index_body.html.j2",
        title=title,
        totals=totals,
        files=counted(totals.files, "file", "files"),
        read=_read(totals),
        found=_found(totals),
        widest=WIDEST,
    )


def _cells(row: IndexRow, numbers: Mapping[str, int]) -> list[object]:
    """Return a row as the script of the page reads it (see index.js)."""
    return [
        shown(row.path, None),
        row.state if row.state != CHECKED else "",
        row.format,
        row.citations,
        row.entries,
        *(row.severities.get(severity.value, 0) for severity in Severity),
        [part for rule, number in row.rules.items() for part in (numbers[rule], number)],
        row.page or "",
        shown(row.reason),
    ]


def _line(value: object) -> str:
    """Return JSON in ASCII that can end no script, whatever words it holds."""
    return json.dumps(value, separators=(",", ":")).replace("<", "\\u003c").replace(">", "\\u003e")


def _read(totals: Totals) -> str:
    citations = counted(totals.citations, "citation", "citations")
    return f"{citations}, {counted(totals.entries, 'entry', 'entries')}"


def _found(totals: Totals) -> str:
    words = {Severity.STYLE: ("style", "style")}
    counts = (
        counted(totals.severities[one.value], *words.get(one, (one.value, f"{one.value}s")))
        for one in Severity
        if totals.severities[one.value]
    )
    found = ", ".join(counts) or "no problem found"
    return f"{found} · {counted(totals.with_errors, 'file', 'files')} with errors"
