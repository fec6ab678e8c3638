"""Wrong usage is one clear sentence and status 2; right usage does what the help says."""

import json
import re
import stat

import pytest

from citecheck import __version__
from citecheck.cli.choices import SEVERITIES
from citecheck.model.problem import Severity
from citecheck.report.registry import report_for_path, reports
from citecheck.rules.registry import rules

WRONG = [
    (["check"], "ARTICLE", "nothing to check"),
    (["chek", "a.md"], "check", "a slip in the command"),
    (["check", "a.md", "--selekt", "x"], "--select", "a slip in an option"),
    (["check", "a.md", "--select", "year-missmatch"], "did you mean year-mismatch", "a slip in a rule"),
    (
        ["check", "a.md", "--ignore", "orphaned_reference"],
        "did you mean orphaned-reference",
        "an underscore for a hyphen",
    ),
    (["check", "a.md", "--select", "nothing-like-it"], "choose from", "no rule is near"),
    (["check", "a.md", "--format", "jsn"], "did you mean json", "a slip in the format"),
    (["check", "a.md", "--min-severity", "warn"], "did you mean warning", "a severity cut short"),
    (["check", "a.md", "--fail-on", "nevr"], "did you mean never", "a slip in the threshold"),
    (["check", "a.md", "--min-confidence", "2"], "--min-confidence", "more than certain"),
    (["check", "a.md", "--output", "report.exe"], "its name must end in", "an extension that names no report"),
    (["check", "a.md", "--input-format", "markdwn"], "did you mean markdown", "a slip in the input format"),
    (["check", "a.md", "--style", "apaa"], "did you mean apa", "a slip in the style"),
    (["check", "a.md", "--language", "klingon"], "choose from", "a language that is not known"),
    (["check", "a.md", "--changes", "orginal"], "did you mean original", "a slip in what changes are to be"),
    (["check", "-", "-"], "only once", "standard input twice"),
    (["check", "-", "--references", "-"], "only once", "an article and its list from standard input"),
    (["check", "a.md", "b.md", "--references", "-"], "only once", "one list from standard input for two articles"),
    (["bib", "-", "-"], "only once", "standard input twice as a list"),
    (["check", "a.md", "--write-baseline", "-"], "- is standard input", "a file called -"),
    (["annotate", "-"], "by name", "a Word file from standard input"),
    (["annotate", "a.docx", "--output", "-"], "by name", "a Word file to standard output"),
    (["annotate", "a.docx", "--output", "b.odt"], "must end in .docx", "a copy under the name of another format"),
    (["explain", "year-mismatsch"], "did you mean year-mismatch", "a slip in the rule to explain"),
    (["explain"], "RULE", "no rule to explain"),
    (["parse", "a.txt", "--format", "xml"], "choose from", "a format that entries are not written in"),
]


@pytest.mark.parametrize(("arguments", "said", "why"), WRONG, ids=[row[2] for row in WRONG])
def test_wrong_usage_is_one_sentence(cli, arguments, said, why):
    status, out, err = cli(*arguments)
    assert (status, out) == (2, ""), why
    assert said in err
    assert err.startswith("error: ")
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check"], "Missing argument 'ARTICLE…'. See citecheck check --help."),
        (["check", "a.md", "--selekt", "x"], "See citecheck check --help."),
        (["check", "a.md", "--min-confidence", "2"], "See citecheck check --help."),
        (["parse", "--lins", "a.txt"], "See citecheck parse --help."),
        (["chek", "a.md"], "See citecheck --help."),
    ],
)
def test_wrong_usage_says_where_to_look(cli, arguments, said):
    status, out, err = cli(*arguments)
    assert (status, out) == (2, "")
    assert err.endswith(f"{said}\n")


def test_the_help_names_every_format_and_how_its_files_are_called(cli):
    status, out, _ = cli("check", "--help")
    words = out.split()
    missing = [
        name
        for report in reports()
        for name in (report.format, *report.suffixes)
        if name not in words and f"{name}," not in words
    ]
    assert (status, missing) == (0, [])


NAMES = [
    ("queries.md", "queries"),
    ("042-queries.md", "queries"),
    ("comment.md", "markdown"),
    ("042.md", "markdown"),
    ("a.sarif", "sarif"),
    ("a.sarif.json", "sarif"),
    ("a.json", "json"),
    ("a.jsonl", "jsonl"),
    ("a.txt", "text"),
    ("concise.txt", "concise"),
    ("queries.txt", "queries"),
    ("github.txt", "github"),
    ("a.xml", "junit"),
    ("a.csv", "csv"),
    ("A.CSV", "csv"),
    ("a.htm", "html"),
]


