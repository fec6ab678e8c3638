"""What the terminal can show: its width, and whether colours are wanted."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from citecheck.report.report import View

#: Columns where nothing says how wide the terminal is, and the fewest a report is laid out for.
WIDTH = 100
NARROWEST = 40


def on_terminal() -> bool:
    """Whether standard output is read by a person at once."""
    return sys.stdout is not None and sys.stdout.isatty()


def view(*, quiet: bool = False, no_color: bool = False) -> View:
    """Return how standard output is to be written to; colours only on a terminal that wants them (no-color.org)."""
    from citecheck.report.report import View

    terminal = on_terminal()
    refused = no_color or bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    return View(width=_width(terminal=terminal), colour=terminal and not refused, quiet=quiet, said_apart=True)


def bold(words: str, shown: View) -> str:
    """Return `words` in bold where colours are."""
    return f"\x1b[1m{words}\x1b[0m" if shown.colour else words


def _width(*, terminal: bool) -> int:
    given = os.environ.get("COLUMNS", "")
    if given.isascii() and given.isdigit() and len(given) < 5:
        return max(NARROWEST, int(given))
    if not terminal:
        return WIDTH
    try:
        return max(NARROWEST, os.get_terminal_size(sys.stdout.fileno()).columns or WIDTH)
    except OSError:
        return WIDTH
