"""`citecheck diff`: what a revision mended, what still stands, and what is new."""

from typing import TYPE_CHECKING, Annotated

import typer

# No `from __future__ import annotations` here: typer would compile the type of each option once more, from its text.
from citecheck.cli import deciding
from citecheck.cli.choices import SEVERITIES, one_of
from citecheck.cli.interruption import Interrupted
from citecheck.cli.teaching import taught
from citecheck.cli.terminal import view
from citecheck.cli.usage import UsageError
from citecheck.cli.writing import FAILED, complain, same_file, write_file, write_output

if TYPE_CHECKING:
    from citecheck.engine.settings import Settings
    from citecheck.model.outcome import Outcome
    from citecheck.model.revision import Revision
    from citecheck.report.revisions.comparison import Comparison

NAME = "diff"
HELP = taught(
    "Compare two versions of an article, in any formats: which problems the new one mended, which still stand, "
    "which are new. Exit status: 0 nothing new, 1 something new, 2 wrong usage or a file that was not wholly read.",
    "citecheck diff article-v1.docx article-v2.docx",
    "citecheck diff submitted.docx accepted.md --references library.bib",
    "citecheck diff v1.md v2.md --format markdown --output letter.md",
    "git show HEAD:article.md | citecheck diff - article.md --stdin-filename article.md",
)


def command(
    old: Annotated[str, typer.Argument(metavar="OLD", help="The version before; - is standard input.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The version after; - is standard input.")],
    *,
    references: deciding.References = None,
    old_references: Annotated[
        list[str] | None,
        typer.Option(metavar="FILE", help="The list of the old version, where it was another. Repeatable."),
    ] = None,
    references_heading: deciding.ReferencesHeading = None,
    format: Annotated[
        str, typer.Option("--format", "-f", metavar="FORMAT", help="What to print: text, markdown or json.")
    ] = "text",
    output: Annotated[
        list[str] | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Write it to .txt, .md or .json, by the extension. Repeatable."
        ),
    ] = None,
    select: deciding.Select = None,
    ignore: deciding.Ignore = None,
    min_severity: Annotated[
        str | None,
        typer.Option(
            metavar="SEVERITY",
            help=f"Compare nothing that matters less: {', '.join(SEVERITIES)}. Without it: style.",
        ),
    ] = None,
    min_confidence: deciding.MinConfidence = None,
    fail_on: Annotated[
        str | None,
        typer.Option(
            metavar="SEVERITY",
            help="Exit with 1 if something new matters as much; never for always 0. Without it: warning.",
        ),
    ] = None,
    language: deciding.Language = None,
    style: deciding.Style = None,
    stdin_filename: deciding.StdinFilename = None,
    config: deciding.Config = None,
    isolated: deciding.Isolated = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Leave out what was read of each version.")] = False,
    no_color: Annotated[bool, typer.Option("--no-color", help="No colours, whatever the terminal can do.")] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of a defect of citecheck itself.")] = False,
) -> None:
    """Check both versions, compare what was found, and end with the status that tells whether anything is new."""
    from citecheck.engine.policy.policy import Asked
    from citecheck.engine.revision import compare
    from citecheck.engine.settings import Settings
    from citecheck.model.value import replace
    from citecheck.report.report import View

    asked = Asked(
        deciding.chosen(
            references=references,
            references_heading=references_heading,
            select=select,
            min_severity=min_severity,
            min_confidence=min_confidence,
            fail_on=fail_on,
            language=language,
            style=style,
        ),
        Settings(ignore=deciding.named(ignore or ()), stdin_name=stdin_filename, debug=debug),
        config,
        isolated,
    )
    before, after = deciding.settings_of((old, new), asked)
    if old_references:
        before = replace(before, references=tuple(old_references))
    printed = _comparison(format)
    inputs = (old, new, *deciding.read_besides((before, after)))
    files = [(path, _comparison_for(path, inputs)) for path in output or ()]
    outcomes = _checked((old, before), (new, after))
    complain(outcomes)
    if any(outcome.manuscript is None for outcome in outcomes):
        raise typer.Exit(FAILED)
    revision = compare(*outcomes)
    written = [write_file(path, comparison.render(revision, View())) for path, comparison in files]
    written.append(write_output(printed.render(revision, view(quiet=quiet, no_color=no_color))))
    whole = all(written) and not any(outcome.faults for outcome in outcomes)
    raise typer.Exit(_status(revision, after) if whole else FAILED)


def _status(revision: "Revision", settings: "Settings") -> int:
    """Return 1 where the new version has what the old one had not, and what a check of it would fail for."""
    worst = settings.fail_on
    return int(worst is not None and any(problem.severity.rank <= worst.rank for problem in revision.new))


def _checked(old: "tuple[str, Settings]", new: "tuple[str, Settings]") -> "tuple[Outcome, Outcome]":
    from citecheck.engine.pipeline import check

    if old[0] == new[0] == "-":
        raise UsageError("only one of the two versions can come from standard input")
    try:
        return check(*old), check(*new)
    except Interrupted as interruption:  # half a comparison says nothing
        raise typer.Exit(interruption.status) from interruption


def _comparison(format: str) -> "Comparison":
    from citecheck.report.revisions.registry import comparisons

    found = {comparison.format: comparison for comparison in comparisons()}
    return found[one_of(format, tuple(found), "format")]


def _comparison_for(path: str, inputs: tuple[str, ...]) -> "Comparison":
    from citecheck.report.revisions.registry import comparison_for_path, comparisons

    if any(same_file(path, name) for name in inputs):
        raise UsageError(f"--output {path!r} is read by this comparison and would be overwritten")
    comparison = comparison_for_path(path)
    if comparison is None:
        suffixes = ", ".join(suffix for one in comparisons() for suffix in one.suffixes)
        raise typer.BadParameter(
            f"{path!r} tells no format: its name must end in one of {suffixes}", param_hint="--output"
        )
    return comparison
