"""Which reports there are: every module beside this one that exports `REPORT`."""

from __future__ import annotations

import os
from functools import cache
from importlib import import_module

from citecheck.report.report import Report

#: Formats and where they are written, so that a run imports only the report it writes; a test holds it to the modules.
_NOT_REPORTS = {"__init__", "registry", "report", "places"}


def report_names() -> tuple[str, ...]:
    """Return the formats by name."""
    return tuple(report.format for report in reports())


def report_of(format: str) -> Report | None:
    """Return the report of this format, without importing any other."""
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
    """Return the report that a file of this name is written in: the extension chooses."""
    suffix = os.path.splitext(path)[1].lower()
    return next((report for report in reports() if suffix in report.suffixes), None)


def _module_names() -> list[str]:
    files = (name.partition(".") for name in os.listdir(os.path.dirname(__file__)))
    return sorted(stem for stem, _, suffix in files if suffix == "py" and stem not in _NOT_REPORTS)
