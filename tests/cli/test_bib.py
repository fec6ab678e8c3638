"""`citecheck bib`: a list by itself."""

import json

import pytest

LIST = """@article{lee2001, author = {Lee, Ann}, title = {On larks}, journal = {Birds}, year = {2001}, pages = {9--2}}

@article{roe2002, author = {Roe, R.}, title = {Of crows}, journal = {Birds}, year = {2002}, doi = {10.1000/1}}
@article{roe2002b, author = {Roe, R.}, title = {Of crows}, journal = {Birds}, year = {2002}, doi = {10.1000/1}}
"""
CLEAN = LIST.splitlines()[2]


@pytest.fixture
def listed(tmp_path):
    path = tmp_path / "list.bib"
    path.write_text(LIST, "utf-8")
    return path


def test_a_list_by_itself(cli, listed):
    status, out, err = cli("bib", listed)
    assert (status, err) == (1, "")
    assert f"{listed}:1:1" in out
    assert "the same work is entry 2" in out
    assert "bibtex · 3 entries" in out
    assert "orphaned-reference" not in out


def test_as_json(cli, listed):
    status, out, _ = cli("bib", listed, "--format", "json")
    (document,) = json.loads(out)["documents"]
    found = {(problem["rule"], problem["span"]["line"]) for problem in document["problems"]}
    assert (status, found) == (1, {("impossible-pages", 1), ("duplicate-reference", 4)})
    assert len(document["references"]) == 3


def test_a_clean_list(cli, tmp_path):
    path = tmp_path / "list.bib"
    path.write_text(CLEAN, "utf-8")
    status, out, _ = cli("bib", path)
    assert (status, "1 entry read" in out) == (0, True)


OPTIONS = [
    (["--select", "duplicate-reference"], {"duplicate-reference"}, 1),
    (["--ignore", "duplicate-reference,impossible-pages"], set(), 0),
    (["--fail-on", "never"], {"duplicate-reference", "impossible-pages"}, 0),
]


@pytest.mark.parametrize(("options", "rules", "status"), OPTIONS, ids=[row[0][0] for row in OPTIONS])
def test_options_are_those_of_check(cli, listed, options, rules, status):
    found, out, _ = cli("bib", listed, "--format", "json", *options)
    assert found == status
    assert {problem["rule"] for problem in json.loads(out)["documents"][0]["problems"]} == rules


def test_the_list_of_an_article(cli, tmp_path):
    path = tmp_path / "article.md"
    path.write_text("# Larks\n\nLarks sing.\n\n# References\n\nLee, Ann. 2001. On larks. Leeds: Press.\n", "utf-8")
    status, out, _ = cli("bib", path)
    assert (status, "1 entry read" in out) == (0, True)


def test_what_holds_no_list_is_said(cli, tmp_path):
    path = tmp_path / "prose.txt"
    path.write_text("Larks sing in the morning.\n\nNobody knows why they do.\n", "utf-8")
    status, out, _ = cli("bib", path)
    assert (status, "no-reference-list" in out) == (1, True)


def test_a_broken_entry_costs_no_other(cli, tmp_path):
    path = tmp_path / "list.bib"
    path.write_text("@article{broken,\n" + LIST, "utf-8")
    status, out, err = cli("bib", path)
    assert (status, "line 1: entry broken is broken" in err) == (2, True)
    assert "duplicate-reference" in out


def test_a_report_is_not_written_over_the_list(cli, listed):
    status, _, err = cli("bib", listed, "--output", listed)
    assert (status, "would be overwritten" in err) == (2, True)


def test_check_says_nothing_of_fields(cli, tmp_path, listed):
    path = tmp_path / "article.md"
    path.write_text("Larks sing [@lee2001; @roe2002; @roe2002b].\n", "utf-8")
    out = cli("check", path, "--references", listed)[1]
    assert "impossible-pages" not in out
