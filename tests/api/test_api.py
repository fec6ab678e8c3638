"""The Python API: small, typed, documented by examples that run, and free of charge for whoever does not use it."""

import doctest
import json
import pickle
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import citecheck
from citecheck.model.value import replace

ROOT = Path(__file__).parents[2]
ARTICLE = ROOT / "refs" / "kazakhstan.md"
DRAFT = "Some say so (Okafo, 2014).\n\n# References\n\nOkafor, Ngozi. 2014. Lists in doubt. *Order* 3: 1–9.\n"


def test_every_example_of_the_page_runs(monkeypatch):
    monkeypatch.chdir(ROOT)
    failed, run = doctest.testfile(str(ROOT / "docs" / "api.md"), module_relative=False)
    assert (failed, run > 10) == (0, True)


def test_the_page_names_every_field_and_nothing_else():
    page = (ROOT / "docs" / "api.md").read_text("utf-8")
    for name in ("Result", "Problem", "Citation", "Reference", "Place", "Fault"):
        (row,) = [line for line in page.splitlines() if line.startswith(f"| `{name}` |")]
        fields = row.split("|")[2].partition(";")[0].replace("`", "").replace(" ", "").split(",")
        assert tuple(fields) == getattr(citecheck, name).__match_args__


def test_a_result_holds_what_the_json_report_holds(monkeypatch, capsys):
    from citecheck.cli.main import run

    monkeypatch.chdir(ROOT)
    assert run(["check", "refs/kazakhstan.md", "--format", "json"]) == 1
    (document,) = json.loads(capsys.readouterr().out)["documents"]
    result = citecheck.check("refs/kazakhstan.md")
    assert [one.message for one in result.problems] == [one["message"] for one in document["problems"]]
    assert [one.place.line for one in result.citations] == [one["span"]["line"] for one in document["citations"]]
    assert [[r.id for r in one.references] for one in result.citations] == [
        one["references"] for one in document["citations"]
    ]
    assert [one.text for one in result.references] == [one["text"] for one in document["references"]]


def test_what_is_exported_is_what_is_promised():
    assert sorted(citecheck.__all__) == dir(citecheck)
    assert all(getattr(citecheck, name) is not None for name in citecheck.__all__)
    with pytest.raises(AttributeError, match="no attribute 'chekc'"):
        citecheck.chekc  # noqa: B018 asking is the test


def test_results_are_values():
    result = citecheck.check(ARTICLE)
    assert result == citecheck.check(str(ARTICLE))
    assert hash(result.problems) == hash(citecheck.check(ARTICLE).problems)
    assert pickle.loads(pickle.dumps(result)) == result  # noqa: S301 made here
    assert replace(result, path="x").path == "x"
    with pytest.raises(AttributeError):
        result.path = "x"


@pytest.mark.parametrize("text", [DRAFT, DRAFT.encode(), DRAFT.encode("utf-16")], ids=["text", "bytes", "utf-16"])
def test_text_is_checked_under_the_name_it_is_given(text, monkeypatch):
    monkeypatch.setattr("citecheck.engine.opening._bytes_of", None)
    result = citecheck.check("folder/draft.md", text=text)
    assert (result.path, result.format) == ("folder/draft.md", "markdown")
    assert [str(problem.place) for problem in result.problems] == ["folder/draft.md:1:14"]


def test_text_with_half_a_character_is_still_checked():
    (problem,) = citecheck.check("draft.md", text=f"\ud800 {DRAFT}").problems
    assert problem.place.column == 16


def test_several_may_be_given_as_one():
    one = citecheck.check(ARTICLE, ignore="orphaned-reference", references=ARTICLE.with_suffix(".bib"))
    assert one == citecheck.check(ARTICLE, ignore=["orphaned-reference"], references=[ARTICLE.with_suffix(".bib")])


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"select": "year-mismach"}, "there is no rule 'year-mismach'; did you mean year-mismatch?"),
        ({"style": "apq"}, "there is no style 'apq'; did you mean apa?"),
        ({"language": "xx"}, "there is no language 'xx'"),
        ({"input_format": "dox"}, "there is no input format 'dox'; did you mean docx?"),
        ({"min_severity": "eror"}, "there is no severity 'eror'; did you mean error?"),
    ],
)
def test_a_word_that_means_nothing_is_an_error_that_helps(given, says):
    with pytest.raises(ValueError, match=says):
        citecheck.check(ARTICLE, **given)


def test_a_hyphen_is_a_file_and_not_standard_input(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert citecheck.check("-").faults[0].message == "no such file"


def test_the_callers_alarm_is_left_alone(tmp_path):
    rung = []
    before = signal.signal(signal.SIGALRM, lambda *_: rung.append(True))
    signal.setitimer(signal.ITIMER_REAL, 3600)
    try:
        citecheck.check("draft.md", text=DRAFT)
        assert signal.getitimer(signal.ITIMER_REAL)[0] > 3000
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def test_a_start_of_the_program_reads_nothing_of_it():
    code = "import sys, citecheck; print(sorted(name for name in sys.modules if name.startswith('citecheck')))"
    done = subprocess.run(
        [sys.executable, "-c", code], env={"PYTHONPATH": str(ROOT / "src")}, capture_output=True, check=True
    )
    assert done.stdout == b"['citecheck']\n"


SCRIPT = """
from typing import assert_type

import citecheck

result = citecheck.check("article.md", references=["library.bib"], select="year-mismatch", text=b"")
assert_type(result, citecheck.Result)
for problem in result.problems:
    assert_type(problem.severity, citecheck.Severity)
    assert_type(problem.suggestion, str | None)
    if problem.place is not None:
        assert_type(problem.place.line, int)
    if problem.citation is not None:
        assert_type(problem.citation.references, tuple[citecheck.Reference, ...])
assert_type(result.faults, tuple[citecheck.Fault, ...])
"""
WRONG = 'import citecheck\nresult = citecheck.check("article.md", selekt="x")\nresult.path = "y"\nresult.problemes\n'


def test_the_script_of_a_user_is_checked_against_the_types_of_the_package(tmp_path):
    """The package is found as an installed one would be, by its py.typed, and its own source is not reported on."""
    from mypy import api

    right, wrong = tmp_path / "right.py", tmp_path / "wrong.py"
    right.write_text(SCRIPT, "utf-8")
    wrong.write_text(WRONG, "utf-8")
    config = tmp_path / "mypy.ini"
    config.write_text(f"[mypy]\nstrict = true\nmypy_path = {ROOT / 'src'}\nfollow_imports = silent\n", "utf-8")
    told, errors, status = api.run(["--config-file", str(config), "--cache-dir", str(tmp_path), str(right), str(wrong)])
    assert (errors, status) == ("", 1)
    assert "right.py" not in told
    codes = [line.rpartition("[")[2] for line in told.splitlines() if ": error:" in line]
    assert codes == ["call-arg]", "misc]", "attr-defined]"]


def test_a_comment_in_the_document_is_heeded_unless_it_is_of_others():
    text = DRAFT.replace("Some", "<!-- citecheck: ignore misspelled-author: he spells it so -->\nSome")
    heeded, isolated = citecheck.check("draft.md", text=text), citecheck.check("draft.md", text=text, isolated=True)
    assert [problem.rule for problem in heeded.problems] == []
    assert [problem.rule for problem in isolated.problems] == ["misspelled-author"]
