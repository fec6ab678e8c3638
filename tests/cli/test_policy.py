"""What a person or a journal decides beforehand: configuration files, decisions to leave problems alone, baselines."""

import json
import os
import tomllib

import pytest

from citecheck.engine.policy.keys import KEYS

RULES = "misspelled-author", "missing-reference"


@pytest.fixture
def there(faulty, monkeypatch):
    """The folder of an article with two errors, as the current one."""
    monkeypatch.chdir(faulty.parent)
    return faulty.parent


@pytest.fixture
def configured(there):
    """Write a configuration beside the article."""

    def written(toml, name="citecheck.toml"):
        (there / name).write_text(toml, "utf-8")

    return written


def summary(out):
    return json.loads(out)["summary"]


FAILING = [
    ('fail-on = "never"', [], 0, "the file lets nothing fail"),
    ('fail-on = "never"', ["--fail-on", "error"], 1, "the command line beats the file"),
    ('[rules]\nmisspelled-author = "style"\nmissing-reference = "style"', [], 0, "matters of style do not fail"),
    ('[[overrides]]\npaths = ["faulty.md"]\nfail-on = "never"', [], 0, "for this file"),
    ('[[overrides]]\npaths = ["other.md"]\nfail-on = "never"', [], 1, "for another file"),
    ('fail-on = "never"', ["--isolated"], 1, "a file beside the article is not heeded"),
]


@pytest.mark.parametrize(("toml", "options", "expected", "why"), FAILING, ids=[row[3] for row in FAILING])
def test_the_exit_status_comes_from_the_settings_of_each_file(cli, configured, toml, options, expected, why):
    configured(toml)
    assert cli("check", "faulty.md", *options)[0] == expected, why


def test_all_files_are_finished_and_the_worst_counts(cli, configured, article):
    configured('fail-on = "never"\n[[overrides]]\npaths = ["faulty.md"]\nfail-on = "error"')
    status, out, _ = cli("check", "faulty.md", "article.md")
    assert status == 1
    assert "All 2 citations agree" in out
    assert cli("check", "article.md", "faulty.md", "nowhere.md")[0] == 2


def test_a_mistake_in_a_configuration_is_one_sentence_and_nothing_is_checked(cli, configured):
    configured('fail_on = "error"')
    expected = "error: citecheck.toml:1: there is no key 'fail_on'; did you mean fail-on?\n"
    assert cli("check", "faulty.md") == (2, "", expected)
    assert cli("config", "faulty.md") == (2, "", expected)


def test_what_a_configuration_hides_is_counted(cli, configured):
    configured('[rules]\nmissing-reference = "off"')
    status, out, _ = cli("check", "faulty.md")
    assert status == 1
    assert "missing-reference" not in out
    assert "Left out: 1 by citecheck.toml\n" in out
    _, out, _ = cli("check", "faulty.md", "--format", "json")
    assert summary(out)["suppressed"] == 1
    (document,) = json.loads(out)["documents"]
    (one,) = document["suppressed"]
    assert (one["rule"], one["means"], one["reason"]) == (RULES[1], "configuration", "the rule is turned off")
    assert document["configuration"] == "citecheck.toml"


def test_what_a_comment_hides_is_counted_and_isolated_it_hides_nothing(cli, there, faulty):
    text = faulty.read_text("utf-8")
    faulty.write_text(
        text.replace("Lists are", "<!-- citecheck: ignore missing-reference: soon -->\nLists are"), "utf-8"
    )
    _, out, _ = cli("check", "faulty.md")
    assert "Left out: 1 by comments in the article\n" in out
    status, out, _ = cli("check", "faulty.md", "--isolated", "--format", "json")
    assert status == 1
    assert (summary(out)["problems"]["error"], summary(out)["suppressed"]) == (2, 0)


def test_a_decision_that_hits_nothing_anywhere_is_told_of_and_fails_nothing(cli, configured, article):
    configured('[[ignore]]\nrule = "missing-reference"\ncitation = "Weber 1998"\nreason = "in print"')
    status, _, err = cli("check", "article.md")
    assert (status, err) == (
        0,
        "note: citecheck.toml:1: what leaves missing-reference alone hit nothing in the files checked\n",
    )


def test_a_decision_that_hits_in_one_file_is_not_told_of_for_another(cli, configured, article):
    configured('[[ignore]]\nrule = "missing-reference"\ncitation = "Meyer 1999"\nreason = "in print"')
    status, out, err = cli("check", "article.md", "faulty.md", "--select", "missing-reference,unused-ignore")
    assert (status, err) == (0, "")
    assert "Left out: 1 by citecheck.toml" in out


