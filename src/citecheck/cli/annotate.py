"""`citecheck annotate`: the problems of an article as comments in a copy of it."""

from pathlib import PurePath
from typing import TYPE_CHECKING, Annotated

from citecheck.cli import deciding
from citecheck.cli.option import Argument, Only, Option
from citecheck.cli.teaching import taught
from citecheck.cli.usage import UsageError
from citecheck.cli.writing import FAILED, complain, same_file, say, write_copy, write_output

if TYPE_CHECKING:
    from citecheck.model.outcome import Outcome

NAME = "annotate"
HELP = taught(
    "Write the problems of a Word or OpenDocument file as comments into a copy of it. "
    "Exit status: 0 the copy was written, 2 it was not.",
    "citecheck annotate thesis.docx                              writes thesis-annotated.docx",
    "citecheck annotate thesis.docx --highlight -o marked.docx",
    "citecheck annotate article.odt --references library.bib",
)

_FORMATS = {".docx", ".odt"}


def command(
    path: Annotated[str, Argument(metavar="ARTICLE", help="A Word or OpenDocument file.")],
    *,
    output: Annotated[
        str | None, Option("--output", "-o", metavar="FILE", help="The copy; else ARTICLE-annotated beside it.")
    ] = None,
    highlight: Annotated[bool, Option("--highlight", help="Colour the words that are meant, too.")] = False,
    judging: Annotated[
        deciding.Judging,
        Only("references references_heading select ignore min_severity language style config isolated baseline"),
    ],
    debug: Annotated[bool, Option("--debug", help="Show the traceback of a defect of citecheck itself.")] = False,
) -> int:
    """Check one article and write the copy."""
    from citecheck.engine.annotation import annotate
    from citecheck.engine.settings import Settings
    from citecheck.model.fault import ReadError
    from citecheck.text.shown import shown

    (settings,) = deciding.settings_of([path], judging.asked(Settings(debug=debug)))
    target = _target(path, output, deciding.read_besides([settings]))
    try:
        outcome, data = annotate(path, settings, highlight=highlight)
    except ReadError as error:
        say(f"error: {shown(path)}: {shown(error.fault.message, None)}")
        return FAILED
    complain([outcome])
    if data is None or not write_copy(target, data, fresh=output is None):
        return FAILED
    told = write_output(f"{_told(outcome, target)}\n")
    return FAILED if outcome.faults or not told else 0


def _target(path: str, output: str | None, besides: tuple[str, ...]) -> str:
    """Return where the copy goes: never over a file that is read."""
    from citecheck.engine.reading import STANDARD_INPUT

    pure = PurePath(path)
    target = str(pure.with_name(f"{pure.stem}-annotated{pure.suffix}")) if output is None else output
    if STANDARD_INPUT in (path, target):
        raise UsageError("annotate reads and writes files by name, and - is standard input")
    ends = {pure.suffix.lower(), PurePath(target).suffix.lower()}
    if ends == _FORMATS:
        raise UsageError(
            f"--output {target!r}: the copy stays what the article is, so its name must end in {pure.suffix}"
        )
    if any(same_file(target, name) for name in (path, *besides)):
        raise UsageError(f"--output {target!r} is read by this command and would be overwritten")
    return target


def _told(outcome: "Outcome", target: str) -> str:
    from citecheck.fix.remarks import elsewhere, remarks
    from citecheck.text.shown import shown

    count = len(list(remarks(outcome)))
    comments = f"{count} comment{'' if count == 1 else 's'}"
    other = elsewhere(outcome)
    rest = f"; {other} more in the separate list: see citecheck check" if other else ""
    return f"{shown(target)}   {comments} by citecheck{rest}"
