"""`citecheck extract`: the citations and entries of an article as they were read, for whoever doubts a report."""

from typing import Annotated

from citecheck.cli import deciding
from citecheck.cli.changes import ACCEPTED, Changes, is_original
from citecheck.cli.choices import one_of
from citecheck.cli.option import Argument, Only, Option
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
    path: Annotated[str, Argument(metavar="FILE", help="An article; - is standard input.")],
    *,
    judging: Annotated[deciding.Judging, Only("references references_heading input_format config isolated")],
    format: Annotated[str, Option("--format", "-f", metavar="FORMAT", help="text or json.")] = "text",
    changes: Changes = ACCEPTED,
    debug: Annotated[bool, Option("--debug", help="Show the traceback of a defect of citecheck itself.")] = False,
) -> int:
    """Read one article and print what was read; no rule is asked."""
    from citecheck.engine.pipeline import read
    from citecheck.engine.settings import Settings

    one_of(format, ("text", "json"), "format")
    rest = Settings(original=is_original(changes), debug=debug)
    (settings,) = deciding.settings_of([path], judging.asked(rest))
    outcome = read(path, settings)
    complain([outcome])
    if format == "json":
        from citecheck.report.json import REPORT

        written = write_output(REPORT.render([outcome], view()))
    else:
        from citecheck.report.reading import reading_text

        written = outcome.manuscript is None or write_output(reading_text(outcome.manuscript, view()))
    return 0 if written and not outcome.faults else FAILED
