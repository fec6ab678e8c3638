"""The counts of a run over many files: every file that was found is in exactly one of them."""

from __future__ import annotations

from collections import Counter

from citecheck.engine.folder_run import Checked
from citecheck.engine.verdict import State
from citecheck.model.problem import Severity


class Tally:
    """Counts what came of files, one after the other."""

    def __init__(self, found: int) -> None:
        self.found = found
        self.known = 0
        self.in_part = 0
        self.failing = 0
        self.with_errors = 0
        self.citations = 0
        self.entries = 0
        self.slowest: tuple[float, str] = (0.0, "")
        self.rules: Counter[str] = Counter()
        self.severities: Counter[str] = Counter()
        self._states: Counter[State] = Counter()

    def add(self, checked: Checked) -> None:
        """Count one file."""
        verdict = checked.verdict
        self._states[verdict.state] += 1
        self.known += checked.known
        self.failing += checked.fails
        self.slowest = max(self.slowest, (checked.seconds, checked.file.path))
        if verdict.state is not State.CHECKED or verdict.brief is None:
            return
        self.in_part += bool(verdict.brief["errors"])
        self.entries += verdict.counts[0]
        self.citations += verdict.counts[1]
        severities = [problem["severity"] for problem in verdict.brief["problems"]]
        self.severities.update(severities)
        self.rules.update(problem["rule"] for problem in verdict.brief["problems"])
        self.with_errors += Severity.ERROR.value in severities

    def of(self, state: State) -> int:
        """Return how many files are in this state."""
        return self.found - self.finished if state is State.NOT_REACHED else self._states[state]

    @property
    def finished(self) -> int:
        """How many files there is a verdict on."""
        return self._states.total()

    @property
    def problems(self) -> int:
        """How many problems were found in all files."""
        return self.severities.total()
