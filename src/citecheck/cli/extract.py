"""`citecheck extract`: the citations and entries of an article as they were read, for whoever doubts a report."""

from typing import Annotated

import typer

from citecheck.cli import deciding
from citecheck.cli.changes import ACCEPTED, Changes, is_original
from citecheck.cli.choices import one_of
from citecheck.cli.teaching import taught
from citecheck.cli.terminal import view
from citecheck.cli.writing import FAILED, complain, write_output

NAME = "extract"
HELP = taught(
    "Show what citecheck sees in an article: every citation with the entry it means, and every entry.",
    "citecheck extract article.md",
    "citecheck extract chapter.txt --references library.bib",
    "citecheck extract article.md --format json",
)


def command(
    path: Annotated[str, typer.Argument(metavar="FILE", help="An article; - is standard input.")],
    *,
    references: deciding.References = None,
    references_heading: deciding.ReferencesHeading = None,
    format: Annotated[str, typer.Option("--format", "-f", metavar="FORMAT", help="text or json.")] = "text",
    input_format: deciding.InputFormat = None,
    changes: Changes = ACCEPTED,
    config: deciding.Config = None,
    isolated: deciding.Isolated = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of a defect of citecheck itself.")] = False,
) -> None:
    """Read one article and print what was read; no rule is asked."""
    from citecheck.engine.pipeline import read
    from citecheck.engine.policy.policy import Asked
    from citecheck.engine.settings import Settings

    one_of(format, ("text", "json"), "format")
    choices = deciding.chosen(references=references, references_heading=references_heading, input_format=input_format)
    asked = Asked(choices, Settings(original=is_original(changes), debug=debug), config, isolated)
    (settings,) = deciding.settings_of([path], asked)
    outcome = read(path, settings)
    complain([outcome])
    if format == "json":
        from citecheck.report.json import REPORT

        written = write_output(REPORT.render([outcome], view()))
    else:
        from citecheck.report.reading import reading_text

        written = outcome.manuscript is None or write_output(reading_text(outcome.manuscript, view()))
    raise typer.Exit(0 if written and not outcome.faults else FAILED)
