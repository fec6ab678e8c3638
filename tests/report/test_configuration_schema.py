"""The published schema of the configuration says what the program takes, no more and no less."""

import json
import tomllib
from importlib.resources import files

import jsonschema
import pytest

from citecheck.engine.policy.keys import KEYS, TABLES
from citecheck.engine.policy.written import template

TAKEN = [
    "",
    'extends = "apa"\nselect = "year-mismatch"\nfail-on = "never"',
    'min-confidence = 0.25\nmin-severity = "hint"\norphans = true',
    'references = ["a.bib", "b.ris"]\nbaseline = "known.json"\nplugins = ["ours"]',
    '[rules]\nyear-suffix = "off"\nunsorted-list = "on"\nmixed-style = "error"',
    '[[ignore]]\nrule = "year-mismatch"\ncitation = "Kuhn 1970"\npath = "a.md"\nreason = "x"',
    '[not-cited]\n"Kuhn 1962" = "on purpose"',
    '[[overrides]]\npaths = ["*.tex", "drafts/**"]\nstyle = "mla"\nrules.year-suffix = "hint"',
]
REFUSED = [
    ('fail_on = "error"', "a key that there is not"),
    ('fail-on = "erorr"', "a severity that there is not"),
    ("fail-on = 3", "a number for a word"),
    ("min-confidence = 2", "more than certain"),
    ('orphans = "yes"', "a word for a flag"),
    ('references-heading = " "', "a blank heading"),
    ('[rules]\nyear-suffix = "of"', "a level that there is not"),
    ('[[ignore]]\nrule = "year-mismatch"', "no reason"),
    ('[[ignore]]\nrule = "year-mismatch"\nreason = ""', "a blank reason"),
    ('ignore = ["year-mismatch"]', "names for tables"),
    ('[not-cited]\n"Kuhn 1962" = 3', "a reason that is none"),
    ('[[overrides]]\nstyle = "mla"', "for no file"),
    ('[[overrides]]\npaths = "*"\nplugins = ["ours"]', "plugins for some files"),
]


@pytest.fixture(scope="module")
def schema():
    return json.loads(files("citecheck.report").joinpath("schema/configuration-1.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def valid(schema):
    return jsonschema.Draft202012Validator(schema).is_valid


def test_the_schema_is_itself_valid(schema):
    jsonschema.Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("toml", TAKEN)
def test_what_is_right_is_valid(valid, toml):
    assert valid(tomllib.loads(toml))


@pytest.mark.parametrize(("toml", "why"), REFUSED, ids=[row[1] for row in REFUSED])
def test_what_is_wrong_is_not(valid, toml, why):
    assert not valid(tomllib.loads(toml)), why


def test_the_schema_knows_the_keys_of_the_program_with_their_summaries_and_defaults(schema):
    assert set(schema["properties"]) == {*TABLES, *(key.name for key in KEYS)}
    allowed = {"paths", "rules", *(key.name for key in KEYS if not key.once)}
    assert set(schema["properties"]["overrides"]["items"]["properties"]) == allowed
    for key in KEYS:
        told = schema["$defs"].get(key.name) or schema["properties"][key.name]
        assert told["description"] == key.summary
        assert ("default" in told) == (key.default not in {'""', "[]"})
        assert "default" not in told or json.loads(key.default) == told["default"]
    for name, summary in TABLES.items():
        told = schema["$defs"].get(name) or schema["properties"][name]
        assert told["description"] == summary


def test_the_file_that_init_writes_is_valid_as_it_is_and_with_every_comment_opened(valid):
    lines = template().splitlines()
    assert valid(tomllib.loads("\n".join(lines)))
    opened = [line.removeprefix("# ") if " = " in line or line.startswith("# [") else line for line in lines]
    held = tomllib.loads("\n".join(opened))
    assert valid(held)
    assert set(held) == {*TABLES, *(key.name for key in KEYS)}
