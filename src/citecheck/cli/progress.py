"""How far a run over many files is: a bar on a terminal, a line now and then elsewhere.

Written by hand: the bars of rich are drawn by a thread, which may hold a lock when a worker is forked.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import PurePath
from typing import TYPE_CHECKING

from citecheck.cli.writing import say
from citecheck.engine.verdict import State
from citecheck.report.agreement import counted
from citecheck.text.shown import shown

if TYPE_CHECKING:
    from citecheck.engine.tally import Tally

#: Seconds between two drawings of the bar, and between two lines.
_DRAWN, _SAID = 0.1, 15.0
#: Seconds over which the rate is taken, and after which a file counts as slow.
_WINDOW, _SLOW = 20.0, 3.0
_SHORTEST_BAR, _WIDEST_BAR = 8, 40
_ERASE = "\r\x1b[2K"


class Progress:
    """Tells on standard error how far a run is."""

    def __init__(self, *, quiet: bool, colour: bool) -> None:
        self._quiet = quiet
        self._colour = colour
        self._bar = not quiet and sys.stderr is not None and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
        self._begun = self._last = time.monotonic()
        self._drawn = False
        self._marks: list[tuple[float, int]] = [(self._begun, 0)]

    def show(self, tally: Tally, running: tuple[str, float] | None) -> None:
        """Tell how far the run is, if it is time; `running` is the file read longest, and for how long."""
        now = time.monotonic()
        if self._quiet or now - self._last < (_DRAWN if self._bar else _SAID):
            return
        self._last = now
        self._marks = [mark for mark in self._marks if now - mark[0] < _WINDOW] or self._marks[-1:]
        rate = self._rate(now, tally.finished)
        self._marks.append((now, tally.finished))
        words = _words(tally, rate, running)
        if not self._bar:
            say(" · ".join((f"{tally.finished:,} of {tally.found:,} files", *words.values())))
            return
        self._write(f"{_ERASE}{self._line(tally, words)}")
        self._drawn = True

    def looking(self, found: int) -> None:
        """Tell how many files were found so far."""
        now = time.monotonic()
        if self._bar and now - self._last >= _DRAWN:
            self._last = now
            self._write(f"{_ERASE}Looking for files: {found:,}")
            self._drawn = True

    def hide(self) -> None:
        """Take the bar away, so that other lines can be written."""
        if self._drawn:
            self._write(_ERASE)
            self._drawn = False

    def _rate(self, now: float, finished: int) -> float:
        since, before = self._marks[0]
        return (finished - before) / max(now - since, 0.001)

    def _line(self, tally: Tally, words: dict[str, str]) -> str:
        """Return the line with the bar; on a narrow terminal without what matters least."""
        columns = os.get_terminal_size(sys.stderr.fileno()).columns or 80
        columns -= 3  # a terminal echoes ^C behind the bar, and what runs over the edge is not erased with the line
        part = tally.finished / max(tally.found, 1)
        head = f"Reading {tally.found:,} files  "
        kept = dict(words)
        for least in _LEAST:
            kept.pop(least, None)
            if least == "verb":
                head = f"{tally.found:,} files  "
            tail = f"  {part:4.0%}  {' · '.join(kept.values())}"
            room = min(_WIDEST_BAR, columns - len(head) - len(tail))
            if room >= _SHORTEST_BAR:
                return f"{head}{self._drawn_bar(part, room)}{tail}"
        return f"{part:4.0%}"

    def _drawn_bar(self, part: float, room: int) -> str:
        full = int(part * room)
        done, left = "━" * full, "━" * (room - full)
        if self._colour:
            return f"\x1b[36m{done}\x1b[2;39m{left}\x1b[0m"
        return done + "╸" * (room > full) + " " * max(0, room - full - 1)

    def _write(self, text: str) -> None:
        try:
            sys.stderr.write(text)
            sys.stderr.flush()
        except (OSError, ValueError):  # the terminal has gone
            self._bar, self._quiet = False, True


#: What is left out first where there is no room for all.
_LEAST = ("", "verb", "unread", "articles", "rate", "slow", "problems", "left")


def _words(tally: Tally, rate: float, running: tuple[str, float] | None) -> dict[str, str]:
    words = {"rate": f"{rate:,.0f} files/s" if rate >= 1 else f"{rate:.1f} files/s"}
    if rate > 0:
        words["left"] = f"{_clock((tally.found - tally.finished) / rate)} left"
    if tally.problems:
        words["problems"] = counted(tally.problems, "problem", "problems")
    if tally.with_errors:
        words["articles"] = f"{tally.with_errors:,} with errors"
    if tally.of(State.UNREAD):
        words["unread"] = f"{tally.of(State.UNREAD):,} unreadable"
    if running is not None and running[1] >= _SLOW:
        words["slow"] = f"{shown(PurePath(running[0]).name, 30)} {running[1]:.0f} s"
    return words


def _clock(seconds: float) -> str:
    hours, rest = divmod(int(seconds), 3600)
    minutes, rest = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
