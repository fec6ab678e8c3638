"""Several lists in one document: a list for each chapter, primary sources beside studies, a supplement's."""

import pytest

from citecheck.engine.pipeline import check
from citecheck.engine.settings import Settings

AXELROD = "Axelrod, Robert. 1984. *The Evolution of Cooperation*. New York: Basic Books."
CRANE = "Crane, Ada, and Ben Dove. 2012. Flocks. *Birds* 3 (2): 110–133."
KUHN = "Kuhn, Thomas S. 1962. *The Structure of Scientific Revolutions*. Chicago: University of Chicago Press."
LARK = "Lark, Ed. 2011. Larks. *Birds* 4: 1–90."
OSTROM = "Ostrom, Elinor. 1990. *Governing the Commons*. Cambridge: Cambridge University Press."
TVERSKY = "Tversky, Amos, and Daniel Kahneman. 1974. Judgment under uncertainty. *Science* 185: 1124–1131."


def listed(*entries, numbered=False):
    return "\n\n".join(f"{number}. {entry}" if numbered else entry for number, entry in enumerate(entries, start=1))


def chapter(body, *entries, numbered=False, heading="References"):
    return f"# A chapter\n\n{body}\n\n## {heading}\n\n{listed(*entries, numbered=numbered)}\n\n"


@pytest.fixture
def read(tmp_path):
    """Return the entries meant, by their first word and list, and the problems, of a text."""

    def made(text):
        path = tmp_path / "book.md"
        path.write_text(text, "utf-8")
        manuscript, problems = (outcome := check(str(path), Settings(debug=True))).manuscript, outcome.problems
        meant = [
            [(manuscript.reference(one).text.lstrip("1234567. ").split(",")[0], manuscript.reference(one).section)]
            if (one := next(iter(match.references), None))
            else []
            for _, match in manuscript.linked()
        ]
        rules = [problem.rule for problem in problems if problem.severity.rank < 2]
        return [one[0] if one else None for one in meant], rules

    return made


def test_numbers_begin_anew_in_each_chapter(read):
    first = chapter("Games go on [1], science turns [2], commons last [3].", AXELROD, KUHN, OSTROM, numbered=True)
    second = chapter("Minds err [1], birds flock [2], larks rise [3].", TVERSKY, CRANE, LARK, numbered=True)
    meant, rules = read(first + second)
    assert meant == [("Axelrod", 0), ("Kuhn", 0), ("Ostrom", 0), ("Tversky", 1), ("Crane", 1), ("Lark", 1)]
    assert rules == []


def test_a_number_beyond_a_chapters_own_list_is_missing(read):
    first = chapter("Games go on [1], science turns [2], and more [3].", AXELROD, KUHN, numbered=True)
    second = chapter("Minds err [1], birds flock [2], larks rise [3].", TVERSKY, CRANE, LARK, numbered=True)
    meant, rules = read(first + second)
    assert meant[2] is None
    assert rules == ["missing-reference"]


def test_numbers_that_run_on_through_the_chapters_mean_any_list(read):
    entries = [f"{number}. {entry}" for number, entry in enumerate((AXELROD, KUHN, OSTROM, TVERSKY, CRANE), start=1)]
    first = "# One\n\nGames [1], science [2], commons [3].\n\n## References\n\n" + "\n\n".join(entries[:3])
    second = (
        "\n\n# Two\n\nMinds [4], birds [5], games again [1].\n\n## References\n\n" + "\n\n".join(entries[3:]) + "\n"
    )
    meant, rules = read(first + second)
    assert meant[3:] == [("Tversky", 1), ("Crane", 1), ("Axelrod", 0)]
    assert rules == []


def test_a_work_that_two_chapters_cite_is_no_duplicate_and_is_cited_in_each(read):
    first = chapter("Games go on (Axelrod, 1984), science turns (Kuhn, 1962).", AXELROD, KUHN, OSTROM)
    second = chapter("Minds err (Tversky and Kahneman, 1974), as Kuhn (1962) knew.", CRANE, KUHN, TVERSKY)
    meant, rules = read(first + second)
    assert meant == [("Axelrod", 0), ("Kuhn", 0), ("Tversky", 1), ("Kuhn", 1)]
    assert rules == ["orphaned-reference", "orphaned-reference"]


def test_an_entry_that_only_another_chapter_cites_is_orphaned_in_its_own(read):
    first = chapter(
        "Games go on (Axelrod, 1984), science turns (Kuhn, 1962), commons (Ostrom, 1990).", AXELROD, KUHN, OSTROM
    )
    second = chapter("Minds err (Tversky and Kahneman, 1974), birds (Crane and Dove, 2012).", CRANE, KUHN, TVERSKY)
    _, rules = read(first + second)
    assert rules == ["orphaned-reference"]


def test_sources_and_studies_are_two_lists_that_serve_the_whole_text(read):
    body = "Games go on (Axelrod, 1984), science turns (Kuhn, 1962), birds flock (Crane and Dove, 2012). Lark (2011)."
    text = (
        chapter(body, AXELROD, KUHN, heading="Primary sources") + f"## Secondary literature\n\n{listed(CRANE, LARK)}\n"
    )
    meant, rules = read(text)
    assert meant == [("Axelrod", 0), ("Kuhn", 0), ("Crane", 1), ("Lark", 1)]
    assert rules == []


def test_a_supplement_has_a_list_of_its_own(read):
    text = chapter("Games go on (Axelrod, 1984), science turns (Kuhn, 1962).", AXELROD, KUHN)
    text += chapter("Birds flock (Crane and Dove, 2012), larks rise (Lark, 2011).", CRANE, LARK)
    meant, rules = read(text.replace("# A chapter\n\nBirds", "# Supplement\n\nBirds"))
    assert meant == [("Axelrod", 0), ("Kuhn", 0), ("Crane", 1), ("Lark", 1)]
    assert rules == []
