"""Which reports there are: every module beside this one that exports `REPORT`."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path

from citecheck.report.report import Report


def report_of(format: str) -> Report | None:
    """Return the report of this format, importing no other; a report's module is named like its format."""
    if format not in _module_names():
        return None
    report = getattr(import_module(f"citecheck.report.{format}"), "REPORT", None)
    return report if isinstance(report, Report) else None


@cache
def reports() -> tuple[Report, ...]:
    """Return every report, ordered by format."""
    found = (report_of(name) for name in _module_names())
    return tuple(report for report in found if report is not None)


def report_for_path(path: str) -> Report | None:
    """Return the report that a file of this name is written in: the longest end that fits chooses."""
    name = Path(path).name.lower()
    fitting = [(len(end), report) for report in reports() for end in report.suffixes if name.endswith(end)]
    return max(fitting, key=lambda pair: pair[0])[1] if fitting else None


def _module_names() -> list[str]:
    names = {file.stem for file in Path(__file__).parent.iterdir() if file.suffix == ".py"}
    return sorted(names - {"__init__", "registry"})
