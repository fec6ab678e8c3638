"""The command line: its commands, and how any of them ends."""

from __future__ import annotations

import os
import sys
from types import FrameType
from typing import Annotated, NoReturn

import typer

from citecheck import __version__
from citecheck.cli import check, explain, extract, parse, rules, text

#: What the person did wrong on the command line; typer exports only this descendant of the class.
_USAGE_ERROR: type[Exception] = typer.BadParameter.__bases__[0]
WRONG_USAGE = 2
INTERRUPTED = 130
TERMINATED = 143

app = typer.Typer(
    name="citecheck",
    help="Check whether the citations of a manuscript and its reference list agree.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for _module in (check, parse, extract, text, rules, explain):
    app.command(_module.NAME)(_module.command)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"citecheck {__version__}")
        raise typer.Exit


@app.callback()
def citecheck(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and end.")
    ] = False,
) -> None:
    """Check whether the citations of a manuscript and its reference list agree.

    Start with: citecheck check ARTICLE
    """


def main() -> NoReturn:
    """Run the command line and end the process; no traceback unless --debug asks for one."""
    sys.exit(_status(sys.argv[1:]))


def _status(arguments: list[str]) -> int:
    """Return the exit status of one run."""
    try:
        result = app(arguments, prog_name="citecheck", standalone_mode=False)
    except _USAGE_ERROR as error:
        return _wrong_usage(error)
    except KeyboardInterrupt:
        return INTERRUPTED
    return result if isinstance(result, int) else 0


def _wrong_usage(error: Exception) -> int:
    from citecheck.cli.writing import say
    from citecheck.text.shown import shown

    message = error.format_message() if hasattr(error, "format_message") else str(error)
    say(f"error: {shown(message, None)}")
    return WRONG_USAGE
