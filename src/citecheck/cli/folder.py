"""`citecheck check FOLDER`: the options of a run over many files, and the run from the search to the summary."""

import gc
import os
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from citecheck.cli.cluster import crew_of, found_at
from citecheck.cli.interruption import Interrupted, Request
from citecheck.cli.many import STANDARD_INPUT, Effort, Searching, is_folder
from citecheck.cli.terminal import on_terminal
from citecheck.cli.usage import UsageError
from citecheck.cli.writing import FAILED, reason_of, say
from citecheck.model.value import value

if TYPE_CHECKING:
    from citecheck.engine.across import Across
    from citecheck.engine.cache import Cache
    from citecheck.engine.folder_run import Checked, FolderRun
    from citecheck.engine.inventory import Inventory
    from citecheck.engine.policy.policy import Asked
    from citecheck.engine.tally import Tally
    from citecheck.report.report import Report, View


@value
class Search:
    """Which files are meant."""

    paths: tuple[str, ...]
    besides: Searching


@value
class Results:
    """Where the results go: what is printed, which files are written, and how it is shown."""

    printed: "Report"
    outputs: tuple[str, ...]
    inputs: tuple[str, ...]
    view: "View"
    pages: str | None = None
    across: bool = False


def check_all(search: Search, asked: "Asked", effort: Effort, results: Results) -> int:
    """Check all files that are meant; returns the exit status."""
    lists = asked.references
    if STANDARD_INPUT in (*search.paths, *lists):
        raise UsageError("standard input (-) goes with one article, not with a run over many files")
    absent = next((name for name in lists if not os.access(name, os.F_OK)), None)
    if absent is not None and effort.scheduler is None:  # a cluster has files of its own
        raise UsageError(f"--references {absent!r}: no such file")
    request = Request()
    gc.enable()  # unlike the check of one article this may take hours
    try:
        with request.heeded():
            return _Run(search, asked, effort, results).status(request)
    except Interrupted as interruption:
        return interruption.status
    except OSError as error:
        say(f"error: the run cannot go on: {(error.strerror or type(error).__name__).lower()}")
        return FAILED


