"""Entries of several lists: which mean one work, and in what they differ."""

import pytest

from citecheck.match.across import Kind, Listed, blocks_of, differences, same_work

TITLE = "Lists in grave doubt everywhere"
WORK = Listed(("Okafor", "Lindqvist"), "2014", TITLE, "10.1000/182", 4, "1.md")


def listed(authors="Okafor Lindqvist", year="2014", title=TITLE, doi="", lists=1, article="2.md"):
    """An entry."""
    return Listed(tuple(authors.split()), year, title, doi, lists, article)


@pytest.mark.parametrize(
    ("entry", "why"),
    [
        (listed(doi="10.1000/182", year="2041"), "the same DOI"),
        (listed(doi="10.1000/182", title=""), "the same DOI, and no title was read"),
        (listed(), "the same title, author and year"),
        (listed(title="Lists in grave doubt everywere"), "a slip in the title"),
        (listed("Okafo Lindqvist"), "a slip in the name"),
        (listed(title=TITLE.upper()), "capitals"),
    ],
)
def test_one_work_is_known(entry, why):
    assert same_work(WORK, entry), why
    assert set(blocks_of(WORK)) & set(blocks_of(entry)), why


@pytest.mark.parametrize(
    ("entry", "why"),
    [
        (listed(year="2015"), "another year and no DOI"),
        (listed("Meyer Lindqvist"), "another author"),
        (listed(title="Lists in grave doubt everywhere 2"), "another part"),
        (listed(title="Numbers without any doubt"), "another title"),
        (listed(title="A wholly other thing, with a DOI by mistake", doi="10.1000/182"), "a DOI copied by mistake"),
        (listed(title=""), "nothing to know it by"),
    ],
)
def test_other_works_are_kept_apart(entry, why):
    assert not same_work(WORK, entry), why


def test_a_name_spelled_otherwise_is_told_however_many_lists_have_it():
    (one,) = differences([WORK, listed("Okafo Lindqvist", lists=2)])
    assert (one.kind, one.usual, one.lists, one.other, one.other_lists, one.article) == (
        Kind.NAME, "Okafor", 4, "Okafo", 2, "",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "entry", "other"),
    [
        (Kind.YEAR, listed(year="2041"), "2041"),
        (Kind.TITLE, listed(title="Lists in brave doubt everywhere"), "Lists in brave doubt everywhere"),
        (Kind.DOI, listed(doi="10.1000/128"), "10.1000/128"),
    ],
)
def test_what_one_article_alone_gives_otherwise_is_told_with_the_article(kind, entry, other):
    (one,) = differences([WORK, entry])
    assert (one.kind, one.other, one.other_lists, one.article) == (kind, other, 1, "2.md")


@pytest.mark.parametrize(
    ("entry", "why"),
    [
        (listed(), "a list without the DOI"),
        (listed("OKAFOR LINDQVIST"), "capitals"),
        (listed("Okafor"), "a list that names the first author alone"),
        (listed("Okafor Petrov"), "another person is no other spelling"),
        (listed(year="2041", lists=2), "two lists agree on the other year"),
        (listed(title=f"{TITLE}: an essay"), "a subtitle"),
    ],
)
def test_what_is_no_slip_is_not_told(entry, why):
    assert not list(differences([WORK, entry])), why


def test_one_list_against_one_tells_nothing_but_the_name():
    pair = [listed(year="2014", doi="10.1000/182"), listed("Okafo Lindqvist", year="2041", doi="10.1000/182")]
    assert [one.kind for one in differences(pair)] == [Kind.NAME]
