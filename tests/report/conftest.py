"""Outcomes of articles of our own, as reports are given them."""

import pytest

from citecheck.engine.pipeline import check
from citecheck.engine.settings import Settings

ARTICLE = """# Lists

Lists are kept for many reasons, as Ritter (2011) says, and not everybody likes it. A later study (Okafo, 2014: p. 3)
doubts it; others do not (Okafo, 2014: p. 5), or only now and then (Meyer, 1999).

## References

Okafor, Ngozi. 2014. Lists in doubt. *Journal of Order* 3 (2): 1–9.

Ritter, Anna. 2011. *On the keeping of lists*. Vienna: Zettel.
"""


@pytest.fixture
def outcome(tmp_path, monkeypatch):
    """Return the outcome of an article in which one name is misspelled twice and one entry is missing."""

    def made(text=ARTICLE, name="article.md", **settings):
        monkeypatch.chdir(tmp_path)
        (tmp_path / name).write_text(text, "utf-8")
        return check(name, Settings(**settings))

    return made
