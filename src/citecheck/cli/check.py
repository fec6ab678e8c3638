"""`citecheck check`: whether the citations of an article and its reference list agree."""

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

# No `from __future__ import annotations` here: typer would compile the type of each option once more, from its text.
from citecheck.cli.changes import ACCEPTED, Changes, is_original
from citecheck.cli.choices import (
    SEVERITIES,
    complete_rule,
    complete_style,
    known_format,
    known_language,
    known_style,
    one_of,
    rule_names,
    severity,
    threshold,
)
from citecheck.cli.fixing import DiffOption, Fixing, FixOption, UnsafeOption
from citecheck.cli.interruption import Interrupted
from citecheck.cli.teaching import taught
from citecheck.cli.terminal import view
from citecheck.cli.usage import UsageError
from citecheck.cli.watching import Watch, watched
from citecheck.cli.writing import FAILED, complain, same_file, write_file

if TYPE_CHECKING:
    from collections.abc import Callable

    from citecheck.model.outcome import Outcome
    from citecheck.model.problem import Severity
    from citecheck.report.report import Report

NAME = "check"
HELP = taught(
    "Check whether citations and reference list agree. "
    "Exit status: 0 nothing found, 1 something found, 2 wrong usage or a file that was not wholly read.",
    "citecheck check article.md",
    "citecheck check chapter.txt --references library.bib",
    "citecheck check article.md --select year-mismatch,misspelled-author",
    "citecheck check article.md --style apa",
    "citecheck check article.md --diff --unsafe-fixes",
    "citecheck check *.md --output report.json --output report.html",
    "pandoc thesis.docx -t plain | citecheck check -",
)


def command(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="ARTICLE…", help="Articles to check; - is standard input.", show_default=False),
    ],
    *,
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
        str, typer.Option("--format", "-f", metavar="FORMAT", help="What to print: text, json or html.")
    ] = "text",
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
    ] = "style",
    min_confidence: Annotated[
        float, typer.Option(min=0, max=1, metavar="0…1", help="What is less sure than this becomes a hint.")
    ] = 0.5,
    fail_on: Annotated[
        str, typer.Option(metavar="SEVERITY", help="Exit with 1 from this severity on; never for always 0.")
    ] = "warning",
    orphans: Annotated[
        bool, typer.Option("--orphans", help="Report uncited entries even of a list that looks like a whole library.")
    ] = False,
    language: Annotated[
        str | None, typer.Option(metavar="CODE", help="Language of the article, such as en; else it is found.")
    ] = None,
    style: Annotated[
        str | None,
        typer.Option(
            metavar="STYLE",
            help="Judge matters of style by apa, chicago, harvard, mla, ieee, vancouver, asa, ama, abnt, din1505, "
            "iso690 or gost; else by the article's own habits.",
            autocompletion=complete_style,
        ),
    ] = None,
    input_format: Annotated[
        str | None, typer.Option(metavar="FORMAT", help="Format of the article, whatever its name says.")
    ] = None,
    changes: Changes = ACCEPTED,
    stdin_filename: Annotated[
        str | None, typer.Option(metavar="NAME", help="The name that - is reported under and judged by.")
    ] = None,
    fix: FixOption = False,
    diff: DiffOption = False,
    unsafe_fixes: UnsafeOption = False,
    watch: Watch = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print problems and nothing else.")] = False,
    no_color: Annotated[bool, typer.Option("--no-color", help="No colours, whatever the terminal can do.")] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of a defect of citecheck itself.")] = False,
) -> None:
    """Check each article, report, and end with the status that tells the worst."""
    from citecheck.engine.settings import Settings
    from citecheck.report.report import View

    settings = Settings(
        references=tuple(references or ()),
        references_heading=references_heading,
        select=rule_names(select or ()),
        ignore=rule_names(ignore or ()),
        min_severity=severity(min_severity),
        min_confidence=min_confidence,
        stdin_name=stdin_filename,
        input_format=known_format(input_format),
        language=known_language(language),
        style=known_style(style),
        orphans=orphans,
        original=is_original(changes),
        debug=debug,
    )
    fails = threshold(fail_on)
    printed = _report(format)
    files = [(path, _report_for(path, (*paths, *settings.references))) for path in output or ()]

    def once() -> "tuple[int, list[Outcome]]":
        fixing = Fixing(fix=fix, diff=diff, unsafe=unsafe_fixes)
        outcomes, stopped = _outcomes(paths, partial(fixing.check, settings=settings))
        complain(outcomes)
        written = [write_file(path, report.render(outcomes, View())) for path, report in files]
        written.append(fixing.report(printed.render(outcomes, view(quiet=quiet, no_color=no_color))))
        return stopped or (_status(outcomes, fails) if all(written) else FAILED), outcomes

    raise typer.Exit(watched((*paths, *settings.references), once) if watch else once()[0])


def _outcomes(paths: list[str], check: "Callable[[str], Outcome]") -> "tuple[list[Outcome], int]":
    """Return an outcome for each path, and the exit status of an interruption, 0 where there was none."""
    from citecheck.engine.pipeline import unread
    from citecheck.model.fault import Fault, FaultKind

    outcomes: list[Outcome] = []
    try:
        for path in paths:
            outcomes.append(check(path))  # noqa: PERF401 an interruption keeps what was checked before it
    except Interrupted as interruption:
        fault = Fault(FaultKind.READ_IN_PART, "not checked: the run was interrupted")
        return outcomes + [unread(path, fault) for path in paths[len(outcomes) :]], interruption.status
    return outcomes, 0


def _status(outcomes: "list[Outcome]", fails: "Severity | None") -> int:
    if any(outcome.faults for outcome in outcomes):
        return FAILED
    problems = (problem for outcome in outcomes for problem in outcome.problems)
    return int(fails is not None and any(problem.severity.rank <= fails.rank for problem in problems))


def _report(format: str) -> "Report":
    from citecheck.report.registry import report_of, reports

    found = report_of(format)
    return found or _report(one_of(format, tuple(one.format for one in reports()), "format"))


def _report_for(path: str, inputs: tuple[str, ...]) -> "Report":
    from citecheck.report.registry import report_for_path, reports

    if any(same_file(path, name) for name in inputs):
        raise UsageError(f"--output {path!r} is read by this check and would be overwritten")
    report = report_for_path(path)
    if report is None:
        suffixes = ", ".join(suffix for one in reports() for suffix in one.suffixes)
        raise typer.BadParameter(
            f"{path!r} tells no format: its name must end in one of {suffixes}", param_hint="--output"
        )
    return report
