"""The command line as typer has it: for help, completion, and calls that are rarer, or that have a slip."""

import inspect
from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Annotated

import typer

from citecheck import __version__
from citecheck.cli.option import REQUIRED, Argument, Command, Parameter, call, parameters
from citecheck.cli.teaching import taught
from citecheck.cli.usage import UsageError

HELP = taught(
    "Check whether the citations of a manuscript and its reference list agree.",
    "citecheck check article.md          what is wrong, and where",
    "citecheck extract article.md        what the tool saw",
    "citecheck explain year-mismatch     what a rule means",
)

#: The class of everything that typer finds wrong with a call; it exports only descendants of it.
_Wrong: type[Exception] = typer.BadParameter.__bases__[0]


def called(arguments: list[str], names: Iterable[str]) -> int:
    """Let typer read a call of one of the commands of these names, and run it; returns its exit status.

    Raises `UsageError`.
    """
    app = application(names, helps=not {"--help", "-h"}.isdisjoint(arguments))
    try:
        status = app(arguments, prog_name="citecheck", standalone_mode=False)
    except _Wrong as error:
        raise UsageError(_sentence(error)) from error
    return status if isinstance(status, int) else 0


def application(names: Iterable[str], *, helps: bool = False) -> typer.Typer:
    """Return the command line with the commands of these names; what stands below options is for who asks for help."""
    app = typer.Typer(
        name="citecheck",
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback(help=HELP)(_citecheck)
    for name in names:
        module = import_module(f"citecheck.cli.{name}")
        more = module.more_help() if helps and hasattr(module, "more_help") else None
        app.command(module.NAME, help=module.HELP, epilog=more)(_for_typer(module.command))
    return app


def _print_version(asked: bool) -> None:
    if asked:
        typer.echo(f"citecheck {__version__}")
        raise typer.Exit


def _citecheck(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and end.")
    ] = False,
) -> None:
    """Only what stands before a command: `citecheck --version`."""


def _for_typer(command: Command) -> Callable[..., int]:
    """Return a command with its options in the words of typer, each by itself."""

    def started(**given: object) -> int:
        return call(command, given)

    told = [_told(parameter) for parameter in parameters(command)]
    started.__dict__["__signature__"] = inspect.Signature(told)
    return started


def _told(parameter: Parameter) -> inspect.Parameter:
    made = typer.Argument if isinstance(parameter.option, Argument) else typer.Option
    return inspect.Parameter(
        parameter.name,
        inspect.Parameter.KEYWORD_ONLY,
        default=inspect.Parameter.empty if parameter.default is REQUIRED else parameter.default,
        annotation=Annotated[parameter.type, made(*parameter.option.written, **parameter.option.told)],
    )


def _sentence(error: Exception) -> str:
    """Return what typer found wrong, and where a person finds the right usage; nothing where help was printed."""
    message: str = error.format_message() if hasattr(error, "format_message") else str(error)
    context = getattr(error, "ctx", None)
    return f"{message} See {context.command_path} --help." if message and context is not None else message