@pytest.mark.parametrize(("name", "format"), NAMES, ids=[row[0] for row in NAMES])
def test_the_end_of_a_file_name_chooses_the_format(name, format):
    assert report_for_path(f"some.csv/{name}").format == format


def test_every_report_is_written_at_once(cli, faulty, tmp_path):
    files = [tmp_path / "reports" / name for name, _ in NAMES]
    files[0].parent.mkdir()
    status, _, err = cli("check", faulty, *(f"--output={file}" for file in files))
    assert (status, err) == (1, "")
    assert [file.name for file in files if "Meyer" not in file.read_text("utf-8")] == []


def test_severities_are_those_of_the_model():
    assert tuple(severity.value for severity in Severity) == SEVERITIES


STATUS = [
    ([], 1, "errors are found"),
    (["--fail-on", "never"], 0, "nothing fails"),
    (["--select", "unsorted-list"], 0, "the rule asked for finds nothing"),
    (["--ignore", "missing-reference,misspelled-author"], 0, "what is wrong is left out"),
    (["--ignore", "missing-reference", "--ignore", "misspelled-author"], 0, "the option twice is the same"),
    (["--min-confidence", "1"], 0, "nothing is as sure as that, so all is a hint and not shown"),
]


@pytest.mark.parametrize(("options", "expected", "why"), STATUS, ids=[row[2] for row in STATUS])
def test_the_exit_status_tells_what_was_found(cli, faulty, options, expected, why):
    status, _, err = cli("check", faulty, *options)
    assert (status, err) == (expected, ""), why


def test_an_article_in_which_all_agrees_ends_with_0_and_says_so(cli, article):
    status, out, err = cli("check", article)
    assert (status, err) == (0, "")
    assert "All 2 citations agree with 2 entries, and every entry is cited" in out


def test_quiet_prints_problems_and_nothing_else(cli, article, faulty):
    assert cli("check", article, "--quiet") == (0, "", "")
    status, out, _ = cli("check", faulty, "--quiet")
    assert status == 1
    assert out.startswith("error  ")
    assert "Next:" not in out


def test_reports_are_written_to_files_by_extension(cli, faulty, tmp_path):
    status, _, err = cli("check", faulty, "--output", tmp_path / "a.json", "--output", tmp_path / "b.txt")
    assert (status, err) == (1, "")
    assert json.loads((tmp_path / "a.json").read_text("utf-8"))["summary"]["problems"]["error"] == 2
    assert "misspelled-author" in (tmp_path / "b.txt").read_text("utf-8")


def test_a_report_keeps_the_mode_of_the_file_it_replaces_and_leaves_nothing_beside_it(cli, faulty, tmp_path):
    report = tmp_path / "a.json"
    report.write_text("old", "utf-8")
    report.chmod(0o640)
    cli("check", faulty, "--output", report)
    assert stat.S_IMODE(report.stat().st_mode) == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.json", "faulty.md"]


def test_a_report_that_cannot_be_written_is_an_error(cli, faulty, tmp_path):
    status, out, err = cli("check", faulty, "--output", tmp_path / "nowhere" / "a.json")
    assert status == 2
    assert "nowhere/a.json: no such file or directory" in err
    assert "misspelled-author" in out, "what was found is still printed"


def test_an_input_is_never_overwritten_by_a_report(cli, tmp_path):
    path = tmp_path / "article.txt"
    path.write_text("as Ritter (2011) says", "utf-8")
    status, _, err = cli("check", path, "--output", path)
    assert status == 2
    assert "would be overwritten" in err
    assert path.read_text("utf-8") == "as Ritter (2011) says"


def test_rules_lists_every_rule_with_what_it_reports(cli):
    status, out, _ = cli("rules")
    assert status == 0
    assert [rule.name for rule in rules() if not re.search(rf"(?m)^\w+ +{rule.name}  +\S", out)] == []


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_every_rule_is_explained(cli, rule):
    status, out, _ = cli("explain", rule.name)
    assert status == 0
    assert out.startswith(f"{rule.name} ({rule.severity.value})\n")
    assert "\nWhy it matters\n" in out


def test_the_version_is_printed(cli):
    assert cli("--version") == (0, f"citecheck {__version__}\n", "")


@pytest.mark.parametrize("command", [[], ["check"], ["parse"], ["extract"], ["text"], ["rules"], ["explain"]])
def test_every_help_shows_examples_line_by_line(cli, command):
    status, out, _ = cli(*command, "--help")
    name = " ".join(["citecheck", *command])
    assert status == 0
    assert (
        re.search(rf"(?m)^ *{name} [\w.*-]", out) or re.search(rf"(?m)^ *{name}\s*$", out) or name == "citecheck rules"
    )