def test_config_shows_what_is_in_force_and_where_from(cli, configured):
    configured(
        'extends = "apa"\nfail-on = "error"\n\n[rules]\nyear-suffix = "off"\n[not-cited]\n"Kuhn 1962" = "agreed"'
    )
    status, out, err = cli("config", "faulty.md", "--language", "de", "--ignore", "mixed-script")
    assert (status, err) == (0, "")
    lines = {line.partition(" = ")[0]: " ".join(line.split()) for line in out.splitlines() if " = " in line}
    assert lines["style"] == 'style = "apa" # citecheck.toml:1 (extends)'
    assert lines["fail-on"] == 'fail-on = "error" # citecheck.toml:2'
    assert lines["language"] == 'language = "de" # command line'
    assert lines["min-severity"] == 'min-severity = "style" # default'
    assert lines["year-suffix"] == 'year-suffix = "off" # citecheck.toml:5'
    assert lines["mixed-script"] == 'mixed-script = "off" # command line'
    assert lines["entry"] == 'entry = "Kuhn 1962"'
    assert tomllib.loads(out)["ignore"] == [{"rule": "orphaned-reference", "entry": "Kuhn 1962", "reason": "agreed"}]
    assert [key.name for key in KEYS if key.name not in out] == []


def test_config_of_a_folder_without_a_file_shows_defaults(cli, there):
    status, out, _ = cli("config")
    assert status == 0
    assert out.startswith("# .: no configuration file is in force\n")
    assert cli("config", "--isolated")[1] == out


def test_config_shows_nothing_that_steers_a_terminal(cli, configured):
    configured('[not-cited]\n"Kuhn" = "\\u001b[2J\\u202e"')
    assert '"\\u001b[2J\\u202e"' in cli("config")[1]


def test_init_writes_a_file_that_changes_nothing_and_never_writes_over_one(cli, there):
    before = cli("check", "faulty.md")
    status, out, err = cli("init")
    assert (status, out) == (0, "")
    assert err == "citecheck.toml is written; citecheck config shows what is in force\n"
    assert cli("check", "faulty.md") == before
    (there / "citecheck.toml").write_text("# mine\n", "utf-8")
    assert cli("init") == (2, "", "error: there is a citecheck.toml already; it is left as it is\n")
    assert (there / "citecheck.toml").read_text("utf-8") == "# mine\n"
    assert sorted(path.name for path in there.iterdir()) == ["citecheck.toml", "faulty.md"]


def test_init_touches_no_file_that_a_link_leads_to(cli, there):
    (there / "citecheck.toml").symlink_to("elsewhere.toml")
    assert cli("init")[0] == 2
    assert not (there / "elsewhere.toml").exists()


def test_init_in_a_folder_that_is_not_there_is_an_error(cli, there):
    assert cli("init", "nowhere") == (2, "", "error: nowhere/citecheck.toml: no such file or directory\n")


def test_a_baseline_lets_only_new_problems_through(cli, there, faulty):
    status, _, err = cli("check", "faulty.md", "--write-baseline", "known.json")
    assert (status, err) == (0, "2 problems are known now: check with --baseline known.json to see only what is new\n")
    status, out, _ = cli("check", "faulty.md", "--baseline", "known.json")
    assert status == 0
    assert "Left out: 2 known before (baseline)\n" in out
    text = faulty.read_text("utf-8")
    moved = text.replace("# Lists\n", "# Lists\n\nA paragraph before, in many words.\n").replace("doubts", "rejects")
    faulty.write_text(moved, "utf-8")
    assert cli("check", "faulty.md", "--baseline", "known.json")[0] == 0, "an edit elsewhere changes nothing"
    faulty.write_text(moved.replace(" say.", " say, unlike Weber (1998)."), "utf-8")
    status, out, _ = cli("check", "faulty.md", "--baseline", "known.json")
    assert status == 1
    assert "“Weber, 1998”" in out
    assert "“Meyer, 1999”" not in out


def test_the_same_problem_once_more_is_new(cli, there, faulty):
    cli("check", "faulty.md", "--write-baseline", "known.json")
    faulty.write_text(faulty.read_text("utf-8").replace("# Ref", "Again Meyer (1999).\n\n# Ref"), "utf-8")
    status, out, _ = cli("check", "faulty.md", "--baseline", "known.json", "--format", "json")
    assert (status, summary(out)["problems"]["error"], summary(out)["suppressed"]) == (1, 1, 2)


def test_what_a_baseline_knows_and_is_mended_is_told_of(cli, there, faulty, article):
    cli("check", "faulty.md", "--write-baseline", "known.json")
    faulty.write_text(article.read_text("utf-8"), "utf-8")
    status, out, _ = cli("check", "faulty.md", "--baseline", "known.json")
    assert status == 0
    assert "note: 2 problems of the baseline are no longer there; --write-baseline writes it anew" in out


def test_a_baseline_written_with_one_in_force_keeps_what_it_knows(cli, there, faulty):
    cli("check", "faulty.md", "--write-baseline", "known.json")
    first = (there / "known.json").read_bytes()
    assert cli("check", "faulty.md", "--baseline", "known.json", "--write-baseline", "known.json")[0] == 0
    assert (there / "known.json").read_bytes() == first
    assert b"faulty.md" in first
    assert str(there).encode() not in first


