"""What a run over many files says at its end: where every file went, and which problems there are most of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from citecheck.cli.many import is_folder
from citecheck.cli.results import INDEX
from citecheck.engine.verdict import State
from citecheck.report.agreement import counted
from citecheck.text.shown import shown

if TYPE_CHECKING:
    from citecheck.engine.tally import Tally

#: So many rules are named.
_RULES = 5
#: Only a file that took so many seconds is named as the slowest.
_SLOW = 5.0

_WORDS = {
    State.CHECKED: ("read", "read"),
    State.UNREAD: ("unread", "unread"),
    State.OTHER: ("not an article", "not articles"),
    State.DUPLICATE: ("duplicate", "duplicates"),
    State.NOT_REACHED: ("not reached", "not reached"),
}


def summary(tally: Tally, unread_in: str | None = None) -> Iterator[str]:
    """Yield the lines of a summary; `unread_in` is the file that tells why files were not read."""
    parts = [counted(tally.of(state), *words) for state, words in _WORDS.items() if tally.of(state)]
    if unread_in is not None and tally.of(State.UNREAD):
        parts = [f"{part} (reasons in {shown(unread_in)})" if part.endswith(" unread") else part for part in parts]
    yield f"{counted(tally.found, 'file', 'files')}: {', '.join(parts)}"
    if tally.in_part:
        yield f"{counted(tally.in_part, 'article was', 'articles were')} read in part, so more may be wrong in them"
    if tally.of(State.CHECKED):
        yield f"{_found(tally)} in {_read(tally)}"
    if tally.rules:
        most = sorted(tally.rules.items(), key=lambda pair: (-pair[1], pair[0]))
        named = ", ".join(f"{rule} {number:,}" for rule, number in most[:_RULES])
        yield f"{'Most often' if len(most) > _RULES else 'By rule'}: {named}"


def beside(tally: Tally, *, cached: bool) -> Iterator[str]:
    """Yield what is worth knowing of this run, and would be otherwise in the next."""
    if tally.known:
        yield f"{counted(tally.known, 'file', 'files')} unchanged since an earlier run, and not read again"
    if tally.slowest[0] >= _SLOW:
        yield f"Slowest: {shown(tally.slowest[1])} ({tally.slowest[0]:.0f} s)"
    if tally.of(State.NOT_REACHED):
        again = "run the same command again to go on from here; what is done is not read twice"
        yield f"Interrupted: {again if cached else 'with --no-cache the next run begins anew'}"


def following(tally: Tally, outputs: Sequence[str]) -> Iterator[str]:
    """Yield what a person may want to do now: look at the results, or have them in a form that can be looked at."""
    folder = next((path for path in outputs if is_folder(path)), None)
    if folder is not None:
        yield f"Next: open {shown(str(Path(folder, INDEX)))}   every file and what is wrong in it, to sort and search"
    elif tally.problems and not outputs and not tally.of(State.NOT_REACHED):
        yield "Next: the same command with --output results/   writes a page and tables of all this"


def _found(tally: Tally) -> str:
    if not tally.problems:
        return "no problem found"
    problems = counted(tally.problems, "problem", "problems")
    return f"{counted(tally.with_errors, 'article', 'articles')} with errors · {problems}"


def _read(tally: Tally) -> str:
    cited = counted(tally.citations, "citation", "citations")
    return f"{cited} and {counted(tally.entries, 'entry', 'entries')}"
