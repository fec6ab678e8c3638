"""The report for people: one block for each defect, worst first, and what agrees at the end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import TYPE_CHECKING

from citecheck.model.ignore import Means
from citecheck.model.manuscript import Manuscript
from citecheck.model.outcome import Outcome
from citecheck.model.problem import Finding, Problem, Severity
from citecheck.model.reference import Reference, ReferenceId
from citecheck.report.agreement import agreement, counted
from citecheck.report.defects import Defect, defects
from citecheck.report.excerpt import columns, excerpt, fitted
from citecheck.report.heading import severities, what_was_read
from citecheck.report.mended import mended_lines
from citecheck.report.places import Places
from citecheck.report.report import Report, View
from citecheck.text.shown import shown

if TYPE_CHECKING:
    from citecheck.report.whereabouts import Whereabouts

#: Columns of severity and rule, before the place.
TITLE = 32
#: Below this many columns the indent is small and nothing stands side by side.
NARROW = 60
#: So many places of the same defect are named, and so many of a habit, of which each is to be found.
PLACES = 8
PLACES_OF_STYLE = 40
#: A longer place in the list is a whole entry, which needs no mark below it.
MARKED = 40
#: So many entries are quoted with one problem.
ENTRIES = 3

#: Formats with comments of their own.
_COMMENTED = ("docx", "odt")
_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.STYLE: "36", Severity.HINT: "35"}
_BOLD, _DIM, _UNDERLINED = "1", "2", "4"


def render(outcomes: Sequence[Outcome], view: View) -> str:
    """Return the report of all files, one below the other."""
    written = ["\n".join(_outcome(outcome, view)) for outcome in outcomes]
    whole = "\n\n".join(part for part in written if part)
    total = _total(outcomes) if len(outcomes) > 1 and not view.quiet else ""
    return "\n".join(part for part in (whole, total and f"\n{total}") if part) + ("\n" if whole or total else "")


def _outcome(outcome: Outcome, view: View) -> Iterator[str]:
    manuscript = outcome.manuscript
    found = defects(outcome.problems)
    if not view.quiet:
        yield from head(outcome, view)
    if manuscript is None:
        return
    if not view.quiet:
        yield from mended_lines(outcome.mended, outcome.path, view)
    page = Page(manuscript, view)
    for defect in found:
        if not view.quiet:
            yield ""
        yield from page.block(defect)
    if not view.quiet:
        yield from _foot(outcome, manuscript, found, view)


def head(outcome: Outcome, view: View) -> Iterator[str]:
    """Yield what was read: the file, how it cites, how much it holds."""
    manuscript = outcome.manuscript
    path = shown(outcome.path)
    if manuscript is not None:
        words = what_was_read(outcome, manuscript)
        side_by_side = columns(path) + 3 + columns(words) <= view.width
        name = _coloured(path, _BOLD, view)
        yield from [f"{name}   {words}"] if side_by_side else [name, *wrapped(words, view.width, "  ")]
    for fault in () if view.said_apart else outcome.faults:
        yield from wrapped(f"error: {path}: {shown(fault.message, None)}", view.width, "")
    for note in outcome.notes:
        yield from wrapped(f"note: {shown(note, None)}", view.width, "")


def _foot(outcome: Outcome, manuscript: Manuscript, found: Sequence[Defect], view: View) -> Iterator[str]:
    yield ""
    agreed = agreement(outcome, manuscript)
    if manuscript.library:
        agreed += " (the list is taken for a library, of which an article cites a part)"
    counts = severities(found)
    line = f"{counts} · {agreed}" if counts else agreed[:1].upper() + agreed[1:]
    yield from wrapped(line, view.width, "")
    if outcome.suppressed:
        yield from wrapped(_left_out(outcome), view.width, "")
    if outcome.faults:
        yield from wrapped("The file was not wholly read, so more may be wrong.", view.width, "")
    if found:
        following = wrapped(f"Next: {_next(outcome, found)}", view.width, "")
        yield from (_coloured(line, _DIM, view) for line in following)


def _left_out(outcome: Outcome) -> str:
    """Return how many problems are not shown by somebody's decision, and by whose."""
    counts = {means: sum(one.means is means for one in outcome.suppressed) for means in Means}
    words = {
        Means.COMMENT: "by comments in the article",
        Means.CONFIGURATION: f"by {shown(outcome.configuration or 'the configuration')}",
        Means.BASELINE: "known before (baseline)",
    }
    parts = ", ".join(f"{number} {words[means]}" for means, number in counts.items() if number)
    return f"Left out: {parts}"