def test_a_baseline_knows_files_by_their_way_from_it(cli, there, faulty, monkeypatch):
    (there / "part").mkdir()
    faulty.rename(there / "part" / "faulty.md")
    cli("check", "part/faulty.md", "--write-baseline", "known.json")
    monkeypatch.chdir(there / "part")
    assert cli("check", "faulty.md", "--baseline", "../known.json")[0] == 0


def test_a_baseline_knows_a_file_by_whatever_link_one_comes(cli, there, faulty):
    (there / "part").mkdir()
    faulty.rename(there / "part" / "faulty.md")
    (there / "link").symlink_to("part")
    cli("check", "link/faulty.md", "--write-baseline", "known.json")
    assert cli("check", "part/faulty.md", "--baseline", "link/../known.json")[0] == 0
    assert cli("check", "link/faulty.md", "--baseline", "known.json")[0] == 0


def test_a_baseline_may_stand_in_the_configuration(cli, configured):
    cli("check", "faulty.md", "--write-baseline", "known.json")
    configured('baseline = "known.json"')
    assert cli("check", "faulty.md")[0] == 0


FOREIGN = [
    ("faulty.md", "read by this check and would be overwritten", "the article itself"),
    ("notes.md", "what is no baseline: notes.md: it is no baseline of citecheck", "another text"),
    ("other.json", "what is no baseline: other.json: it is no baseline of citecheck", "other JSON"),
    (".", "is a folder, not a file", "a folder"),
]


@pytest.mark.parametrize(("name", "said", "why"), FOREIGN, ids=[row[2] for row in FOREIGN])
def test_a_baseline_never_takes_the_place_of_something_else(cli, there, name, said, why):
    (there / "notes.md").write_text("mine", "utf-8")
    (there / "other.json").write_text('{"mine": 1}', "utf-8")
    before = {path.name: path.read_bytes() for path in there.iterdir()}
    status, out, err = cli("check", "faulty.md", "--write-baseline", name)
    assert (status, out) == (2, ""), why
    assert said in err
    assert {path.name: path.read_bytes() for path in there.iterdir()} == before


BROKEN = [
    ("", "it is no baseline of citecheck, which is JSON"),
    ("[1]", "it is no baseline of citecheck, or one of a later version"),
    ('{"citecheck-baseline": 2, "files": {}}', "or one of a later version"),
    ('{"citecheck-baseline": 1, "files": []}', "or one of a later version"),
    ('{"citecheck-baseline": 1, "files": {"faulty.md": 3}}', "changed by hand"),
    ('{"citecheck-baseline": 1, "files": {"faulty.md": [{"fingerprint": "a"}]}}', "changed by hand"),
    ('{"citecheck-baseline": 1, "files": {"faulty.md": [{"fingerprint": "a", "times": 1e99}]}}', "changed by hand"),
    ('{"citecheck-baseline": 1, "files": {"faulty.md": [{"fingerprint": "a", "times": -1}]}}', "changed by hand"),
    ("[" * 100_000, "which is JSON"),
]


@pytest.mark.parametrize(("text", "said"), BROKEN)
def test_a_broken_baseline_is_one_sentence(cli, there, text, said):
    (there / f"broken-{abs(hash(text))}.json").write_text(text, "utf-8")
    (name,) = (path.name for path in there.glob("broken-*"))
    status, out, err = cli("check", "faulty.md", "--baseline", name)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert said in err


def test_a_baseline_on_a_full_disk_is_an_error(cli, there):
    status, out, err = cli("check", "faulty.md", "--write-baseline", "/dev/full")
    assert status == 2
    assert "no space left on device" in err
    assert "misspelled-author" in out, "what was found is still printed"


def test_what_was_not_read_is_in_no_baseline_and_the_status_tells(cli, there):
    assert cli("check", "faulty.md", "nowhere.md", "--write-baseline", "known.json")[0] == 2
    assert list(json.loads((there / "known.json").read_text("utf-8"))["files"]) == ["faulty.md"]


def test_other_commands_read_an_article_by_the_same_settings(cli, configured, there):
    (there / "list.txt").write_text("Meyer, Karl. 1999. Order. Vienna: Zettel.\n", "utf-8")
    configured('references = "list.txt"\ninput-format = "text"')
    assert "1 entry in list.txt" in cli("check", "faulty.md")[1]
    assert '"format": "text"' in cli("extract", "faulty.md", "--format", "json")[1]
    assert "# Lists" in cli("text", "faulty.md")[1]
    assert "# Lists" not in cli("text", "faulty.md", "--isolated")[1]


def test_a_check_without_a_configuration_reads_no_toml(process, faulty):
    code = "import sys; from citecheck.cli.main import run; run(sys.argv[1:]); print('tomllib' in sys.modules)"
    import subprocess
    import sys

    done = subprocess.run(
        [sys.executable, "-c", code, "check", str(faulty), "--quiet"],
        capture_output=True,
        encoding="utf-8",
        env={"PYTHONPATH": os.pathsep.join(sys.path), "PATH": os.environ["PATH"]},
        check=False,
    )
    assert done.stdout.endswith("False\n")
