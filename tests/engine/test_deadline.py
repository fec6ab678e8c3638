"""A file that takes too long is given up."""

import re
import time
from collections import deque

import pytest

from citecheck.engine import pipeline
from citecheck.engine.deadline import TooSlow, deadline
from citecheck.engine.settings import Settings
from citecheck.model.fault import FaultKind


def test_the_deadline_is_heard_between_steps_of_python():
    with pytest.raises(TooSlow), deadline(0.05):
        deque(iter(lambda: time.sleep(0.001), "never"), maxlen=0)


def test_the_deadline_is_heard_inside_a_regular_expression():
    with pytest.raises(TooSlow), deadline(0.05):
        re.match(r"(a+)+b", "a" * 40)


def test_the_deadline_is_over_with_its_block():
    with deadline(0.02):
        pass
    time.sleep(0.05)


def test_a_slow_file_is_a_fault_and_no_crash(tmp_path, monkeypatch):
    def slow(*_):
        raise TooSlow

    path = tmp_path / "article.md"
    path.write_text("One asks.", "utf-8")
    monkeypatch.setattr(pipeline, "find_entries", slow)
    outcome = pipeline.check(str(path), Settings(debug=True))
    assert [fault.kind for fault in outcome.faults] == [FaultKind.TOO_SLOW]
