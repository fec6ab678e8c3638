"""`citecheck diff`: what a revision mended, what still stands, and what is new."""

from typing import TYPE_CHECKING, Annotated

from citecheck.cli import deciding
from citecheck.cli.choices import one_of
from citecheck.cli.option import Argument, Only, Option
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
    old: Annotated[str, Argument(metavar="OLD", help="The version before; - is standard input.")],
    new: Annotated[str, Argument(metavar="NEW", help="The version after; - is standard input.")],
    *,
    judging: Annotated[
        deciding.Judging,
        Only(
            "references references_heading select ignore min_severity min_confidence fail_on language style "
            "stdin_filename config isolated"
        ),
    ],
    old_references: Annotated[
        list[str] | None,
        Option(metavar="FILE", help="The list of the old version, where it was another. Repeatable."),
    ] = None,
    format: Annotated[
        str, Option("--format", "-f", metavar="FORMAT", help="What to print: text, markdown or json.")
    ] = "text",
    output: Annotated[
        list[str] | None,
        Option("--output", "-o", metavar="FILE", help="Write it to .txt, .md or .json, by the extension. Repeatable."),
    ] = None,
    quiet: Annotated[bool, Option("--quiet", "-q", help="Leave out what was read of each version.")] = False,
    no_color: Annotated[bool, Option("--no-color", help="No colours, whatever the terminal can do.")] = False,
    debug: Annotated[bool, Option("--debug", help="Show the traceback of a defect of citecheck itself.")] = False,
) -> int:
    """Check both versions, compare what was found, and end with the status that tells whether anything is new."""
    from citecheck.engine.revision import compare
    from citecheck.engine.settings import Settings
    from citecheck.model.value import replace
    from citecheck.report.report import View

    before, after = deciding.settings_of((old, new), judging.asked(Settings(debug=debug)))
    if old_references:
        before = replace(before, references=tuple(old_references))
    printed = _comparison(format)
    inputs = (old, new, *deciding.read_besides((before, after)))
    files = [(path, _comparison_for(path, inputs)) for path in output or ()]
    outcomes = _checked((old, before), (new, after))
    complain(outcomes)
    if any(outcome.manuscript is None for outcome in outcomes):
        return FAILED
    revision = compare(*outcomes)
    written = [write_file(path, comparison.render(revision, View())) for path, comparison in files]
    written.append(write_output(printed.render(revision, view(quiet=quiet, no_color=no_color))))
    whole = all(written) and not any(outcome.faults for outcome in outcomes)
    return _status(revision, after) if whole else FAILED


def _status(revision: "Revision", settings: "Settings") -> int:
    """Return 1 where the new version has what the old one had not, and what a check of it would fail for."""
    worst = settings.fail_on
    return int(worst is not None and any(problem.severity.rank <= worst.rank for problem in revision.new))


def _checked(old: "tuple[str, Settings]", new: "tuple[str, Settings]") -> "tuple[Outcome, Outcome]":
    from citecheck.engine.pipeline import check

    if old[0] == new[0] == "-":
        raise UsageError("only one of the two versions can come from standard input")
    return check(*old), check(*new)


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
        raise UsageError(f"--output {path!r} tells no format: its name must end in one of {suffixes}")
    return comparison
