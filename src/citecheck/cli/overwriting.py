"""What a run writes takes the place of reports of citecheck, and of nothing else that it checks."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from citecheck.cli.many import is_folder
from citecheck.cli.results import INDEX
from citecheck.cli.usage import UsageError
from citecheck.cli.writing import same_file
from citecheck.engine.opening import head_of
from citecheck.model.fault import ReadError
from citecheck.report.recognition import is_report

_HEAD = 4096
#: A table in Parquet, which has nothing else to tell it by.
_TABLE = b"PAR1"


class Replaced:
    """The files that stand where a run is to write. Raises `UsageError` for one that somebody else made."""

    def __init__(self, outputs: Iterable[str]) -> None:
        self._standing: dict[tuple[int, int], str] = {}
        for path in outputs:
            index = str(Path(path, INDEX))
            if not is_folder(path):
                self._note(path)
            elif os.path.lexists(index) and not _is_ours(index):
                raise UsageError(
                    f"--output {path!r}: the {INDEX} there is no page of citecheck and would be overwritten"
                )

    def has(self, path: str) -> bool:
        """Whether a file that was found is one of them; raises `UsageError` where it is no report."""
        output = self._standing.get(_identity(path)) if self._standing else None
        if output is None:
            return False
        if not _is_ours(path):
            raise UsageError(
                f"--output {output!r} is among the files to check, no report of citecheck, and would be lost"
            )
        return True

    def _note(self, path: str) -> None:
        if Path(path).is_file():
            self._standing[_identity(path)] = path


def without_reports(paths: Sequence[str], outputs: Sequence[str]) -> list[str]:
    """Return the paths without the reports that are written anew: *.md names those of the last run too."""
    return [
        path
        for path in paths
        if not (any(same_file(path, output) for output in outputs) and _is_ours(path, empty=False))
    ]


def _identity(path: str) -> tuple[int, int]:
    try:
        status = Path(path).stat()
    except (OSError, ValueError):
        return -1, -1
    return status.st_dev, status.st_ino


def _is_ours(path: str, *, empty: bool = True) -> bool:
    """Whether a file is a report of citecheck; one that is empty may be."""
    try:
        head, _ = head_of(path, _HEAD)
    except ReadError:
        return False
    return is_report(head) or head.startswith(_TABLE) or (empty and not head)
