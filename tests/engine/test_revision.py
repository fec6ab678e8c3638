"""Two versions of one article: no problem is lost or counted twice, and what moves is known again."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citecheck.engine.pipeline import check
from citecheck.engine.revision import compare
from citecheck.engine.settings import Settings
from citecheck.model.problem import Severity

LIST = """

## References

Okafor, Ngozi, and Sven Lindqvist. 2014. Lists in doubt. *Journal of Order* 3 (2): 1–9.

Ritter, Anna. 2011. *On the keeping of lists*. Vienna: Zettel.
"""
SENTENCES = [
    "One asks (Okafo and Lindqvist, 2014: p. 3).",
    "Another doubts it (Okafo and Lindqvist, 2014).",
    "Some agree (Ritter, 2012).",
    "Some agree (Ritter, 2011: 4).",
    "Nobody asks (Meyer, 1999).",
    "Nobody minds (Meyer, 1999; Tanaka 2007).",
    "It is known (ibid.: p. 90).",
    "He said so (Okafor and Lindqvist, 2014: p. 77).",
    "This is plain.\n\n",
]


@pytest.fixture(scope="module")
def outcome_of(tmp_path_factory):
    folder = tmp_path_factory.mktemp("versions")
    known = {}

    def made(text, name="article.md", **chosen):
        if (text, name) not in known:
            path = folder / name
            path.write_text(text, "utf-8")
            known[text, name] = check(str(path), Settings(min_severity=Severity.HINT, **chosen))
        return known[text, name]

    return made


VERSIONS = st.lists(st.sampled_from(SENTENCES), max_size=7).map(lambda parts: " ".join(parts) + LIST)


@settings(max_examples=60, deadline=None)
@given(VERSIONS)
def test_a_version_beside_itself_has_nothing_mended_and_nothing_new(outcome_of, text):
    outcome = outcome_of(text)
    revision = compare(outcome, outcome)
    assert (revision.mended, revision.new) == ((), ())
    assert all(standing.before is standing.after for standing in revision.standing)


@settings(max_examples=100, deadline=None)
@given(VERSIONS, VERSIONS)
def test_every_problem_of_either_version_stands_in_the_comparison_once(outcome_of, old, new):
    before, after = outcome_of(old), outcome_of(new)
    revision = compare(before, after)
    standing = revision.standing
    assert sorted(map(repr, (*revision.mended, *(one.before for one in standing)))) == sorted(
        map(repr, before.problems)
    )
    assert sorted(map(repr, (*revision.new, *(one.after for one in standing)))) == sorted(map(repr, after.problems))
    assert all(one.before.rule == one.after.rule for one in standing)


@settings(max_examples=60, deadline=None)
@given(VERSIONS, VERSIONS)
def test_what_one_way_is_mended_the_other_way_is_new(outcome_of, old, new):
    before, after = outcome_of(old), outcome_of(new)
    there, back = compare(before, after), compare(after, before)
    assert (len(there.mended), len(there.new)) == (len(back.new), len(back.mended))


def told(revision):
    """The rules of what was mended, what stands and what is new."""
    return (
        [problem.rule for problem in revision.mended],
        [standing.after.rule for standing in revision.standing],
        [problem.rule for problem in revision.new],
    )


WORK = "One asks (Okafo and Lindqvist, 2014: p. 3). Ritter (2011) does not."
ROWS = [
    ("mended", WORK, WORK.replace("Okafo", "Okafor"), ["misspelled-author"], [], []),
    ("moved by a new paragraph", WORK, f"Much was added here.\n\n{WORK}", [], ["misspelled-author"], []),
    ("another page", WORK, WORK.replace("p. 3", "p. 4"), [], ["misspelled-author"], []),
    ("another slip in the same name", WORK, WORK.replace("Okafo ", "Okafr "), [], ["misspelled-author"], []),
    ("one of two places", f"{WORK} {WORK}", WORK, ["misspelled-author"], ["misspelled-author"], []),
    ("a place more", WORK, f"{WORK} {WORK}", [], ["misspelled-author"], ["misspelled-author"]),
    (
        "still the wrong year, but another",
        "One asks (Ritter, 2012). So do (Okafor and Lindqvist, 2014).",
        "One asks (Ritter, 2010). So do (Okafor and Lindqvist, 2014).",
        [],
        ["year-mismatch"],
        [],
    ),
    (
        "one missing work for another",
        f"{WORK.replace('Okafo', 'Okafor')} Nobody asks (Meyer, 1999).",
        f"{WORK.replace('Okafo', 'Okafor')} Nobody asks (Adler, 1980).",
        ["missing-reference"],
        [],
        ["missing-reference"],
    ),
]


@pytest.mark.parametrize(("why", "old", "new", "mended", "standing", "fresh"), ROWS, ids=[row[0] for row in ROWS])
def test_a_problem_is_known_by_what_it_is_about(outcome_of, why, old, new, mended, standing, fresh):
    assert told(compare(outcome_of(old + LIST), outcome_of(new + LIST))) == (mended, standing, fresh)


def test_an_entry_whose_year_is_corrected_is_still_not_cited(outcome_of):
    body = "One asks (Okafor and Lindqvist, 2014)."
    revision = compare(outcome_of(body + LIST), outcome_of(body + LIST.replace("2011", "2010")))
    assert told(revision) == ([], ["orphaned-reference"], [])


def test_numbers_that_move_on_are_known_by_the_entry_they_mean(outcome_of):
    listed = [
        "Okafor, N. Lists in doubt. Journal of Order 2014;3:1–9.",
        "Ritter, A. On the keeping of lists. Zettel; 2011.",
        "Tanaka, K. What remains. Hako; 2008.",
        "Vogel, M. Order kept. Amt; 1999.",
    ]
    first = "Adler, B. The first of all. Kade; 1980."
    body = "One asks [1, p. 77]. Others agree [2], or not [3], and some do both [4]."
    moved = "It began so [1]. One asks [2, p. 77]. Others agree [3], or not [4], and some do both [5]."

    def article(text, entries):
        return (
            f"{text}\n\n## References\n\n" + "\n".join(f"{at}. {entry}" for at, entry in enumerate(entries, 1)) + "\n"
        )

    before, after = outcome_of(article(body, listed)), outcome_of(article(moved, [first, *listed]))
    assert "locator-out-of-range" in {problem.rule for problem in before.problems}
    mended, standing, new = told(compare(before, after))
    assert (mended, "locator-out-of-range" in standing, new) == ([], True, [])


def test_plain_text_and_markdown_are_two_versions_like_others(outcome_of):
    markdown = f"{WORK} Nobody asks (Meyer, 1999)." + LIST
    plain = markdown.replace("## ", "").replace("*", "")
    revision = compare(outcome_of(markdown), outcome_of(plain, "article.txt"))
    assert told(revision) == ([], ["misspelled-author", "missing-reference"], [])


def test_what_is_only_left_alone_is_not_quietly_mended(outcome_of):
    comment = "<!-- citecheck: ignore misspelled-author: he spells it so -->\n"
    revision = compare(outcome_of(WORK + LIST), outcome_of(comment + WORK + LIST))
    assert told(revision) == (["misspelled-author"], [], [])
    assert revision.excused == revision.mended
    assert compare(outcome_of(WORK + LIST), outcome_of(WORK.replace("Okafo", "Okafor") + LIST)).excused == ()


def test_the_same_number_before_another_entry_is_another_problem(outcome_of):
    first, second = "Okafor, N. Lists in doubt. Order 2014;3:1–9.", "Ritter, A. Keeping lists. Order 2011;2:10–19."
    rest = "3. Tanaka, K. What remains. Hako; 2008.\n4. Vogel, M. Order kept. Amt; 1999.\n"
    body = "One asks [1, p. 77]. Others agree [2], or not [3], and some do both [4].\n\n## References\n\n"
    old = outcome_of(f"{body}1. {first}\n2. {second}\n{rest}")
    new = outcome_of(f"{body}1. {second}\n2. {first}\n{rest}")
    mended, standing, fresh = told(compare(old, new))
    assert ("locator-out-of-range" in mended, "locator-out-of-range" in fresh) == (True, True)
    assert "locator-out-of-range" not in standing
