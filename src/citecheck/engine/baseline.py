"""Known problems: a file of their fingerprints, so that a check speaks of new ones alone."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from citecheck import __version__
from citecheck.engine.opening import open_input
from citecheck.engine.policy.files import told
from citecheck.engine.policy.mistake import Mistake
from citecheck.model.fault import ReadError
from citecheck.model.ignore import Means
from citecheck.model.outcome import Outcome
from citecheck.report.fingerprints import fingerprint, subject

VERSION = 1
#: The first key of the file, by which it is known to be ours.
KIND = "citecheck-baseline"

#: So often can one problem stand in a file.
_MOST = 50_000

#: Of each file the fingerprints, and how often each occurs.
Known = dict[str, dict[str, int]]


def known_problems(baseline: str, known: Known, path: str) -> tuple[str, ...]:
    """Return the fingerprints of the problems that a baseline knows in a file, each as often as it occurs."""
    counts = known.get(_name(path, baseline), {})
    return tuple(digits for digits, times in sorted(counts.items()) for _ in range(times))


def check_replaceable(path: str) -> None:
    """Raise `Mistake` where there is a file at `path` that is no baseline, and that is not to be lost."""
    try:
        empty = Path(path).stat().st_size == 0
    except (OSError, ValueError):  # nothing is there; what else is amiss is said when it is written
        return
    if not empty:
        read_baseline(path)


def written_baseline(outcomes: Iterable[Outcome], baseline: str) -> str:
    """Return the baseline of these files: what was found and not left out for another reason, file by file."""
    files = {_name(outcome.path, baseline): _problems(outcome) for outcome in outcomes if outcome.manuscript}
    whole = {KIND: VERSION, "tool": f"citecheck {__version__}", "files": {name: files[name] for name in sorted(files)}}
    return json.dumps(whole, indent=1, ensure_ascii=False) + "\n"


def _problems(outcome: Outcome) -> list[dict[str, object]]:
    manuscript = outcome.manuscript
    if manuscript is None:
        return []
    known = [one.problem for one in outcome.suppressed if one.means is Means.BASELINE]
    about: dict[str, dict[str, object]] = {}
    counts: Counter[str] = Counter()
    for problem in (*outcome.problems, *known):
        digits = fingerprint(problem, manuscript)
        counts[digits] += 1
        about[digits] = {"fingerprint": digits, "rule": problem.rule, "about": [*subject(problem, manuscript)]}
    ordered = sorted(about.values(), key=lambda one: (str(one["rule"]), str(one["about"])))
    return [{**one, "times": counts[str(one["fingerprint"])]} for one in ordered]


def read_baseline(path: str) -> Known:
    """Return what the baseline at `path` knows. Raises `Mistake`."""
    name = told(path)
    try:
        held = json.loads(open_input(path).data)
    except ReadError as error:
        raise Mistake(f"{name}: {error.fault.message}") from error
    except (ValueError, RecursionError) as error:
        raise Mistake(f"{name}: it is no baseline of citecheck, which is JSON") from error
    if not isinstance(held, dict) or held.get(KIND) != VERSION or not isinstance(held.get("files"), dict):
        raise Mistake(f"{name}: it is no baseline of citecheck, or one of a later version")
    try:
        return {file: _counts(problems) for file, problems in held["files"].items()}
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise Mistake(f"{name}: it was changed by hand so that it is no longer a baseline") from error


def _counts(problems: list[dict[str, object]]) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for problem in problems:
        times = problem["times"]
        if not isinstance(times, int) or not 0 < times <= _MOST:
            raise ValueError(times)
        counts[str(problem["fingerprint"])] += times
    return dict(counts)


def _name(path: str, baseline: str) -> str:
    """Return how a baseline names the file at `path`: from its own folder on, whatever links lead to either."""
    try:
        real = Path(os.path.realpath(Path(path).parent), Path(path).name)
        return Path(os.path.relpath(real, os.path.realpath(Path(baseline).parent))).as_posix()
    except (OSError, ValueError):
        return path
