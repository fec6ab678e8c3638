"""In which formats a check is reported: one that is printed, and any number that are written to files."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

from citecheck.cli.choices import one_of
from citecheck.cli.option import Option
from citecheck.cli.teaching import taught
from citecheck.cli.usage import UsageError
from citecheck.cli.writing import same_file

if TYPE_CHECKING:
    from citecheck.report.report import Report


def complete_format(incomplete: str) -> list[str]:
    """Return the formats that begin so, for the shell."""
    from citecheck.report.registry import reports

    return [report.format for report in reports() if report.format.startswith(incomplete)]


Format = Annotated[
    str,
    Option(
        "--format",
        "-f",
        metavar="FORMAT",
        help="What to print: one of the formats below.",
        autocompletion=complete_format,
    ),
]
Output = Annotated[
    list[str] | None,
    Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write a report; the end of the name chooses its format, see below. Repeatable.",
    ),
]


def formats_help() -> str:
    """Return what `--help` says of each format, line by line."""
    from citecheck.report.registry import reports

    lines = (f"{one.format:<9} {one.description}: {', '.join(one.suffixes)}" for one in reports())
    return taught("Formats, and how the names of files end that are written in them; the longest end decides.", *lines)


def report_named(format: str) -> "Report":
    """Return the report of this format; raises `UsageError`."""
    from citecheck.report.registry import report_of, reports

    found = report_of(format)
    return found or report_named(one_of(format, tuple(one.format for one in reports()), "format"))


def reports_for(paths: Iterable[str], inputs: Iterable[str]) -> "list[tuple[str, Report]]":
    """Return each path with the report that is to be written there; raises `UsageError`."""
    read = tuple(inputs)
    return [(path, _report_for(path, read)) for path in paths]


def _report_for(path: str, inputs: tuple[str, ...]) -> "Report":
    from citecheck.report.registry import report_for_path, reports

    if any(same_file(path, name) for name in inputs):
        raise UsageError(f"--output {path!r} is read by this check and would be overwritten")
    report = report_for_path(path)
    if report is None:
        ends = ", ".join(end for one in reports() for end in one.suffixes)
        raise UsageError(f"--output {path!r} tells no format: its name must end in one of {ends}")
    return report
