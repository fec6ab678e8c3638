"""What tests of several storeys share."""

import gc
import json
import math
import time
from importlib.resources import files

import hypothesis
import pytest

#: A busy machine makes any example slow; a slow one is made smaller for minutes before it is told of. Growth with the
#: text is measured apart (`grows_evenly`).
hypothesis.settings.register_profile("whatever the machine does", deadline=None)
hypothesis.settings.load_profile("whatever the machine does")


@pytest.fixture(scope="session")
def schema():
    """The JSON Schema of the report, as it is published with the package."""
    return json.loads(files("citecheck.report").joinpath("schema/report-1.json").read_text("utf-8"))


@pytest.fixture(scope="session")
def grows_evenly():
    """Whether a larger text costs far less than a quadratic reading of it would: `spent` gives seconds for a size.

    A busy machine only ever adds time. So a text passes by its fastest rounds, or by one round in which both sizes were
    timed alike; while it fails, it waits longer before each of up to ten rounds, without the garbage collector, whose
    work grows with what other tests left behind. The bound lies between even growth and growth with the square.
    """

    def evenly(spent, small, large, floor=0.02):
        times = large / small
        fastest, closest = [math.inf, math.inf], math.inf
        gc.collect()
        gc.disable()
        try:
            for pause in (0, 0, 0, 0.1, 0.1, 0.3, 0.3, 1, 1, 3):
                time.sleep(pause)
                now = spent(small), spent(large)
                fastest = [min(fastest[0], now[0]), min(fastest[1], now[1])]
                closest = min(closest, now[1] / max(floor, now[0]), fastest[1] / max(floor, fastest[0]))
                if closest < (times + times**2) / 2:
                    return True
        finally:
            gc.enable()
        return False

    return evenly
