"""`citecheck text`: the text of a file as it is read, in which spans count."""

from typing import Annotated

from citecheck.cli import deciding
from citecheck.cli.changes import ACCEPTED, Changes, is_original
from citecheck.cli.option import Argument, Only
from citecheck.cli.teaching import taught
from citecheck.cli.terminal import on_terminal
from citecheck.cli.writing import FAILED, say, write_output

NAME = "text"
HELP = taught(
    "Print the text of a manuscript as citecheck reads it, without markup.",
    "citecheck text article.md",
    "citecheck text chapter.txt | wc --words",
)


def command(
    path: Annotated[str, Argument(metavar="FILE", help="A manuscript; - is standard input.")],
    *,
    judging: Annotated[deciding.Judging, Only("input_format config isolated")],
    changes: Changes = ACCEPTED,
) -> int:
    """Print the text, on a terminal without what could steer it."""
    from citecheck.engine.plugins import plugged_readers
    from citecheck.engine.reading import open_manuscript, read_manuscript
    from citecheck.model.fault import ReadError
    from citecheck.text.shown import shown

    (settings,) = deciding.settings_of([path], judging.asked())
    plugged = plugged_readers(settings.plugins)
    try:
        raw = open_manuscript(path, settings)
        document = read_manuscript(raw, settings.input_format, plugged, original=is_original(changes))
    except ReadError as error:
        say(f"error: {shown(path)}: {shown(error.fault.message, None)}")
        return FAILED
    for fault in document.faults:
        say(f"error: {shown(path)}: {shown(fault.message, None)}")
    text = document.text
    if on_terminal():
        text = "\n".join(shown(line, None) for line in text.split("\n"))
    written = write_output(text if text.endswith("\n") else f"{text}\n")
    return 0 if written and not document.faults else FAILED
