"""The command line: its commands, and how any of them ends."""

from __future__ import annotations

import gc
import sys
from contextlib import suppress
from importlib import import_module
from typing import Annotated, NoReturn

import typer

from citecheck import __version__
from citecheck.cli.interruption import Interrupted, heed_signals
from citecheck.cli.teaching import taught
from citecheck.cli.usage import UsageError
from citecheck.cli.writing import FAILED, say, write_escapes

#: Bytes of memory that a file given by hand may make the program take (LIMITS.md).
MEMORY = 1_500_000_000

HELP = taught(
    "Check whether the citations of a manuscript and its reference list agree.",
    "citecheck check article.md          what is wrong, and where",
    "citecheck extract article.md        what the tool saw",
    "citecheck explain year-mismatch     what a rule means",
)

#: Each is a module beside this one.
COMMANDS = (
    "check",
    "annotate",
    "bib",
    "diff",
    "parse",
    "extract",
    "text",
    "rules",
    "explain",
    "config",
    "init",
    "cache",
)


def application(arguments: list[str]) -> typer.Typer:
    """Return the command line as these arguments need it: where they begin with a command, the others are not made."""
    app = typer.Typer(
        name="citecheck",
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback(help=HELP)(citecheck)
    asked = arguments[0] if arguments else ""
    for name in (asked,) if asked in COMMANDS else () if asked == "--version" else COMMANDS:
        module = import_module(f"citecheck.cli.{name}")
        more = module.more_help() if hasattr(module, "more_help") and {"--help", "-h"} & {*arguments} else None
        app.command(module.NAME, help=module.HELP, epilog=more)(module.command)
    return app


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"citecheck {__version__}")
        raise typer.Exit


def citecheck(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and end.")
    ] = False,
) -> None:
    """Only what stands before a command: `citecheck --version`."""


def main() -> NoReturn:
    """Run the command line and end the process; no traceback unless --debug asks for one."""
    gc.disable()  # a run is short and makes no circles: looking for them costs a twentieth of it
    write_escapes()
    heed_signals()
    _limit_memory()
    status = run(sys.argv[1:])
    gc.freeze()  # nor need the interpreter look for them at its end
    sys.exit(status)


def run(arguments: list[str]) -> int:
    """Return the exit status of the program with these arguments."""
    try:
        result = application(arguments)(arguments, prog_name="citecheck", standalone_mode=False)
    except UsageError as error:
        return _wrong_usage(error)
    except Interrupted as interruption:
        return interruption.status
    except Exception as error:
        if "--debug" in arguments:
            raise
        say(f"error: internal error: {type(error).__name__}; run it again with --debug and report what it shows")
        return FAILED
    return result if isinstance(result, int) else 0


def _wrong_usage(error: Exception) -> int:
    from citecheck.text.shown import shown

    message = error.format_message() if hasattr(error, "format_message") else str(error)
    if message:  # empty where the help was printed instead
        say(f"error: {shown(message, None)}{_where_to_look(error)}")
    return FAILED


def _where_to_look(error: Exception) -> str:
    """Return where a person finds the right usage, for what typer says; what a command says tells it already."""
    context = getattr(error, "ctx", None)
    by_command = type(error) is UsageError and context is not None and context.parent is not None
    return "" if context is None or by_command else f" See {context.command_path} --help."


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # not a system that knows such limits
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    if soft == resource.RLIM_INFINITY or soft > MEMORY:
        with suppress(OSError, ValueError):  # a system may know the limit and refuse to set it
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, hard))
