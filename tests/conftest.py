"""What tests of several storeys share."""

import json
from importlib.resources import files

import pytest


@pytest.fixture(scope="session")
def schema():
    """The JSON Schema of the report, as it is published with the package."""
    return json.loads(files("citecheck.report").joinpath("schema/report-1.json").read_text("utf-8"))


@pytest.fixture(scope="session")
def grows_evenly():
    """Whether a larger text costs far less than a quadratic reading of it would: `spent` gives seconds for a size.

    A busy machine only ever adds time, so the fastest of up to six rounds counts, two of which are always run. The
    bound lies between growth with the text and growth with its square.
    """

    def evenly(spent, small, large, floor=0.02):
        times = large / small
        fastest = [spent(small), spent(large)]
        for _ in range(5):
            fastest = [min(fastest[0], spent(small)), min(fastest[1], spent(large))]
            if fastest[1] < (times + times**2) / 2 * max(floor, fastest[0]):
                return True
        return False

    return evenly
