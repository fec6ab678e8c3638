"""`citecheck text`: the text of a file as it is read, in which spans count."""

from typing import Annotated

import typer

from citecheck.cli.changes import ACCEPTED, Changes, is_original
from citecheck.cli.choices import known_format
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
    path: Annotated[str, typer.Argument(metavar="FILE", help="A manuscript; - is standard input.")],
    input_format: Annotated[
        str | None, typer.Option(metavar="FORMAT", help="Its format, whatever its name says.")
    ] = None,
    *,
    changes: Changes = ACCEPTED,
) -> None:
    """Print the text, on a terminal without what could steer it."""
    from citecheck.engine.reading import open_manuscript, read_manuscript
    from citecheck.engine.settings import Settings
    from citecheck.model.fault import ReadError
    from citecheck.text.shown import shown

    try:
        raw = open_manuscript(path, Settings())
        document = read_manuscript(raw, known_format(input_format), original=is_original(changes))
    except ReadError as error:
        say(f"error: {shown(path)}: {shown(error.fault.message, None)}")
        raise typer.Exit(FAILED) from error
    for fault in document.faults:
        say(f"error: {shown(path)}: {shown(fault.message, None)}")
    text = document.text
    if on_terminal():
        text = "\n".join(shown(line, None) for line in text.split("\n"))
    written = write_output(text if text.endswith("\n") else f"{text}\n")
    raise typer.Exit(0 if written and not document.faults else FAILED)
