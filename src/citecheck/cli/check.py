"""`citecheck check`: do the citations of an article and its reference list agree?"""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from citecheck.cli.choices import SEVERITIES, complete_rule, one_of, rule_names, severity, threshold
from citecheck.cli.writing import FAILED, say, write_file, write_output
from citecheck.engine.settings import Settings
from citecheck.model.outcome import Outcome
from citecheck.model.problem import Severity
from citecheck.report.report import Report, View

NAME = "check"
#: Columns where nothing says how wide the terminal is, and the fewest a report is laid out for.
WIDTH = 100
NARROWEST = 40


def command(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="ARTICLE…", help="Articles to check; - is standard input.", show_default=False),
    ],
    references: Annotated[
        list[str] | None,
        typer.Option(
            "--references", "-r", metavar="FILE", help="A reference list that stands apart: .bib, text … Repeatable."
        ),
    ] = None,
    references_heading: Annotated[
        str | None, typer.Option(metavar="WORDS", help="The heading under which the list stands in the text.")
    ] = None,
    format: Annotated[
        str | None, typer.Option("--format", "-f", metavar="FORMAT", help="text (default) or json, on standard output.")
    ] = None,
    output: Annotated[
        list[str] | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Write a report; the extension chooses its format. Repeatable."
        ),
    ] = None,
    select: Annotated[
        list[str] | None,
        typer.Option(metavar="RULE", help="Only these rules. Repeatable.", autocompletion=complete_rule),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(metavar="RULE", help="All rules but these. Repeatable.", autocompletion=complete_rule),
    ] = None,
    min_severity: Annotated[
        str, typer.Option(metavar="SEVERITY", help=f"Show nothing that matters less: {', '.join(SEVERITIES)}.")
    ] = Severity.STYLE.value,
    min_confidence: Annotated[
        float, typer.Option(min=0, max=1, metavar="0…1", help="What is less sure than this becomes a hint.")
    ] = 0.5,
    fail_on: Annotated[
        str, typer.Option(metavar="SEVERITY", help="Exit with 1 from this severity on; never for always 0.")
    ] = Severity.WARNING.value,
    orphans: Annotated[
        bool, typer.Option("--orphans", help="Report uncited entries even of a list that looks like a whole library.")
    ] = False,
    language: Annotated[
        str | None, typer.Option(metavar="CODE", help="Language of the article, such as en; else it is found.")
    ] = None,
    input_format: Annotated[
        str | None, typer.Option(metavar="FORMAT", help="Format of the article, whatever its name says.")
    ] = None,
    stdin_filename: Annotated[
        str | None, typer.Option(metavar="NAME", help="The name that - is reported under and judged by.")
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print problems and nothing else.")] = False,
    no_color: Annotated[bool, typer.Option("--no-color", help="No colours, whatever the terminal can do.")] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of a defect of citecheck itself.")] = False,
) -> None:
    """Check whether citations and reference list agree.

    Exit status: 0 nothing found, 1 something found, 2 wrong usage or a file that was not wholly read.

    \b
    citecheck check article.md
    citecheck check chapter.txt --references library.bib
    citecheck check *.md --format json --output report.json
    pandoc thesis.docx -t plain | citecheck check -
    """
    settings = Settings(
        references=tuple(references or ()),
        references_heading=references_heading,
        select=rule_names(select or ()),
        ignore=rule_names(ignore or ()),
        min_severity=severity(min_severity),
        min_confidence=min_confidence,
        stdin_name=stdin_filename,
        input_format=input_format,
        language=language,
        orphans=orphans,
        debug=debug,
    )
    fails = threshold(fail_on)
    printed = _report(format or "text")
    files = [(path, _report_for(path, (*paths, *settings.references))) for path in output or ()]
    outcomes = _outcomes(paths, settings)
    _complain(outcomes)
    written = [write_file(path, report.render(outcomes, View())) for path, report in files]
    written.append(write_output(printed.render(outcomes, _view(quiet, no_color))))
    raise typer.Exit(_status(outcomes, fails) if all(written) else FAILED)


def _outcomes(paths: list[str], settings: Settings) -> list[Outcome]:
    from citecheck.engine.pipeline import check

    return [check(path, settings) for path in paths]


def _complain(outcomes: list[Outcome]) -> None:
    """Say on standard error what was not read, one line for each reason."""
    from citecheck.text.shown import shown

    for outcome in outcomes:
        for fault in outcome.faults:
            say(f"error: {shown(outcome.path)}: {shown(fault.message, None)}")


def _status(outcomes: list[Outcome], fails: Severity | None) -> int:
    if any(outcome.faults for outcome in outcomes):
        return FAILED
    problems = (problem for outcome in outcomes for problem in outcome.problems)
    return int(fails is not None and any(problem.severity.rank <= fails.rank for problem in problems))


def _report(format: str) -> Report:
    from citecheck.report.registry import report_names, report_of

    report = report_of(format)
    return report if report else _report(one_of(format, report_names(), "format"))


def _report_for(path: str, inputs: tuple[str, ...]) -> Report:
    from citecheck.report.registry import report_for_path, reports

    if any(os.path.exists(path) and os.path.exists(name) and os.path.samefile(path, name) for name in inputs):
        raise typer.BadParameter(f"{path!r} is read by this check and would be overwritten", param_hint="--output")
    report = report_for_path(path)
    if report is None:
        suffixes = ", ".join(suffix for one in reports() for suffix in one.suffixes)
        raise typer.BadParameter(
            f"{path!r} tells no format: its name must end in one of {suffixes}", param_hint="--output"
        )
    return report


def _view(quiet: bool, no_color: bool) -> View:
    terminal = sys.stdout is not None and sys.stdout.isatty()
    colour = terminal and not no_color and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return View(width=_width(terminal), colour=colour, quiet=quiet)


def _width(terminal: bool) -> int:
    given = os.environ.get("COLUMNS", "")
    if given.isascii() and given.isdigit() and len(given) < 5:
        return max(NARROWEST, int(given))
    return max(NARROWEST, os.get_terminal_size(sys.stdout.fileno()).columns or WIDTH) if terminal else WIDTH
