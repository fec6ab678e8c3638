"""What is read in each file of a folder: citations, entries, the time it takes, and what could not be read.

    python benchmarks/reading.py FOLDER [SUFFIX...]

Lists are read by themselves; what no reader takes is passed over. Below the table stand the oddest files: citations
without entries, entries that nothing cites, neither, faults, slowness.
"""

import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from citecheck.bibliography.registry import list_formats
from citecheck.engine.pipeline import check, read
from citecheck.engine.settings import Settings
from citecheck.model.outcome import Outcome
from citecheck.readers.registry import readers

#: So many of the oddest are named.
ODDEST = 20
#: Suffixes of files that are lists and nothing else.
LISTS = frozenset(suffix for one in list_formats() for suffix in one.suffixes)
#: Suffixes that data of all kinds have.
DATA = frozenset((".json", ".yaml", ".yml"))


class Row(NamedTuple):
    """One file."""

    path: Path
    format: str
    citations: int
    linked: int
    entries: int
    seconds: float
    said: str

    @property
    def oddity(self) -> float:
        """How odd the result is: nothing read, citations that mean nothing, entries that nothing means."""
        if self.said:
            return 0.5 if self.said.endswith("no text") else 2.0  # a part of a project, such as its macros
        if not self.citations and not self.entries:
            return 1.5
        if not self.citations and self.path.suffix in LISTS:
            return 0.0
        unlinked = 1 - self.linked / self.citations if self.citations else 0.8
        return unlinked + (0.8 if not self.entries else 0.0) + min(0.5, self.seconds / 20)


def main() -> None:
    """Print one line for each file, then the oddest."""
    folder = Path(sys.argv[1])
    suffixes = set(sys.argv[2:]) or {suffix for one in readers() for suffix in one.suffixes} | LISTS
    rows = list(rows_of(folder, suffixes))
    faulty = sum(bool(row.said) for row in rows)
    print(f"{len(rows)} files, {sum(row.seconds for row in rows):.1f} s, {faulty} with faults")
    print("\nThe oddest:")
    for row in sorted(rows, key=lambda row: -row.oddity)[:ODDEST]:
        print(f"{row.oddity:4.1f}  {shown(row, folder)}")


def rows_of(folder: Path, suffixes: set[str]) -> Iterator[Row]:
    """Yield a row for each file with one of these suffixes, and print it."""
    for path in sorted(folder.rglob("*")):
        suffix = path.suffix.lower()
        if not path.is_file() or suffix not in suffixes or (suffix in DATA and not is_list(path)):
            continue
        began = time.process_time()
        alone = suffix in LISTS
        outcome = check(str(path), Settings(alone=True)) if alone else read(str(path), Settings())
        row = row_of(path, outcome, time.process_time() - began)
        print(shown(row, folder), flush=True)
        yield row


def is_list(path: Path) -> bool:
    """Whether a file of data is a reference list, as its first bytes tell."""
    with path.open("rb") as file:
        head = file.read(4096)
    return any(one.sniff(head) for one in list_formats())


def row_of(path: Path, outcome: Outcome, seconds: float) -> Row:
    """Return what was read."""
    manuscript = outcome.manuscript
    said = "; ".join(fault.message[:100] for fault in outcome.faults[:2])
    if manuscript is None:
        return Row(path, outcome.format, 0, 0, 0, seconds, said or "not read")
    linked = sum(bool(match.references) for match in manuscript.matches)
    return Row(path, outcome.format, len(manuscript.citations), linked, len(manuscript.references), seconds, said)


def shown(row: Row, folder: Path) -> str:
    """Return a row as a line."""
    counts = f"{row.citations:5} citations {row.linked:5} linked {row.entries:5} entries {row.seconds:6.2f} s"
    return f"{row.format:<10} {counts}  {row.path.relative_to(folder)}  {row.said}".rstrip()


if __name__ == "__main__":
    main()