class _Run:
    """A run over many files."""

    def __init__(self, search: Search, asked: "Asked", effort: Effort, results: Results) -> None:
        from citecheck.cli.article_pages import ArticlePages, wanted
        from citecheck.cli.progress import Progress
        from citecheck.cli.results import unread_in
        from citecheck.cli.streaming import StandardOutput
        from citecheck.engine.policy.policy import Policy
        from citecheck.engine.supervisor import Workers
        from citecheck.engine.warming import warm
        from citecheck.engine.worker import Checker, Limits

        self._pages = ArticlePages(results.outputs, wanted(results.pages, results.outputs), self._complain)
        self._search = search
        self._results = results
        self._printed = _printed_as(results.printed)
        self._unread_in = unread_in(results.outputs)
        self._prints = results.printed.format != "text" or self._unread_in is None
        self._limits = Limits(effort.timeout, effort.max_memory * 1_000_000, self._pages.wanted)
        self._policy = Policy(asked)
        self._workers: Workers = Workers(
            Checker(self._limits).serve, effort.jobs or len(os.sched_getaffinity(0)), partial(warm, self._pages.wanted)
        )
        self._progress: Progress = Progress(quiet=results.view.quiet, colour=results.view.colour)
        self._standard = StandardOutput(self._progress.hide)
        self._cached = not effort.no_cache
        self._scheduler = effort.scheduler
        self._across = _across() if results.across else None

    def status(self, request: Request) -> int:
        """Search, check and report; returns the exit status."""
        from citecheck.engine.tally import Tally

        try:
            inventory = self._inventory(request)
            if not len(inventory) and not request.made():
                say(f"error: {', '.join(self._search.paths) or self._search.besides.files_from}: no file to check")
                return FAILED
            tally = Tally(len(inventory))
            cache = self._cache()
            try:
                written = self._reported(inventory, cache, tally, request)
                if tally.finished == tally.found:
                    self._pages.sweep()
            finally:
                if cache is not None:
                    cache.close()
        finally:
            self._workers.stop()
            self._progress.hide()
        return request.status or self._judged(tally, written=written and not self._pages.failed)

    def _inventory(self, request: Request) -> "Inventory":
        from citecheck.cli.overwriting import Replaced
        from citecheck.engine.discovery import Search as Searched
        from citecheck.engine.discovery import discover
        from citecheck.engine.folder_run import listed
        from citecheck.engine.inventory import Inventory

        replaced = Replaced(self._results.outputs)
        exclude = tuple(self._search.besides.exclude or ())
        exact = Searched(
            lambda archive: listed(self._workers, self._limits, archive),
            exclude,
            gitignore=not self._search.besides.no_gitignore,
            outputs=tuple(filter(is_folder, self._results.outputs)),
            found_at=found_at(exclude) if self._scheduler else None,
        )
        inventory = Inventory()
        for file in discover((*self._search.paths, *_listed_in(self._search.besides.files_from)), exact):
            if request.made():
                break
            if not replaced.has(file.path):
                inventory.add(file)
            self._progress.looking(len(inventory))
        return inventory

    def _cache(self) -> "Cache | None":
        from citecheck.engine.cache import Cache

        return Cache(lambda words: self._say(f"note: {words}")) if self._cached else None

    def _reported(self, inventory: "Inventory", cache: "Cache | None", tally: "Tally", request: Request) -> bool:
        """Write all reports; returns whether each was written."""
        from citecheck.cli.results import pieces_of, written_to
        from citecheck.cli.streaming import Spread
        from citecheck.engine.folder_run import FolderRun
        from citecheck.report.report import View

        crew, status_of = crew_of(self._scheduler, self._workers, self._limits)
        run = FolderRun(
            inventory,
            crew,
            cache,
            settings_of=self._policy.settings_for,
            limits=self._limits,
            status_of=status_of,
            pages=self._pages,
        )
        printed = self._standard
        shown = pieces_of(self._printed, self._results.view) if self._prints else _nothing
        reports = [(shown, printed), *written_to(self._results.outputs, self._results.inputs, View())]
        outputs = [output for _, output in reports]

        def stopped() -> bool:
            dry = len(outputs) == 1 and printed.failed
            return request.made() or crew.lost is not None or self._is_unheard() or dry

        try:
            Spread(self._rows(run, tally, stopped), reports).run()
            if crew.lost is not None:
                self._say_lost(crew.lost)
            self._progress.hide()
            for output in outputs[1:]:
                output.finish()
            self._sum_up(tally)
            compared = self._compare()
            printed.finish()
        except BaseException:
            for output in outputs:
                output.abandon()
            raise
        return compared and not any(output.failed for output in outputs)

    def _rows(self, run: "FolderRun", tally: "Tally", stopped: Callable[[], bool]) -> "Iterator[Checked]":
        """Yield what comes of each file, counted and complained of; at the end what was not reached."""
        from citecheck.engine.folder_run import Checked
        from citecheck.engine.found import Found
        from citecheck.engine.verdict import unread_verdict
        from citecheck.model.fault import Fault, FaultKind

        for checked in run.checked(stopped, lambda: self._progress.show(tally, run.slowest)):
            tally.add(checked)
            if self._across is not None:
                self._across.add(checked)
            for error in (checked.verdict.brief or {}).get("errors", ()) if self._unread_in is None else ():
                self._complain(checked.file.path, error["message"])
            self._progress.show(tally, run.slowest)
            yield checked
        left = tally.found - tally.finished
        if left and not self._is_unheard():
            path = ", ".join(self._search.paths) or str(self._search.besides.files_from)
            message = f"the run was interrupted: {left:,} of {tally.found:,} files were not reached"
            self._complain(path, message)
            yield Checked(Found(path), unread_verdict(path, Fault(FaultKind.READ_IN_PART, message)))

    def _is_unheard(self) -> bool:
        """Whether nobody is left to read what comes of this run."""
        return self._standard.gone and not self._results.outputs

    def _sum_up(self, tally: "Tally") -> None:
        """Tell the counts: behind the problems where these are printed for people, else beside."""
        from citecheck.cli.summary import beside, following, summary

        if self._results.view.quiet or self._is_unheard():
            return
        for line in summary(tally, self._unread_in):
            self._tell(line)
        for line in beside(tally, cached=self._cached):
            say(line)
        if self._results.printed.format == "text":
            for line in following(tally, self._results.outputs):
                self._tell(line)

    def _tell(self, line: str) -> None:
        if self._printed.format == "concise":
            self._standard.write(f"{self._fitted(line)}\n")
        else:
            say(line)

    def _fitted(self, line: str) -> str:
        """Return a line broken between words where a terminal would break it within one."""
        from textwrap import wrap

        if not on_terminal():
            return line
        width = self._results.view.width
        parts = [line] if len(line) <= width else line.split("   ")  # a command, and what it is for
        indents = ["", *["  "] * len(parts)]
        return "\n".join(
            fitted
            for part, indent in zip(parts, indents, strict=False)
            for fitted in wrap(part, width, initial_indent=indent, subsequent_indent="  ", break_on_hyphens=False)
        )

    def _compare(self) -> bool:
        """Tell what only shows across the articles; returns whether all of it was written."""
        if self._across is None:
            return True
        from citecheck.cli.across import told

        lines, written = told(self._across, self._results.outputs)
        self._across.close()
        if not self._results.view.quiet and not self._is_unheard():
            for line in lines:
                self._tell(line)
        return written

    def _judged(self, tally: "Tally", *, written: bool) -> int:
        from citecheck.engine.verdict import State

        if not written or tally.of(State.UNREAD) or tally.in_part or tally.of(State.NOT_REACHED):
            return FAILED
        return int(tally.failing > 0)

    def _complain(self, path: str, message: str) -> None:
        from citecheck.text.shown import shown

        self._say(f"error: {shown(path)}: {shown(message, None)}")

    def _say_lost(self, words: str) -> None:
        from citecheck.text.shown import shown

        self._say(f"error: {shown(words, None)}")

    def _say(self, words: str) -> None:
        self._progress.hide()
        say(words)


def _listed_in(source: str | None) -> "Iterable[str]":
    """Return the paths that a file lists."""
    from citecheck.engine.discovery import paths_from

    try:
        return () if source is None else paths_from(source)
    except (OSError, ValueError) as error:
        raise UsageError(f"--files-from {source!r}: {reason_of(error)}") from error


def _across() -> "Across":
    from citecheck.engine.across import Across

    return Across()


def _printed_as(report: "Report") -> "Report":
    """Return the report that a run over many files prints: of the one for people, a line for each problem."""
    from citecheck.report.registry import report_of

    return (report_of("concise") if report.format == "text" else None) or report


def _nothing(rows: "Iterable[Checked]") -> Iterator[str]:
    """Print no problem where a folder of results tells all."""
    for _ in rows:
        yield ""
