"""`citecheck diff`: two versions as an editor compares them, in any formats, and what the status tells."""

import json
import shutil
import subprocess
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest
from referencing import Registry, Resource

REFS = Path(__file__).parents[2] / "refs"
OLD, CLEAN = REFS / "kazakhstan.md", REFS / "kazakhstan-clean.md"


@pytest.fixture
def versions(article, faulty):
    """The version with two errors, and the mended one."""
    return faulty, article


def test_a_revision_that_mends_everything_brings_nothing_new(cli, versions):
    status, printed, errors = cli("diff", *versions)
    assert (status, errors) == (0, "")
    assert "mended 2 · still there 0 · new 0" in printed
    assert "error  misspelled-author" in printed.partition("\nMended\n")[2]


def test_something_new_fails_and_what_stands_does_not(cli, versions):
    faulty, article = versions
    assert cli("diff", faulty, faulty)[0] == 0
    assert cli("diff", article, faulty)[0] == 1
    assert cli("diff", article, faulty, "--fail-on", "never")[0] == 0
    assert cli("diff", article, faulty, "--ignore", "misspelled-author,missing-reference")[0] == 0


def test_a_new_matter_of_style_fails_only_when_asked(cli, article, tmp_path):
    habit = "\n".join(f"Sentence {n} asks (Okafor and Lindqvist, 2014: p. {n})." for n in range(1, 8))
    plain = tmp_path / "plain.md"
    slip = tmp_path / "slip.md"
    plain.write_text(article.read_text("utf-8").replace("# Lists", habit), "utf-8")
    slip.write_text(plain.read_text("utf-8").replace("2014: p. 7", "2014: 7"), "utf-8")
    assert cli("diff", plain, slip)[:1] == (0,)
    assert cli("diff", plain, slip, "--fail-on", "style")[:1] == (1,)


def test_what_is_new_is_shown_at_length_and_the_rest_in_brief(cli, versions):
    _, printed, _ = cli("diff", *versions[::-1])
    new = printed.partition("\nNew\n")[2]
    assert "A later study doubts it (Okafo and Lindqvist, 2014: p. 3)." in new
    assert "↳ Okafor, Ngozi, and Sven Lindqvist." in new
    _, printed, _ = cli("diff", *versions)
    assert "↳" not in printed


def test_the_comparison_for_programs_keeps_to_its_schema(cli, versions):
    published = files("citecheck.report").joinpath("schema")
    schemas = {path.name: json.loads(path.read_text("utf-8")) for path in published.iterdir()}
    registry = Registry().with_resources((name, Resource.from_contents(one)) for name, one in schemas.items())
    validator = jsonschema.Draft202012Validator(schemas["revision-1.json"], registry=registry)
    for old, new in (versions, versions[::-1], (OLD, CLEAN), (OLD, OLD)):
        _, printed, _ = cli("diff", old, new, "--format", "json")
        validator.validate(json.loads(printed))
    compared = json.loads(printed)
    before = compared["documents"]["old"]["problems"]
    assert compared["summary"] == {"mended": 0, "standing": before, "new": 0}
    with pytest.raises(jsonschema.ValidationError):
        validator.validate(compared | {"mended": [{"rule": "Not a rule"}]})


def test_several_files_are_written_at_once_and_no_version_is_overwritten(cli, versions, tmp_path):
    letter, data = tmp_path / "letter.md", tmp_path / "letter.json"
    assert cli("diff", *versions, "-o", letter, "-o", data)[0] == 0
    assert "### Mended" in letter.read_text("utf-8")
    assert json.loads(data.read_text("utf-8"))["summary"]["mended"] == 2
    before = versions[0].read_bytes()
    status, _, errors = cli("diff", *versions, "-o", versions[0])
    assert (status, versions[0].read_bytes()) == (2, before)
    assert "would be overwritten" in errors
    assert cli("diff", *versions, "-o", tmp_path / "letter.pdf")[0] == 2


def test_a_version_that_cannot_be_read_is_no_comparison(cli, article, tmp_path):
    assert cli("diff", article, tmp_path / "nothing.md") == (
        2,
        "",
        f"error: {tmp_path / 'nothing.md'}: no such file\n",
    )
    assert cli("diff", "-", "-")[0] == 2


def test_a_list_that_was_lost_is_said_aloud(cli, faulty, tmp_path):
    bare = tmp_path / "bare.md"
    bare.write_text(faulty.read_text("utf-8").partition("## References")[0], "utf-8")
    _, printed, _ = cli("diff", faulty, bare)
    told = " ".join(printed.split())
    assert "note: the new version has no reference list, so that what is called mended may still be there" in told


def test_the_old_version_may_have_had_another_list(cli, faulty, tmp_path):
    text, _, listed = faulty.read_text("utf-8").partition("## References")
    bare, old, new = tmp_path / "bare.md", tmp_path / "old.txt", tmp_path / "new.txt"
    bare.write_text(text, "utf-8")
    old.write_text(listed.strip(), "utf-8")
    new.write_text(listed.strip() + "\n\nMeyer, Jan. 1999. *Order*. Bonn: Amt.\n", "utf-8")
    status, printed, _ = cli("diff", bare, bare, "-r", new, "--old-references", old)
    assert status == 0
    assert "mended 1 · still there 1 · new 0" in printed


def test_one_version_may_come_from_standard_input(process, versions):
    faulty, article = versions
    done = process("diff", "-", article, "--stdin-filename", "before.md", input=faulty.read_bytes())
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"before.md   markdown")


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc makes the Word file, and is not installed")
def test_a_word_file_and_markdown_are_two_versions_like_others(cli, tmp_path):
    word = tmp_path / "kazakhstan.docx"
    subprocess.run([shutil.which("pandoc"), str(OLD), "-o", str(word)], check=True)
    _, printed, _ = cli("diff", OLD, word, "--format", "json")
    same = json.loads(printed)
    assert (same["mended"], same["new"], len(same["standing"])) == ([], [], same["documents"]["old"]["problems"])
    assert "mended 25 · still there 0 · new 0" in cli("diff", word, CLEAN)[1]


def test_the_settings_of_the_folder_hold_for_both_versions(cli, versions):
    faulty, article = versions
    faulty.with_name("citecheck.toml").write_text('fail-on = "never"\n[rules]\nmissing-reference = "off"\n', "utf-8")
    status, printed, _ = cli("diff", article, faulty)
    assert status == 0
    assert "mended 0 · still there 0 · new 1" in printed
    status, printed, _ = cli("diff", article, faulty, "--isolated")
    assert status == 1
    assert "mended 0 · still there 0 · new 2" in printed
