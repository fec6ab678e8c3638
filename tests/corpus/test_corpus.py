"""The gold cases of our own: made from their sources, covering what they should, and sorted by whether they pass."""

from collections import Counter

import pytest

import corpus
from citecheck.languages.language import codes
from gold import CORE_RULES

SOURCES = corpus.sources()
GOLD = {name: corpus.read(name, source)[1] for name, source in SOURCES.items()}
PLANTED = Counter(one["rule"] for gold in GOLD.values() for one in gold["problems"])

MARKED = [
    ("Nets rot (<<r1|Pell, 2014>>).", "Nets rot (Pell, 2014).", [("r1", 10, "Pell, 2014")]),
    (
        "<<r1: Pell; 2014|Pell, A. <<!mixed-script|Nеts>>.>>",
        "Pell, A. Nеts.",
        [
            ("r1: Pell; 2014", 0, "Pell, A. Nеts."),
            ("!mixed-script", 9, "Nеts"),
        ],
    ),
    ("no mark > or < or |", "no mark > or < or |", []),
]


@pytest.mark.parametrize("name", sorted(SOURCES))
def test_a_case_is_right_or_wrong_as_it_is_said_to_be(name):
    found = corpus.faults(name)
    if name in corpus.failing():
        assert found, "it passes now: python scripts/corpus.py --accept"
    else:
        assert found == []


def test_every_case_is_said_either_to_pass_or_to_fail():
    assert sorted([*corpus.passing(), *corpus.failing()]) == sorted(SOURCES)


def test_every_failing_case_has_its_reason():
    assert [name for name, why in corpus.failing().items() if len(why.split()) < 4] == []


def test_the_folders_are_what_the_sources_make():
    stored = {str(path.relative_to(corpus.CASES)): path.read_text("utf-8") for path in corpus.CASES.glob("*/*")}
    made = corpus.made()
    assert sorted(stored) == sorted(made), "python scripts/corpus.py"
    assert [name for name, text in made.items() if stored[name] != text] == []


@pytest.mark.parametrize(("marked", "text", "marks"), MARKED)
def test_marks_are_taken_out_of_a_text(marked, text, marks):
    assert corpus.unmarked(marked) == (text, marks)


@pytest.mark.parametrize("marked", ["<<r1|Pell, 2014", "<<r1 Pell, 2014>>"])
def test_a_mark_that_cannot_be_read_is_refused(marked):
    with pytest.raises(corpus.SourceError):
        corpus.unmarked(marked)


@pytest.mark.parametrize("name", sorted(SOURCES))
def test_the_marks_of_a_case_agree_with_each_other(name):
    gold = GOLD[name]
    entries = [one["id"] for one in gold["references"]]
    cited = {entry for one in gold["citations"] for entry in one["references"]}
    uncited = {
        one["reference"] for one in gold["problems"] if one["rule"] in {"orphaned-reference", "duplicate-reference"}
    }
    explained = {
        one["citation_text"] for one in gold["problems"] if one["rule"] in {"missing-reference", "mixed-style"}
    }
    assert len(entries) == len(set(entries))
    assert sorted(cited - set(entries)) == []
    assert sorted(set(entries) - cited - uncited) == []
    assert {one["text"] for one in gold["citations"] if not one["references"]} <= explained


def test_every_language_is_there_with_names_and_years():
    assert {gold["language"] for gold in GOLD.values() if gold["style"] == "author-date"} == set(codes())


def test_every_way_of_citing_is_there():
    assert {gold["style"] for gold in GOLD.values()} == {"author-date", "author-page", "keyed", "notes", "numeric"}


def test_there_are_enough_cases_and_enough_of_them_without_a_defect():
    assert len(GOLD) >= 80
    assert sum(not gold["problems"] for gold in GOLD.values()) >= 40


#: An article without a list has no words at which that could be marked.
UNMARKED = "no-reference-list"


@pytest.mark.parametrize("rule", [rule for rule in (*CORE_RULES, *corpus.COVERED) if rule != UNMARKED])
def test_each_rule_is_planted_often_enough(rule):
    assert PLANTED[rule] >= 3
