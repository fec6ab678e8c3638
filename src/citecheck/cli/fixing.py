"""`--diff`, `--fix` and `--unsafe-fixes`: what is mended of the articles checked, shown or written."""

from typing import TYPE_CHECKING, Annotated

from citecheck.cli.many import Effort
from citecheck.cli.option import Option
from citecheck.cli.terminal import on_terminal
from citecheck.cli.usage import UsageError
from citecheck.cli.writing import rewrite_file, say, write_bytes, write_copy, write_output

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from contextlib import AbstractContextManager

    from citecheck.engine.mending import Changed, Mending
    from citecheck.engine.settings import Settings
    from citecheck.model.outcome import Outcome

FixOption = Annotated[
    bool,
    Option("--fix", help="Mend typography in the file itself: dashes, et al., brackets, commas, & or and."),
]
DiffOption = Annotated[bool, Option("--diff", help="Show what --fix would change, and change nothing.")]
UnsafeOption = Annotated[
    bool, Option("--unsafe-fixes", help="With --fix or --diff: names, years, keys and letters too.")
]

_COLOURS = {"-": "31", "+": "32", "@": "36"}


class Fixing:
    """Checks articles and mends them as asked; `failed` says afterwards whether something could not be written."""

    def __init__(self, effort: Effort, *, fix: bool, diff: bool, unsafe: bool) -> None:
        if unsafe and not (fix or diff):
            raise UsageError("--unsafe-fixes says how far --fix or --diff goes: give one of them too")
        self.failed = False
        self._asked = fix or diff
        self._shows = diff
        self._unsafe = unsafe
        self._printed = False
        self._seconds = effort.timeout
        self._memory = effort.max_memory * 1_000_000
        self._jobs = effort.jobs

    def checked(self, paths: "Sequence[str]", settings: "Sequence[Settings]") -> "Iterator[Outcome]":
        """Yield the outcome of each article; several that are only checked cannot harm each other."""
        if self._asked or len(paths) == 1 or "-" in paths or any(one.debug for one in settings):
            with self._limited():
                yield from map(self.check, paths, settings)
        else:
            from citecheck.engine.apart import check_apart

            yield from check_apart(paths, settings, seconds=self._seconds, memory=self._memory, jobs=self._jobs)

    def check(self, path: str, settings: "Settings") -> "Outcome":
        """Return the outcome of one article: what is left in it where it was mended, else how it stands."""
        if not self._asked:
            from citecheck.engine.pipeline import check

            return check(path, settings, self._seconds)
        from citecheck.engine.mending import mend
        from citecheck.text.shown import shown

        mending = mend(path, settings, unsafe=self._unsafe, seconds=self._seconds)
        for refused, why in mending.refused:
            say(f"note: {shown(refused)}: {why}")
        if self._shows:
            self._show(mending)
            return mending.before
        written = [self._write(file) for file in mending.files]
        return mending.after if all(written) else mending.before

    def report(self, text: str) -> bool:
        """Print the report; on standard error where the mended article went to standard output, not beside a diff."""
        if self._shows:
            return not self.failed
        if self._printed:
            say(text.rstrip("\n"))
            return not self.failed
        return write_output(text) and not self.failed

    def _limited(self) -> "AbstractContextManager[None]":
        """Keep to the memory that was asked for; where it was not, a library that takes much is kept apart anyway."""
        from contextlib import nullcontext

        if self._memory == Effort().max_memory * 1_000_000:
            return nullcontext()
        from citecheck.engine.confinement import limited_memory

        return limited_memory(self._memory)

    def _show(self, mending: "Mending") -> None:
        from citecheck.fix.diffs import unified
        from citecheck.fix.rewriting import text_of

        changed = [file for file in mending.files if file.after != file.before]
        texts = [(file.path, text_of(file.before), text_of(file.after)) for file in changed if file.copy is None]
        texts += [(file.path, *_read(mending)) for file in changed if file.copy is not None]
        for path, before, after in (*texts, *mending.shown):
            lines = unified(path, before, after)
            self.failed |= not write_output("".join(map(_shown, lines) if on_terminal() else lines))

    def _write(self, file: "Changed") -> bool:
        from citecheck.engine.reading import STANDARD_INPUT

        if file.path == STANDARD_INPUT:
            self._printed = True
            written = write_bytes(file.after)
        elif file.copy is not None:
            written = write_copy(file.copy, file.after, fresh=True)
        else:
            written = rewrite_file(file.path, file.before, file.after)
        self.failed |= not written
        return written


def _read(mending: "Mending") -> tuple[str, str]:
    """Return the clean text of an article that has no text of its own, before and after."""
    before, after = mending.before.manuscript, mending.after.manuscript
    return (before.document.text if before else "", after.document.text if after else "")


def _shown(line: str) -> str:
    """Return a line of a diff for a terminal: nothing in it steers, and colours tell old from new."""
    from citecheck.cli.terminal import view
    from citecheck.text.shown import shown

    words = shown(line.rstrip("\r\n"), None)
    code = _COLOURS.get(line[:1]) if view().colour else None
    return f"\x1b[{code}m{words}\x1b[0m\n" if code else f"{words}\n"
