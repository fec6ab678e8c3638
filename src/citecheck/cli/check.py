"""`citecheck check`: whether the citations of an article and its reference list agree."""

from functools import partial
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

# No `from __future__ import annotations` here: typer would compile the type of each option once more, from its text.
from citecheck.cli import across as comparing
from citecheck.cli import baselines, cluster, deciding, folder
from citecheck.cli.changes import ACCEPTED, Changes, is_original
from citecheck.cli.fixing import DiffOption, Fixing, FixOption, UnsafeOption
from citecheck.cli.outcomes import outcomes_of, status_of
from citecheck.cli.reporting import Format, Output, formats_help, report_named, reports_for
from citecheck.cli.teaching import taught
from citecheck.cli.terminal import view
from citecheck.cli.watching import Watch, watched
from citecheck.cli.writing import FAILED, complain, write_file

if TYPE_CHECKING:
    from collections.abc import Callable

    from citecheck.engine.policy.policy import Asked
    from citecheck.model.outcome import Outcome
    from citecheck.report.report import Report, View

NAME = "check"
HELP = taught(
    "Check whether citations and reference list agree. "
    "Exit status: 0 nothing found, 1 something found, 2 wrong usage or a file that was not wholly read.",
    "citecheck check article.md",
    "citecheck check chapter.txt --references library.bib",
    "citecheck check article.md --select year-mismatch,misspelled-author",
    "citecheck check article.md --style apa",
    "citecheck check article.md --diff --unsafe-fixes",
    "citecheck check archive/2019 --exclude drafts/",
    "citecheck check *.md --output report.html --output report.sarif --output queries.md",
    "pandoc thesis.docx -t plain | citecheck check -",
)
#: What `--help` says below the options.
more_help = formats_help


def command(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="ARTICLE…", help="Articles, folders, archives, patterns; - is standard input.", show_default=False
        ),
    ] = None,
    *,
    files_from: folder.FilesFrom = None,
    exclude: folder.Exclude = None,
    no_gitignore: folder.NoGitignore = False,
    references: deciding.References = None,
    references_heading: deciding.ReferencesHeading = None,
    format: Format = "text",
    output: Output = None,
    select: deciding.Select = None,
    ignore: deciding.Ignore = None,
    min_severity: deciding.MinSeverity = None,
    min_confidence: deciding.MinConfidence = None,
    fail_on: deciding.FailOn = None,
    orphans: deciding.Orphans = None,
    language: deciding.Language = None,
    style: deciding.Style = None,
    input_format: deciding.InputFormat = None,
    changes: Changes = ACCEPTED,
    stdin_filename: deciding.StdinFilename = None,
    fix: FixOption = False,
    diff: DiffOption = False,
    unsafe_fixes: UnsafeOption = False,
    config: deciding.Config = None,
    isolated: deciding.Isolated = False,
    baseline: deciding.Baseline = None,
    write_baseline: baselines.WriteBaseline = None,
    watch: Watch = False,
    jobs: folder.Jobs = None,
    timeout: folder.Timeout = 30.0,
    max_memory: folder.MaxMemory = 1_500,
    no_cache: folder.NoCache = False,
    engine: cluster.Engine = cluster.LOCAL,
    scheduler: cluster.Scheduler = None,
    pages: folder.Pages = None,
    across: comparing.AcrossOption = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print problems and nothing else.")] = False,
    no_color: Annotated[bool, typer.Option("--no-color", help="No colours, whatever the terminal can do.")] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of a defect of citecheck itself.")] = False,
) -> None:
    """Check each article, report, and end with the status that tells the worst."""
    from citecheck.engine.policy.policy import Asked
    from citecheck.engine.settings import Settings

    asked = Asked(
        deciding.chosen(
            references=references,
            references_heading=references_heading,
            select=select,
            min_severity=min_severity,
            min_confidence=min_confidence,
            fail_on=fail_on,
            orphans=orphans,
            language=language,
            style=style,
            input_format=input_format,
            baseline=baseline,
        ),
        Settings(
            ignore=deciding.named(ignore or ()),
            stdin_name=stdin_filename,
            original=is_original(changes),
            debug=debug,
        ),
        config,
        isolated,
    )
    paths = folder.given(paths, files_from)
    inputs = (*paths, *deciding.read_besides(deciding.settings_of(paths, asked)))
    baselines.check_writable(write_baseline, inputs)
    printed, shown = report_named(format), view(quiet=quiet, no_color=no_color)
    handed = cluster.scheduler_of(engine, scheduler, paths)
    alone = {"fix": fix, "diff": diff, "watch": watch, "write_baseline": bool(write_baseline)}
    if folder.is_run(paths, files_from, output, elsewhere=bool(handed) or across, alone=alone, pages=pages):
        search = folder.Search(tuple(paths), files_from, tuple(exclude or ()), gitignore=not no_gitignore)
        effort = folder.Effort(jobs, timeout, max_memory, cache=not no_cache, scheduler=handed)
        results = folder.Results(printed, tuple(output or ()), inputs, shown, pages, across=across)
        raise typer.Exit(folder.check_all(search, asked, effort, results))
    fixing = partial(Fixing, fix=fix, diff=diff, unsafe=unsafe_fixes)
    run = _Run(paths, asked, printed, reports_for(output or (), inputs), shown, write_baseline, fixing)
    raise typer.Exit(watched(inputs, run.once) if watch else run.once()[0])


class _Run(NamedTuple):
    """What is checked, how, and where the reports go."""

    paths: list[str]
    asked: "Asked"
    printed: "Report"
    files: "list[tuple[str, Report]]"
    shown: "View"
    baseline: str | None
    fixing: "Callable[[], Fixing]"

    def once(self) -> "tuple[int, list[Outcome]]":
        """Check, report, and return the exit status and what was checked."""
        from citecheck.report.report import View

        settings = deciding.settings_of(self.paths, self.asked)
        fixing = self.fixing()
        outcomes, stopped = outcomes_of(self.paths, fixing.checked(self.paths, settings))
        complain(outcomes)
        deciding.say_idle(outcomes, settings)
        written = [write_file(path, report.render(outcomes, View())) for path, report in self.files]
        written.append(fixing.report(self.printed.render(outcomes, self.shown)))
        status = baselines.write(self.baseline, outcomes) if self.baseline else status_of(outcomes, settings)
        return stopped or (status if all(written) else FAILED), outcomes