def test_text_prints_what_spans_count_in(cli, article):
    status, out, _ = cli("text", article)
    report = json.loads(cli("check", article, "--format", "json")[1])
    assert status == 0
    assert "Ritter (2011)" in out
    assert report["documents"][0]["citations"]


def test_extract_shows_each_citation_with_its_entry(cli, faulty):
    status, out, _ = cli("extract", faulty)
    assert status == 0
    assert re.search(r"Ritter \| 2011 +narrative +r2", out)
    assert re.search(r"Meyer \| 1999 +narrative +none", out)


def test_a_year_with_that_of_the_first_edition_is_shown_whole(cli, tmp_path):
    path = tmp_path / "article.md"
    entry = "Freud, Sigmund. 1900/1953. *The interpretation of dreams*. London: Hogarth.\n"
    path.write_text(f"One dreams (Freud, 1900/1953).\n\n## References\n\n{entry}", "utf-8")
    _, extracted, _ = cli("extract", path)
    _, parsed, _ = cli("parse", path)
    assert re.search(r"Freud \| 1900/1953 +parenthetical", extracted)
    assert re.search(r"r1 +5:1 +Freud +1900/1953 ", extracted)
    assert re.search(r"year +1900/1953\n", parsed)


def test_extract_in_json_is_the_report_without_problems(cli, faulty):
    checked = json.loads(cli("check", faulty, "--format", "json")[1])["documents"][0]
    extracted = json.loads(cli("extract", faulty, "--format", "json")[1])["documents"][0]
    assert extracted == {**checked, "problems": []}


def test_parse_reads_a_list_into_fields(cli, tmp_path):
    path = tmp_path / "list.txt"
    path.write_text("References\n\nRitter, Anna. 2011. On the keeping of lists. Vienna: Zettel.\n", "utf-8")
    status, out, _ = cli("parse", path, "--format", "json")
    (entry,) = json.loads(out)["references"]
    assert status == 0
    assert (entry["authors"], entry["year"], entry["title"]) == (["Ritter"], "2011", "On the keeping of lists")
    assert {"container", "volume", "issue", "pages", "publisher", "url", "type"} <= entry.keys()


def test_parse_says_so_where_there_is_prose_and_no_list(cli, tmp_path):
    path = tmp_path / "prose.txt"
    path.write_text("The lark rises before the sun.\n\nIt nests on the ground. In 1987 few were seen.\n")
    status, out, err = cli("parse", path)
    assert (status, out) == (2, "")
    assert "no reference list was found" in err
    assert cli("parse", path, "--lines")[0] == 0


def test_a_list_in_xml_is_parsed(cli, tmp_path):
    path = tmp_path / "list.xml"
    path.write_text(
        "<mods><titleInfo><title>On larks</title></titleInfo><name><namePart>Lee, Ann</namePart></name></mods>"
    )
    status, out, _ = cli("parse", path, "--format", "json")
    assert (status, json.loads(out)["references"][0]["title"]) == (0, "On larks")


def test_a_format_without_tracked_changes_says_so(cli, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Larks sing (Lee, 2001).\n\nReferences\n\nLee, Ann. 2001. On larks. Leeds: Press.\n")
    assert "text keeps no tracked changes" in cli("check", path, "--changes", "original")[1]


def test_parse_with_lines_gives_one_entry_for_each_line(cli, tmp_path):
    path = tmp_path / "list.txt"
    path.write_text("Ritter, A. 2011. Lists.\r\n\r\n  no entry at all\nOkafor, N. 2014. Doubt.", "utf-8")
    entries = json.loads(cli("parse", path, "--lines", "--format", "json")[1])["references"]
    assert [entry["text"] for entry in entries] == [
        "Ritter, A. 2011. Lists.",
        "no entry at all",
        "Okafor, N. 2014. Doubt.",
    ]
    assert [entry["span"]["line"] for entry in entries] == [1, 3, 4]


def test_parse_with_lines_lets_a_dash_repeat_the_author(cli, tmp_path):
    path = tmp_path / "list.txt"
    path.write_text("Ritter, Anna. 2011. Lists. Vienna: Zettel.\n———. 2014. More lists. Vienna: Zettel.\n", "utf-8")
    entries = json.loads(cli("parse", path, "--lines", "--format", "json")[1])["references"]
    assert [(entry["authors"], entry["year"]) for entry in entries] == [(["Ritter"], "2011"), (["Ritter"], "2014")]
