"""`citecheck parse`: the entries of a reference list as they were read, so that a typed list becomes a library."""

from typing import TYPE_CHECKING, Annotated

from citecheck.cli.choices import one_of
from citecheck.cli.option import Argument, Option
from citecheck.cli.teaching import taught
from citecheck.cli.terminal import view
from citecheck.cli.writing import FAILED, say, write_output

if TYPE_CHECKING:
    from citecheck.engine.assembly import Entries

NAME = "parse"
FORMATS = ("text", "json", "bibtex", "csl-json", "ris")
HELP = taught(
    "Read the entries of a reference list into their fields.",
    "citecheck parse references.txt",
    "citecheck parse references.txt --lines --format json",
    "citecheck parse references.txt --format bibtex > references.bib",
)


def command(
    path: Annotated[
        str, Argument(metavar="LIST", help="A reference list, or an article that holds one; - is standard input.")
    ],
    *,
    lines: Annotated[bool, Option("--lines", help="Each line that is not empty is one entry.")] = False,
    format: Annotated[str, Option("--format", "-f", metavar="FORMAT", help=", ".join(FORMATS) + ".")] = "text",
) -> int:
    """Print the entries."""
    from citecheck.engine.assembly import line_entries, list_entries
    from citecheck.engine.reading import open_limited
    from citecheck.model.fault import ReadError
    from citecheck.text.shown import shown

    one_of(format, FORMATS, "format")
    try:
        raw = open_limited(path)
        entries = line_entries(raw) if lines else list_entries(raw, document_index=0)
    except ReadError as error:
        say(f"error: {shown(path)}: {shown(error.fault.message, None)}")
        return FAILED
    for fault in entries.faults:
        say(f"error: {shown(path)}: {shown(fault.message, None)}")
    if not entries.references:
        say(f"error: {shown(path)}: no reference list was found; --lines reads every line as an entry")
        return FAILED
    written = write_output(_written(entries, format))
    return 0 if written and not entries.faults else FAILED


def _written(entries: "Entries", format: str) -> str:
    from citecheck.report.entries import entries_json, entries_text
    from citecheck.report.places import Places

    places = Places(entries.documents, entries.references)
    if format == "json":
        return entries_json(entries.references, places)
    if format != "text":
        from citecheck.report.libraries.registry import library_of

        return library_of(format).write(entries.references)
    return entries_text(entries.references, places, view())
