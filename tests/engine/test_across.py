"""The lists of many articles side by side, in little memory."""

import json
import sqlite3
import zlib

import pytest

from citecheck.engine.across import Across
from citecheck.engine.folder_run import Checked
from citecheck.engine.found import Found
from citecheck.engine.verdict import State, Verdict
from citecheck.match.across import Kind


def article(path, *entries, rules=()):
    """What came of an article with these entries: authors, year, title, DOI."""
    references = [
        {"authors": authors.split(), "year": year, "title": title, "doi": doi} for authors, year, title, doi in entries
    ]
    body = zlib.compress(json.dumps({"references": references, "citations": []}).encode())
    brief = {"path": path, "problems": [{"rule": rule} for rule in rules], "errors": []}
    return Checked(Found(path), Verdict(State.CHECKED, brief=brief, body=body))


@pytest.fixture
def across():
    made = Across()
    yield made
    made.close()


RIGHT = ("Okafor Lindqvist", "2014a", "Lists in grave doubt everywhere", None)
WRONG = ("Okafo Lindqvist", "2014", "Lists in grave doubt everywhere", None)


def test_a_name_that_one_list_of_several_spells_otherwise(across):
    for number in range(5):
        across.add(article(f"{number}.md", WRONG if number == 3 else RIGHT))
    (one,) = across.differences()
    assert (one.kind, one.usual, one.lists, one.other, one.article) == (Kind.NAME, "Okafor", 4, "Okafo", "3.md")


def test_a_list_that_has_an_entry_twice_counts_once(across):
    across.add(article("1.md", RIGHT, RIGHT, RIGHT))
    across.add(article("2.md", WRONG))
    (one,) = across.differences()
    assert (one.lists, one.other_lists) == (1, 1)


def test_ways_that_meet_in_different_blocks_are_one_work(across):
    by_doi = ("Okafor Lindqvist", "2041", "Lists in grave doubt everywhere", "10.1000/182")
    both = ("Okafor Lindqvist", "2014", "Lists in grave doubt everywhere", "10.1000/182")
    for at, entry in enumerate((RIGHT, both, by_doi, WRONG, both)):
        across.add(article(f"{at}.md", entry))
    assert {(one.kind, one.usual, one.other, one.article) for one in across.differences()} == {
        (Kind.NAME, "Okafor", "Okafo", "3.md"),
        (Kind.YEAR, "2014", "2041", "2.md"),
    }


def test_the_most_frequent_defects_come_first_and_what_was_not_read_counts_for_nothing(across):
    across.add(article("1.md", rules=["year-mismatch", "missing-reference", "missing-reference"]))
    across.add(article("2.md", rules=["missing-reference"]))
    across.add(Checked(Found("3.md"), Verdict(State.UNREAD)))
    assert across.defects() == [("missing-reference", 3, 2), ("year-mismatch", 1, 1)]
    assert list(across.differences()) == []


def test_entries_of_one_block_are_not_each_compared_with_each(across, monkeypatch):
    asked = []
    monkeypatch.setattr("citecheck.engine.across.same_work", lambda *pair: bool(asked.append(pair)))
    number = 600
    across.add(
        article("1.md", *(("Ritter", "2011", f"Lists of the kind {at} in order of size", None) for at in range(number)))
    )
    list(across.differences())
    assert len(asked) < number * 2 * 60, "with each they would be 360,000"


def test_a_full_disk_is_told_and_harms_nothing_else(across, monkeypatch):
    class Full:
        def execute(self, *_):
            raise sqlite3.OperationalError("database or disk is full")

        def close(self):
            """Nothing was opened."""

    monkeypatch.setattr(across, "_kept", Full())
    across.add(article("1.md", RIGHT, rules=["missing-reference"]))
    assert across.failed == "database or disk is full"
    assert list(across.differences()) == []
    assert across.defects() == [("missing-reference", 1, 1)]
