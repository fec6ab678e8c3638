"""`citecheck config`: which settings are in force for a file, and where each was chosen."""

from pathlib import Path
from typing import Annotated

from citecheck.cli import deciding
from citecheck.cli.option import Argument
from citecheck.cli.teaching import taught
from citecheck.cli.usage import UsageError
from citecheck.cli.writing import FAILED, write_output

NAME = "config"
HELP = taught(
    "Show the settings for an article, each with where it was chosen: by default, in which line of a file, or on the "
    "command line. What is printed is a valid citecheck.toml.",
    "citecheck config article.md",
    "citecheck config                          of the articles in this folder",
    "citecheck config article.md --fail-on error",
)


def command(
    path: Annotated[str, Argument(metavar="PATH", help="An article or a folder; it need not be there.")] = ".",
    *,
    judging: deciding.Judging,
) -> int:
    """Print the settings; nothing is checked."""
    from citecheck.engine.policy.mistake import Mistake
    from citecheck.engine.policy.policy import Policy
    from citecheck.engine.policy.written import in_force

    try:
        text = in_force(path, Policy(judging.asked()).held_for(_file(path)))
    except Mistake as mistake:
        raise UsageError(str(mistake)) from mistake
    return 0 if write_output(text) else FAILED


def _file(path: str) -> str:
    """Return a file whose settings those of `path` are: of a folder, one in it that no pattern names."""
    try:
        return str(Path(path, " ")) if Path(path).is_dir() else path
    except (OSError, ValueError):
        return path
