"""`citecheck bib`: whether a reference list is sound by itself."""

from datetime import date
from typing import Annotated

from citecheck.cli import deciding
from citecheck.cli.option import Argument, Only, Option
from citecheck.cli.outcomes import outcomes_of, status_of
from citecheck.cli.reporting import Format, Output, formats_help, report_named, reports_for
from citecheck.cli.teaching import taught
from citecheck.cli.terminal import view
from citecheck.cli.writing import FAILED, complain, write_file, write_output

NAME = "bib"
HELP = taught(
    "Check a reference list by itself: duplicates, missing fields, numbers and years that cannot be right, names "
    "spelled in two ways. Exit status as of check.",
    "citecheck bib library.bib",
    "citecheck bib export.ris references.json",
    "citecheck bib article.docx --select duplicate-reference",
    "citecheck bib library.bib --ignore missing-field --format json",
)
#: Below the options.
more_help = formats_help


def command(
    paths: Annotated[
        list[str],
        Argument(metavar="LIST…", help="Lists, or articles that hold one; - is standard input.", show_default=False),
    ],
    *,
    format: Format = "text",
    output: Output = None,
    judging: Annotated[
        deciding.Judging,
        Only("select ignore min_severity min_confidence fail_on style stdin_filename config isolated baseline"),
    ],
    quiet: Annotated[bool, Option("--quiet", "-q", help="Print problems and nothing else.")] = False,
    no_color: Annotated[bool, Option("--no-color", help="No colours, whatever the terminal can do.")] = False,
    debug: Annotated[bool, Option("--debug", help="Show the traceback of a defect of citecheck itself.")] = False,
) -> int:
    """Check each list, report, and end with the status that tells the worst."""
    from citecheck.engine.pipeline import check
    from citecheck.engine.settings import Settings
    from citecheck.report.report import View

    rest = Settings(
        alone=True,
        present=date.today().year,  # noqa: DTZ011 the year of the person who asks
        debug=debug,
    )
    settings = deciding.settings_of(paths, judging.asked(rest))
    printed = report_named(format)
    files = reports_for(output or (), (*paths, *deciding.read_besides(settings)))
    outcomes, stopped = outcomes_of(paths, map(check, paths, settings))
    complain(outcomes)
    deciding.say_idle(outcomes, settings)
    written = [write_file(path, report.render(outcomes, View())) for path, report in files]
    written.append(write_output(printed.render(outcomes, view(quiet=quiet, no_color=no_color))))
    return stopped or (status_of(outcomes, settings) if all(written) else FAILED)
