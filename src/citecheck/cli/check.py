"""`citecheck check`: whether the citations of an article and its reference list agree."""

from functools import partial
from typing import TYPE_CHECKING, Annotated, NamedTuple

from citecheck.cli import baselines, cluster, deciding, many
from citecheck.cli.changes import ACCEPTED, Changes, is_original
from citecheck.cli.fixing import DiffOption, Fixing, FixOption, UnsafeOption
from citecheck.cli.option import Argument, Option
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
        Argument(
            metavar="ARTICLE…", help="Articles, folders, archives, patterns; - is standard input.", show_default=False
        ),
    ] = None,
    *,
    searching: many.Searching,
    judging: deciding.Judging,
    format: Format = "text",
    output: Output = None,
    changes: Changes = ACCEPTED,
    fix: FixOption = False,
    diff: DiffOption = False,
    unsafe_fixes: UnsafeOption = False,
    write_baseline: baselines.WriteBaseline = None,
    watch: Watch = False,
    effort: many.Effort,
    pages: many.Pages = None,
    across: many.Across = False,
    quiet: Annotated[bool, Option("--quiet", "-q", help="Print problems and nothing else.")] = False,
    no_color: Annotated[bool, Option("--no-color", help="No colours, whatever the terminal can do.")] = False,
    debug: Annotated[bool, Option("--debug", help="Show the traceback of a defect of citecheck itself.")] = False,
) -> int:
    """Check each article, report, and end with the status that tells the worst."""
    from citecheck.engine.settings import Settings

    asked = judging.asked(Settings(original=is_original(changes), debug=debug))
    paths = many.given(paths, searching.files_from, output)
    inputs = (*paths, *deciding.read_besides(deciding.settings_of(paths, asked)))
    baselines.check_writable(write_baseline, inputs)
    printed, shown = report_named(format), view(quiet=quiet, no_color=no_color)
    handed = cluster.scheduler_of(effort.engine, effort.scheduler, paths)
    alone = {"fix": fix, "diff": diff, "watch": watch, "write_baseline": bool(write_baseline)}
    if many.is_run(paths, searching.files_from, output, elsewhere=bool(handed) or across, alone=alone, pages=pages):
        from citecheck.cli.folder import Results, Search, check_all

        results = Results(printed, tuple(output or ()), inputs, shown, pages, across=across)
        return check_all(Search(tuple(paths), searching), asked, effort._replace(scheduler=handed), results)
    fixing = partial(Fixing, effort, fix=fix, diff=diff, unsafe=unsafe_fixes)
    run = _Run(paths, asked, printed, reports_for(output or (), inputs), shown, write_baseline, fixing)
    return watched(inputs, run.once) if watch else run.once()[0]


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