def _next(outcome: Outcome, found: Sequence[Defect]) -> str:
    """Return what a person may want to do now: of a file that takes comments, have them written into a copy."""
    if outcome.format in _COMMENTED:
        return f"citecheck annotate {shown(outcome.path)}   puts these as comments into a copy of the file"
    return f"citecheck explain {found[0].first.rule}"


def _total(outcomes: Sequence[Outcome]) -> str:
    unread = sum(outcome.manuscript is None for outcome in outcomes)
    found = [defect for outcome in outcomes for defect in defects(outcome.problems)]
    files = counted(len(outcomes), "file", "files")
    not_read = f", {unread:,} of them not read" if unread else ""
    return f"{files}{not_read}: {severities(found) or 'no problem found'}"


class Page:
    """Writes the blocks of one manuscript."""

    __slots__ = ("_indent", "_manuscript", "_places", "_view")

    def __init__(self, manuscript: Manuscript, view: View) -> None:
        self._manuscript = manuscript
        self._places = Places(manuscript.documents, manuscript.references)
        self._view = view
        self._indent = "  " if view.width < NARROW else "       "

    def block(self, defect: Defect) -> Iterator[str]:
        """Yield the lines of one defect."""
        problem, finding = defect.first, defect.first.finding
        yield from self._title(problem)
        yield from self._text(shown(finding.message, None))
        if problem.severity is not Severity.STYLE:
            yield from self._line(finding)
            yield from self._text(shown(finding.help or "", None))
            yield from self._entries(finding)
        yield from self._others(defect)

    def brief(self, defect: Defect) -> Iterator[str]:
        """Yield the lines of one defect without the words around it: where it was, what it was, how often."""
        yield from self._title(defect.first)
        yield from self._text(shown(defect.first.finding.message, None))
        yield from self._others(defect)

    def _title(self, problem: Problem) -> Iterator[str]:
        """Yield severity, rule and place; the place on a line of its own where all three do not fit."""
        plain = f"{problem.severity.value}  {problem.rule}"
        severity = _coloured(problem.severity.value, _COLOURS[problem.severity], self._view)
        title = f"{severity}  {_coloured(problem.rule, _BOLD, self._view)}"
        place = self._where(problem.finding)
        gap = max(2, TITLE - len(plain))
        if len(plain) + gap + columns(place) <= self._view.width:
            yield f"{title}{' ' * gap}{place}"
        else:
            yield title
            yield f"{self._indent}{place}"

    def _where(self, finding: Finding) -> str:
        """Return the place as editors take it, or in words, for formats without lines."""
        path = shown(self._manuscript.documents[finding.document].path)
        if finding.span is None:
            return path
        found = self._whereabouts(finding)
        if found is not None:
            return shown(found.words) if finding.document == 0 else f"{path}: {shown(found.words)}"
        spot = self._places.spot(finding.span, finding.document)
        return f"{shown(spot.path)}:{spot.first.line}:{spot.first.column}" if spot else path

    def _whereabouts(self, finding: Finding) -> Whereabouts | None:
        """Return the place in words where it is known."""
        entry = finding.reference if finding.citation is None else None
        found = self._places.whereabouts(finding.span, finding.document, entry) if finding.span else None
        return found if found and found.words else None

    def _line(self, finding: Finding) -> Iterator[str]:
        if finding.span is None:
            return
        document = self._manuscript.documents[finding.document]
        spot = self._places.spot(finding.span, finding.document) if document.verbatim else None
        text, span = (spot.text, spot.span) if spot else (document.text, finding.span)
        part = excerpt(text, span, self._view.width - len(self._indent))
        marked = _coloured(part.marked, _UNDERLINED, self._view)
        yield f"{self._indent}{part.before}{marked}{part.after}"
        if finding.citation is not None or columns(part.marked) <= MARKED:
            yield f"{self._indent}{part.marks}"

    def _entries(self, finding: Finding) -> Iterator[str]:
        """Yield the entries that are meant, each with its line; not the entry that the problem itself marks."""
        meant = [finding.reference] if finding.reference is not None and finding.citation is not None else []
        meant += [entry for entry in finding.related if entry not in meant]
        for entry in meant[:ENTRIES]:
            yield self._entry(entry)
        if len(meant) > ENTRIES:
            yield f"{self._indent}↳ and {counted(len(meant) - ENTRIES, 'entry', 'entries')} more"

    def _entry(self, id: ReferenceId) -> str:
        reference = self._manuscript.reference(id)
        found = self._places.whereabouts(reference.span, reference.document, id)
        spot = self._places.spot(reference.span, reference.document)
        where = ""
        if found and reference.document == 0:
            where = found.short.removeprefix("list, ")
        elif spot:
            where = f"line {spot.first.line}" if reference.document == 0 else f"{shown(spot.path)}:{spot.first.line}"
        room = self._view.width - len(self._indent) - 2 - columns(where) - 3
        return f"{self._indent}↳ {fitted(self._words(reference), max(10, room))}   {where}".rstrip()

    def _words(self, reference: Reference) -> str:
        """Return an entry as it stands, or, where it stands as data, by its names, year, title and key."""
        if self._manuscript.documents[reference.document].references is None:
            return reference.text
        names = ", ".join(name.shown for name in reference.cited_as)
        parts = (names, reference.year.shown if reference.year else None, reference.title)
        return ". ".join(part for part in parts if part) + (f" [{reference.key}]" if reference.key else "")

    def _others(self, defect: Defect) -> Iterator[str]:
        """Yield the other places of the same defect; what stands on the line that is shown is only counted."""
        first, worded = self._other(defect.first.finding), self._whereabouts(defect.first.finding) is not None
        spots = dict.fromkeys(self._other(problem.finding) for problem in defect.problems[1:])
        places = [spot for spot in spots if spot and spot != first]
        if places:
            most = PLACES_OF_STYLE if defect.first.severity is Severity.STYLE else PLACES
            more = f" and {len(places) - most} more" if len(places) > most else ""
            lines = "" if worded else "on lines " if len(places) > 1 else "on line "
            named = ("; " if worded else ", ").join(places[:most])
            yield from self._text(f"also {lines}{named}{more} ({len(defect.problems)} in all)")
        elif first and len(defect.problems) > 1:
            yield from self._text(f"{len(defect.problems)} times {f'({first})' if worded else 'on this line'}")

    def _other(self, finding: Finding) -> str | None:
        spot = self._places.spot(finding.span, finding.document) if finding.span else None
        found = self._whereabouts(finding)
        if spot is None or found is not None:
            return shown(found.short) if found else None
        where = str(spot.first.line)
        return where if finding.document == 0 else f"{shown(spot.path)}:{where}"

    def _text(self, words: str) -> list[str]:
        return wrapped(words, self._view.width, self._indent)


def bold(words: str, view: View) -> str:
    """Return `words` in bold where colours are."""
    return _coloured(words, _BOLD, view)


def wrapped(words: str, width: int, indent: str) -> list[str]:
    """Return the lines of a paragraph."""
    return wrap(words, width, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)


def _coloured(words: str, code: str, view: View) -> str:
    return f"\x1b[{code}m{words}\x1b[0m" if view.colour and words else words


REPORT = Report("text", (".txt",), render, "one block for each defect, for people")
