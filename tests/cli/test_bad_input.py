"""Bad input ends with one sentence and the right exit status, never with a traceback."""

import json
import os

import pytest

from citecheck.model.fault import FaultKind

LIST = "\n\nReferences\n\nRitter, Anna. 2011. On the keeping of lists. Vienna: Zettel.\n"

UNREAD = [
    ("empty.txt", b"", "an empty file says nothing about its citations"),
    ("blank.md", b" \n\n\t\n", "a file of blank lines neither"),
    ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, "a picture named .txt"),
    ("archive.md", b"PK\x03\x04" + bytes(200), "an archive named .md"),
    ("zeros.txt", b"Ritter (2011)" + bytes(400), "zero bytes among the letters"),
]


@pytest.mark.parametrize(("name", "content", "why"), UNREAD, ids=[row[0] for row in UNREAD])
def test_what_is_no_text_is_an_error_and_named(cli, tmp_path, name, content, why):
    path = tmp_path / name
    path.write_bytes(content)
    status, out, err = cli("check", path)
    assert status == 2, why
    assert err.count("\n") == 1
    assert err.startswith(f"error: {path}: ")
    assert "Traceback" not in out + err


LISTS = [
    ("library.bib", "@book{ritter2011, author = {Ritter, Anna}, title = {Lists}, year = 2011}\n", "bibtex"),
    ("export.ris", "TY  - BOOK\nAU  - Ritter, Anna\nPY  - 2011\nER  - \n", "ris"),
    ("library.json", '[{"type": "book", "title": "Lists", "issued": {"date-parts": [[2011]]}}]', "csl-json"),
]


@pytest.mark.parametrize(("name", "content", "format"), LISTS, ids=[row[0] for row in LISTS])
def test_a_list_given_as_an_article_is_told_from_one(cli, tmp_path, name, content, format):
    path = tmp_path / name
    path.write_text(content, "utf-8")
    status, _, err = cli("check", path)
    told = f"it is a reference list ({format}), not an article: citecheck bib checks it"
    assert (status, err) == (2, f"error: {path}: {told}, and --references gives it to an article\n")


def test_a_file_that_is_not_there_is_named(cli, tmp_path):
    status, _, err = cli("check", tmp_path / "nowhere.md")
    assert (status, err) == (2, f"error: {tmp_path}/nowhere.md: no such file\n")


def test_a_folder_where_a_file_is_meant_is_told_in_one_sentence(cli, tmp_path):
    status, _, err = cli("extract", tmp_path)
    assert (status, err) == (2, f"error: {tmp_path}: is a folder, not a file\n")


def test_a_named_pipe_is_not_waited_for(cli, tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    status, _, err = cli("check", tmp_path / "pipe.txt")
    assert status == 2
    assert "pipe" in err


def test_one_bad_file_does_not_cost_the_others(cli, tmp_path, faulty):
    status, out, err = cli("check", tmp_path / "nowhere.md", faulty, "--format", "json")
    report = json.loads(out)
    assert status == 2
    assert [document["errors"] != [] for document in report["documents"]] == [True, False]
    assert len(report["documents"][1]["problems"]) == 2
    assert report["summary"]["unreadable"] == 1
    assert "nowhere.md" in err


def test_no_list_is_one_problem_and_not_one_for_each_citation(cli, tmp_path):
    path = tmp_path / "draft.md"
    path.write_text("Lists are kept (Ritter, 2011), and lost (Meyer, 1999).\n", "utf-8")
    status, out, _ = cli("check", path, "--format", "json")
    (document,) = json.loads(out)["documents"]
    assert status == 1
    assert [problem["rule"] for problem in document["problems"]] == ["no-reference-list"]
    assert document["references"] == []


def test_a_heading_without_entries_is_no_list(cli, tmp_path):
    path = tmp_path / "draft.md"
    path.write_text("Lists are kept (Ritter, 2011).\n\n# References\n", "utf-8")
    status, out, _ = cli("check", path, "--format", "json")
    assert status == 1
    assert [problem["rule"] for problem in json.loads(out)["documents"][0]["problems"]] == ["no-reference-list"]


def test_a_list_apart_that_is_not_there_is_an_error_and_says_nothing_of_the_citations(cli, article, tmp_path):
    status, out, err = cli("check", article, "--references", tmp_path / "nowhere.bib", "--format", "json")
    assert status == 2
    assert json.loads(out)["documents"][0]["problems"] == []
    assert f"{tmp_path}/nowhere.bib: no such file" in err


def test_every_kind_of_error_is_known_to_the_schema(schema):
    assert schema["$defs"]["error"]["properties"]["kind"]["enum"] == [kind.value for kind in FaultKind]


def test_a_name_that_steers_a_terminal_is_defused(cli, tmp_path):
    _, out, err = cli("check", tmp_path / "evil\x1b[2J\u202e.md")
    assert "\x1b" not in out + err
    assert "\u202e" not in out + err
    assert "\\u001b" in err


BROKEN = """@book{ritter2011, author = {Ritter, Anna}, title = {On the keeping of lists}, year = {2011}}

@book{meyer1999, author = {Meyer, Jan}, title = {Order, year = {1999}

@book{okafor2014, author = {Okafor, Ngozi}, title = {Lists in doubt}, year = {2014}}
"""


@pytest.fixture
def broken(tmp_path):
    (tmp_path / "library.bib").write_text(BROKEN, "utf-8")
    (tmp_path / "article.md").write_text("One asks (Ritter, 2011), or not (Okafor, 2014).", "utf-8")
    return tmp_path / "article.md", "--references", tmp_path / "library.bib"


def test_a_broken_entry_of_a_library_costs_no_other_and_is_told_once_with_its_line_and_reason(cli, broken):
    status, out, err = cli("check", *broken, "--format", "json")
    (document,) = json.loads(out)["documents"]
    (problem,) = document["problems"]
    assert (status, err, document["errors"]) == (1, "", [])
    assert {"ritter2011", "okafor2014"} <= {entry["key"] for entry in document["references"]}
    assert [citation["references"] != [] for citation in document["citations"]] == [True, True]
    assert (problem["rule"], problem["severity"], problem["span"]["line"]) == ("malformed-entry", "error", 3)
    assert problem["message"] == ("the entry “meyer1999” is broken: it is not closed before the next entry begins")


def test_a_broken_entry_is_neither_called_orphaned_nor_cited(cli, broken):
    _, out, _ = cli("check", *broken)
    assert "1 error · all 2 citations agree with the list · every entry that could be read is cited\n" in out
    assert "never cited" not in out


@pytest.mark.parametrize(
    "options", [["--ignore", "malformed-entry"], ["--select", "year-mismatch"], ["--min-confidence", "1"]]
)
def test_a_broken_entry_of_which_no_problem_tells_is_a_fault_of_the_file(cli, broken, options):
    status, _, err = cli("check", *broken, *options)
    assert status == 2
    assert "library.bib: line 3: entry meyer1999 is broken: it is not closed before the next entry begins" in err


def test_a_list_in_a_format_that_nothing_reads_is_not_read_as_text(cli, article, tmp_path):
    (tmp_path / "library.xml").write_text("<records><record>Ritter 2011</record></records>", "utf-8")
    status, _, err = cli("check", article, "--references", tmp_path / "library.xml")
    assert status == 2
    assert "library.xml" in err
