"""One article, end to end: nothing raises, equal input gives equal outcomes, and what is found is in order."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citecheck.engine import problems as engine_problems
from citecheck.engine.assembly import LIBRARY_UNCITED
from citecheck.engine.pipeline import check
from citecheck.engine.settings import Settings
from citecheck.model.fault import FaultKind
from citecheck.model.problem import Finding, Severity
from citecheck.rules.rule import Rule

LIST = "\n\n## References\n\nOkafor, Ngozi. 2014. Lists in doubt. *Journal of Order* 3 (2): 1–9.\n\n"
RITTER = "Ritter, Anna. 2011. *On the keeping of lists*. Vienna: Zettel.\n"

#: Pieces that citations and lists are made of, so that random texts come near to real ones.
WORDS = [
    "Ritter",
    "Okafor",
    " and ",
    " et al.",
    "ibid.",
    "2011",
    "2014a",
    "n.d.",
    ": p. 3",
    "References\n",
    "[1]",
    "[3-5]",
    "[@ritter]",
    "é",
    "Ж",
]
SIGNS = [", ", "(", ")", "; ", "\n", "\n\n", " ", "*", "—", "’", "#", "##[", "\u202e", "\x00"]
PIECES = st.sampled_from([*WORDS, *SIGNS])


@pytest.fixture
def outcome_of(tmp_path):
    def made(text, **chosen):
        path = tmp_path / "article.md"
        path.write_text(text, "utf-8")
        return check(str(path), Settings(**chosen))

    return made


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=80).map("".join)))
def test_no_text_makes_a_reader_an_extractor_or_a_rule_raise(tmp_path_factory, text):
    path = tmp_path_factory.getbasetemp() / "any.md"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    asked = Settings(debug=True, min_severity=Severity.HINT)
    outcome = check(str(path), asked)
    assert outcome == check(str(path), asked)
    assert (outcome.manuscript is None) == (outcome.format == "unknown")


def test_problems_stand_in_text_order_and_then_in_list_order(outcome_of):
    unsorted = RITTER + "\nMeyer, Jan. 1999. *Order*. Bonn: Amt.\n"
    outcome = outcome_of("One asks (Okafo, 2014), or not (Adler, 1980)." + LIST + unsorted, min_severity=Severity.STYLE)
    places = [problem.finding.span.start for problem in outcome.problems]
    assert len(places) >= 3
    assert places == sorted(places)


def test_no_rule_but_one_speaks_where_there_is_no_list(outcome_of):
    outcome = outcome_of("One asks (Okafor, 2014), or not (Adler 1980).")
    assert [problem.rule for problem in outcome.problems] == ["no-reference-list"]


def test_a_rule_that_raises_is_reported_and_the_others_go_on(outcome_of, monkeypatch):
    def fails(_):
        raise KeyError("a defect of the program")

    def finds(_):
        yield Finding("something is found")

    broken = Rule("broken-rule", Severity.ERROR, fails)
    sound = Rule("sound-rule", Severity.ERROR, finds)
    monkeypatch.setattr(engine_problems, "all_rules", lambda _: (broken, sound))
    outcome = outcome_of("One asks (Okafor, 2014)." + LIST)
    assert [problem.rule for problem in outcome.problems] == ["sound-rule"]
    assert [fault.kind for fault in outcome.faults] == [FaultKind.READ_IN_PART]
    assert "broken-rule" in outcome.faults[0].message
    with pytest.raises(KeyError):
        outcome_of("One asks (Okafor, 2014)." + LIST, debug=True)


def test_what_is_less_sure_than_asked_is_a_hint(outcome_of):
    text = "One asks (Okafo, 2014)." + LIST
    sure = outcome_of(text)
    assert [problem.severity for problem in sure.problems] == [Severity.ERROR]
    assert outcome_of(text, min_confidence=1.0).problems == ()
    hinted = outcome_of(text, min_confidence=1.0, min_severity=Severity.HINT)
    assert {problem.severity for problem in hinted.problems} == {Severity.HINT}


def library(entries):
    named = (
        f"{chr(65 + number % 26)}{'aeiou'[number // 26]}lberg, Jan. 1999. *Order {number}*. Bonn: Amt."
        for number in entries
    )
    return "\n\n".join(sorted(named)) + "\n"


@pytest.mark.parametrize(
    ("entries", "is_library", "why"),
    [
        (LIBRARY_UNCITED + 10, True, "one of forty cited"),
        (LIBRARY_UNCITED - 5, False, "too few entries are left uncited"),
    ],
)
def test_a_list_apart_of_which_little_is_cited_is_a_library(tmp_path, outcome_of, entries, is_library, why):
    apart = tmp_path / "library.txt"
    apart.write_text(library(range(entries)), "utf-8")
    text = "One asks (Aalberg, 1999)."
    outcome = outcome_of(text, references=(str(apart),))
    assert len(outcome.manuscript.references) == entries
    assert outcome.manuscript.library is is_library, why
    orphaned = [problem for problem in outcome.problems if problem.rule == "orphaned-reference"]
    assert (orphaned == []) is is_library
    asked = outcome_of(text, references=(str(apart),), orphans=True)
    assert len([problem for problem in asked.problems if problem.rule == "orphaned-reference"]) == entries - 1


def test_a_list_apart_stands_for_the_one_in_the_text(tmp_path, outcome_of):
    apart = tmp_path / "list.txt"
    apart.write_text(RITTER, "utf-8")
    outcome = outcome_of("One asks (Ritter, 2011)." + LIST, references=(str(apart),))
    assert [entry.document for entry in outcome.manuscript.references] == [1]
    assert outcome.problems == ()
    assert any("left aside" in note for note in outcome.notes)


def test_entries_of_several_lists_are_numbered_through(tmp_path, outcome_of):
    for name, text in (("one.txt", RITTER), ("two.txt", "Okafor, Ngozi. 2014. Lists in doubt. Lagos: Press.\n")):
        (tmp_path / name).write_text(text, "utf-8")
    paths = (str(tmp_path / "one.txt"), str(tmp_path / "two.txt"))
    outcome = outcome_of("One asks (Ritter, 2011; Okafor, 2014).", references=paths)
    assert [(entry.id, entry.document) for entry in outcome.manuscript.references] == [("r1", 1), ("r2", 2)]
    assert outcome.problems == ()


def test_a_heading_given_by_the_person_finds_the_list(outcome_of):
    text = "One asks (Okafor, 2014)." + LIST.replace("References", "What I have read")
    assert outcome_of(text, references_heading="What I have read").manuscript.lists[0].heading is not None


def test_a_heading_given_by_the_person_and_not_found_is_said(outcome_of):
    outcome = outcome_of("One asks (Okafor, 2014)." + LIST, references_heading="Sources")
    assert outcome.notes == ("no heading “Sources” with entries below it was found",)
    assert [problem.rule for problem in outcome.problems] == ["no-reference-list"]


BIB = (
    "@book{ray2003, author={Ray, Ann}, title={Nets}, year=2003}\n@book{may2002, author={May, B}, title={A}, year=2002}"
)


def test_a_list_outside_the_folder_is_read_only_where_a_person_names_it(tmp_path):
    (tmp_path / "text").mkdir()
    (tmp_path / "a.bib").write_text(BIB)
    (tmp_path / "text/a.md").write_text("---\nbibliography: ../a.bib\n---\n\nNets rot [@ray2003].\n")
    alone = check(str(tmp_path / "text/a.md"), Settings())
    assert [fault.message for fault in alone.faults] == [
        "“../a.bib” lies outside the folder of the manuscript, and is read only where --references names it"
    ]
    named = check(str(tmp_path / "text/a.md"), Settings(references=(str(tmp_path / "a.bib"),)))
    assert (named.faults, len(named.manuscript.references)) == ((), 2)


def test_uncited_entries_of_a_manuscript_read_in_part_are_told_only_when_asked_for(tmp_path):
    (tmp_path / "a.bib").write_text(BIB)
    (tmp_path / "a.qmd").write_text("---\nbibliography: a.bib\n---\n\nNets rot [@ray2003].\n\n{{< include b.qmd >}}\n")
    assert check(str(tmp_path / "a.qmd"), Settings()).problems == ()
    asked = check(str(tmp_path / "a.qmd"), Settings(orphans=True))
    assert [problem.rule for problem in asked.problems] == ["orphaned-reference"]
    assert [fault.kind for fault in asked.faults] == [FaultKind.READ_IN_PART]
