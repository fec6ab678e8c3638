"""mixed-style: citations in another way than the article cites."""

import pytest

from citecheck.engine.pipeline import check
from citecheck.engine.settings import Settings
from citecheck.model.citation import Style

DATED = """
Axelrod, Robert. 1984. *The Evolution of Cooperation*. New York: Basic Books.
Crane, Ada, and Ben Dove. 2012. Flocks. *Birds* 3 (2): 110–133.
Kuhn, Thomas S. 1962. *The Structure of Scientific Revolutions*. Chicago: University of Chicago Press.
Ostrom, Elinor. 1990. *Governing the Commons*. Cambridge: Cambridge University Press.
"""
NAMES = "Birds flock (Crane and Dove, 2012), science turns (Kuhn, 1962), and games go on (Axelrod, 1984). " * 3
NUMBERED = "\n".join(f"[{number}] {entry}" for number, entry in enumerate(DATED.strip().splitlines(), start=1))
NUMBERS = "Birds flock [2], science turns [3], and games go on [1, 2]; commons last [4]. " * 3

FLAGGED = [
    (NUMBERS, NUMBERED, "Revolutions come (Kuhn, 1962).", ["Kuhn, 1962"], "a name and year among numbers"),
    (NUMBERS, NUMBERED, "Birds (see Crane & Dove, 2012, p. 3).", ["Crane & Dove, 2012"], "two names and a page"),
    (
        NUMBERS,
        NUMBERED,
        "Ideas last (Kuhn, 1962; Ostrom, 1990).",
        ["Kuhn, 1962", "Ostrom, 1990"],
        "two works in one bracket",
    ),
    (NAMES, DATED, "Revolutions come [3].", ["[3]"], "a number among names"),
    (NAMES, DATED, "Revolutions come [2, 3].", ["2", "3"], "two numbers"),
    (NAMES, NUMBERED, "Revolutions come [3].", ["[3]"], "a number of a list that prints numbers"),
]

CLEAN = [
    (NUMBERS, NUMBERED, "As Kuhn (1962) says, science turns.", "a narrative mention"),
    (NUMBERS, NUMBERED, "As Kuhn [3] says.", "a name before its number"),
    (NUMBERS, NUMBERED, "Revolutions come (Kuhn, 1962) [3].", "a name and year beside a number"),
    (NUMBERS, NUMBERED, "Revolutions come (Kuhn, 1962), he says, and go [3].", "its number in the same sentence"),
    (NUMBERS, NUMBERED, "Revolutions come (Popper, 1934).", "a name that the list does not have"),
    (NUMBERS, NUMBERED, "Revolutions come (Kuhn, 1970).", "a year that the list does not have"),
    (NUMBERS, NUMBERED, "In Chicago (spring 1962) it rained.", "a year without a name"),
    (NAMES, DATED, "Revolutions come [12].", "a number beyond the list"),
    (NAMES, DATED, "The interval [0, 1] is closed.", "an interval"),
    (NAMES, DATED, "x[3] is the third.", "an index"),
    (NAMES, DATED, "“He [1] came.” “She [2] went.” “They [3] stay.” “We [4] go.”", "too many to be strays"),
    (NAMES, DATED, "Ideas come [1].\n\n## Notes\n\n[1] See below.\n\n[2] Above.\n\n[3] Also.", "the mark of a note"),
    (NAMES, DATED, "Kuhn (1962) says so.", "a narrative citation"),
    ("Nothing is cited here by anybody.", DATED, "Revolutions come (Kuhn, 1962).", "one citation is the style"),
    (
        "Games go on (Axelrod, 1984). Science turns (Kuhn, 1962). ",
        NUMBERED,
        "Birds [2].",
        "half of the citations: a second way that is meant",
    ),
]


@pytest.mark.parametrize(("frame", "entries", "body", "marked", "why"), FLAGGED)
def test_a_citation_in_another_way(said, frame, entries, body, marked, why):
    assert [words for words, _ in said("mixed-style", frame + body, entries)] == marked, why


@pytest.mark.parametrize(("frame", "entries", "body", "why"), CLEAN)
def test_citations_in_the_way_of_the_article(said, frame, entries, body, why):
    assert said("mixed-style", frame + body, entries) == [], why


def test_a_stray_is_linked_and_is_no_other_problem(problems_of):
    manuscript, _ = problems_of("mixed-style", NUMBERS + "Revolutions come (Kuhn, 1962).", NUMBERED)
    stray, match = next(pair for pair in manuscript.linked() if pair[0].style is Style.AUTHOR_DATE)
    assert [manuscript.reference(one).title for one in match.references] == ["The Structure of Scientific Revolutions"]
    assert stray.year is not None
    assert 0.9 < manuscript.share < 1


def test_a_lone_number_is_not_missing_too(tmp_path):
    path = tmp_path / "a.md"
    path.write_text(f"{NAMES}Commons last (Ostrom, 1990). Turns come [3].\n\n## References\n\n{DATED}", "utf-8")
    outcome = check(str(path), Settings(debug=True))
    assert [problem.rule for problem in outcome.problems if problem.severity.rank < 2] == ["mixed-style"]
