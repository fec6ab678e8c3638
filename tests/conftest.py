"""What tests of several storeys share."""

import json
from importlib.resources import files

import pytest


@pytest.fixture(scope="session")
def schema():
    """The JSON Schema of the report, as it is published with the package."""
    return json.loads(files("citecheck.report").joinpath("schema/report-1.json").read_text("utf-8"))
