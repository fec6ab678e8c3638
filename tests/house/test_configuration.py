"""docs/configuration.md tells of every key and table, and its example is followed."""

import re
import tomllib
from pathlib import Path

import pytest

from citecheck.engine.policy.keys import KEYS, TABLES
from citecheck.engine.policy.policy import Asked, Policy

DOCUMENT = Path(__file__).parents[2] / "docs" / "configuration.md"


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.name)
def test_every_key_is_told_of_with_its_summary(key):
    assert f"| `{key.name}` |" in DOCUMENT.read_text("utf-8")
    assert f"| {key.summary} |" in DOCUMENT.read_text("utf-8")


@pytest.mark.parametrize("name", TABLES)
def test_every_table_is_told_of(name):
    assert f"### `{name}`\n" in DOCUMENT.read_text("utf-8")


def test_the_example_is_followed(tmp_path):
    (example,) = re.findall(r"## An example\n\n```toml\n(.*?)```", DOCUMENT.read_text("utf-8"), re.DOTALL)
    (tmp_path / "citecheck.toml").write_text(example, "utf-8")
    policy = Policy(Asked())
    found = policy.settings_for(str(tmp_path / "article.md"))
    assert found.off == ("unsorted-list",)
    assert len(found.ignores) == 2
    assert policy.settings_for(str(tmp_path / "drafts" / "old" / "article.md")).fail_on is None
    assert set(tomllib.loads(example)) >= {"rules", "ignore", "not-cited", "overrides"}
