"""The command line: its commands, and how any of them ends."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from importlib import import_module
from typing import NoReturn

from citecheck import __version__
from citecheck.cli.interruption import Interrupted, heed_signals
from citecheck.cli.option import call
from citecheck.cli.reading import plainly_read
from citecheck.cli.usage import UsageError
from citecheck.cli.writing import FAILED, say, write_escapes, write_output
from citecheck.text.pattern import keep
from citecheck.text.shown import shown

#: Bytes of memory that a file given by hand may make the program take (LIMITS.md).
MEMORY = 1_500_000_000

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


def main() -> NoReturn:
    """Run the command line and end the process; no traceback unless --debug asks for one."""
    gc.disable()  # a run is short and makes no circles: looking for them costs a twentieth of it
    write_escapes()
    heed_signals()
    _limit_memory()
    status = run(sys.argv[1:])
    keep()
    gc.freeze()  # nor need the interpreter look for them at its end
    sys.exit(status)


def run(arguments: list[str]) -> int:
    """Return the exit status of the program with these arguments."""
    try:
        return _called(arguments)
    except UsageError as error:
        return _wrong_usage(error)
    except Interrupted as interruption:
        return interruption.status
    except Exception as error:
        if "--debug" in arguments:
            raise
        say(f"error: internal error: {type(error).__name__}; run it again with --debug and report what it shows")
        return FAILED


def _called(arguments: list[str]) -> int:
    """Run a command; typer comes in where the call is not plain: it takes longer to import than an article to read."""
    if arguments == ["--version"]:
        return 0 if write_output(f"citecheck {__version__}\n") else FAILED
    name = arguments[0] if arguments else ""
    if name in COMMANDS and "_CITECHECK_COMPLETE" not in os.environ:
        command = import_module(f"citecheck.cli.{name}").command
        given = plainly_read(command, arguments[1:])
        if given is not None:
            return call(command, given)
    from citecheck.cli.application import called

    return called(arguments, (name,) if name in COMMANDS else COMMANDS)


def _wrong_usage(error: UsageError) -> int:
    message = str(error)
    if message:  # empty where the help was printed instead
        say(f"error: {shown(message, None)}")
    return FAILED


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # not a system that knows such limits
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    if soft == resource.RLIM_INFINITY or soft > MEMORY:
        with suppress(OSError, ValueError):  # a system may know the limit and refuse to set it
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, hard))
