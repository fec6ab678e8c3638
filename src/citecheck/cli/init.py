"""`citecheck init`: a configuration to begin with."""

from pathlib import Path
from typing import Annotated

from citecheck.cli.option import Argument
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
    folder: Annotated[str, Argument(metavar="FOLDER", help="Where it is to stand.")] = ".",
) -> int:
    """Write the file, unless there is one."""
    from citecheck.engine.policy.files import NAME as FILE
    from citecheck.engine.policy.written import template

    path = str(Path(folder, FILE))
    if Path(path).exists() or Path(path).is_symlink():
        raise UsageError(f"there is a {path} already; it is left as it is")
    if not create_file(path, template()):
        return FAILED
    say(f"{shown(path)} is written; citecheck config shows what is in force")
    return 0
