"""Every file that a run is about, in its order; a hundred thousand of them take a few megabytes."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator

from citecheck.engine.found import Found
from citecheck.model.fault import Fault, FaultKind

#: So many files are packed together.
_PACKED = 512


class Inventory:
    """What a search found, kept small, so that it is known how much there is to do before the first file is read."""

    __slots__ = ("_last", "_length", "_packs")

    def __init__(self, found: Iterable[Found] = ()) -> None:
        self._packs: list[bytes] = []
        self._last: list[Found] = []
        self._length = 0
        for file in found:
            self.add(file)

    def add(self, file: Found) -> None:
        """Put a file at the end."""
        self._last.append(file)
        self._length += 1
        if len(self._last) == _PACKED:
            self._packs.append(zlib.compress(json.dumps([_row(one) for one in self._last]).encode(), 6))
            self._last = []

    def __len__(self) -> int:
        """How many files there are."""
        return self._length

    def __iter__(self) -> Iterator[Found]:
        """Yield the files in the order in which they were found."""
        for pack in self._packs:
            yield from (_found(row) for row in json.loads(zlib.decompress(pack)))
        yield from self._last


def _row(file: Found) -> list[object]:
    fault = [file.fault.kind.value, file.fault.message] if file.fault else None
    return [file.path, file.archive, file.named, fault]


def _found(row: list[str]) -> Found:
    path, archive, named, fault = row
    return Found(path, archive, bool(named), Fault(FaultKind(fault[0]), fault[1]) if fault else None)
