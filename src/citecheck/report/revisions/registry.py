"""In which formats a revision can be reported: every module beside this one that exports `COMPARISON`."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path

from citecheck.report.revisions.comparison import Comparison


@cache
def comparisons() -> tuple[Comparison, ...]:
    """Return every format, ordered by name."""
    names = sorted(
        file.stem for file in Path(__file__).parent.glob("*.py") if file.stem not in {"__init__", "registry"}
    )
    found = (getattr(import_module(f"citecheck.report.revisions.{name}"), "COMPARISON", None) for name in names)
    return tuple(comparison for comparison in found if isinstance(comparison, Comparison))


def comparison_for_path(path: str) -> Comparison | None:
    """Return the format that a file of this name is written in: the extension chooses."""
    suffix = Path(path).suffix.lower()
    return next((comparison for comparison in comparisons() if suffix in comparison.suffixes), None)
