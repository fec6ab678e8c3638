"""`citecheck init`: a configuration to begin with."""

from pathlib import Path
from typing import Annotated

import typer

# No `from __future__ import annotations` here: typer would compile the type of each option once more, from its text.
from citecheck.cli.teaching import taught
from citecheck.cli.usage import UsageError
from citecheck.cli.writing import FAILED, create_file, say
from citecheck.text.shown import shown

NAME = "init"
HELP = taught(
    "Write a citecheck.toml in which every key is explained, and that changes nothing until you do. "
    "A file that is there already is never touched.",
    "citecheck init",
    "citecheck init manuscripts/",
)


def command(
    folder: Annotated[str, typer.Argument(metavar="FOLDER", help="Where it is to stand.")] = ".",
) -> None:
    """Write the file, unless there is one."""
    from citecheck.engine.policy.files import NAME as FILE
    from citecheck.engine.policy.written import template

    path = str(Path(folder, FILE))
    if Path(path).exists() or Path(path).is_symlink():
        raise UsageError(f"there is a {path} already; it is left as it is")
    if not create_file(path, template()):
        raise typer.Exit(FAILED)
    say(f"{shown(path)} is written; citecheck config shows what is in force")
