"""`citecheck cache`: what is kept of earlier runs over folders, and how to be rid of it."""

from typing import Annotated

from citecheck.cli.choices import one_of
from citecheck.cli.option import Argument
from citecheck.cli.teaching import taught
from citecheck.cli.writing import FAILED, reason_of, say, write_output

NAME = "cache"
HELP = taught(
    "Show what is kept of runs over folders, so that unchanged files are not read twice, or clear it.",
    "citecheck cache info",
    "citecheck cache clear",
)
_ACTIONS = ("info", "clear")


def command(
    action: Annotated[str, Argument(metavar="ACTION", help="info or clear.")],
) -> int:
    """Show or clear the cache."""
    import sqlite3

    from citecheck.engine.cache import cache_folder, remove, what_is_kept

    asked = one_of(action, _ACTIONS, "action")
    try:
        folder = cache_folder()
        if asked == "clear":
            lines = [f"cleared: {_size(remove(folder))} in {folder}"]
        else:
            kept = what_is_kept(folder)
            lines = [
                f"{kept.path}",
                f"{kept.verdicts:,} verdicts on contents, {kept.contents:,} files known, {_size(kept.size)}",
            ]
    except (OSError, RuntimeError, sqlite3.Error) as error:
        words = reason_of(error) if isinstance(error, OSError) else f"the cache cannot be read: {error}"
        say(f"error: {words}; `citecheck cache clear` takes it away")
        return FAILED
    return 0 if write_output("\n".join(lines) + "\n") else FAILED


def _size(size: int) -> str:
    return f"{size / 1_000_000:,.1f} MB"
