"""--diff, --fix and --unsafe-fixes as a person calls them: the file itself, its encoding and its mode, or nothing."""

import codecs
import json
import os
import shutil
import stat
import subprocess

import pytest

ARTICLE = """# Nets

Nets are shared (Ritter, 2011; Okafor, 2014; Müller, 2010), or not (Ritter, 2011; Okafor, 2014; Müller, 2010).

Some doubt it (Ritter 2011) and others do (Müler, 2010).

## References

Müller, Jan. 2010. *Netze*. Bonn: Faden.

Okafor, Ngozi. 2014. Lists in doubt. *Journal of Order* 3 (2): 1–9.

Ritter, Anna. 2011. *On the keeping of lists*. Vienna: Zettel.
"""
MENDED = ARTICLE.replace("Ritter 2011", "Ritter, 2011")
ALL_MENDED = MENDED.replace("Müler", "Müller")

ENCODINGS = [
    ("utf-8", b"", "UTF-8"),
    ("utf-8", codecs.BOM_UTF8, "UTF-8 with its mark"),
    ("utf-16-le", codecs.BOM_UTF16_LE, "UTF-16"),
    ("utf-16-be", codecs.BOM_UTF16_BE, "UTF-16, the other way round"),
    ("utf-16-le", b"", "UTF-16 without a mark"),
    ("cp1252", b"", "Windows-1252"),
]


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "article.md"
    path.write_text(ARTICLE, "utf-8")
    return path


@pytest.mark.parametrize(("encoding", "mark", "why"), ENCODINGS)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encoding_and_line_ends_are_kept(cli, article, encoding, mark, why, end):
    article.write_bytes(mark + ARTICLE.replace("\n", end).encode(encoding))
    status, _, _ = cli("check", article, "--fix", "--unsafe-fixes")
    assert status == 0
    assert article.read_bytes() == mark + ALL_MENDED.replace("\n", end).encode(encoding), why


def test_bytes_of_another_encoding_are_kept(cli, article):
    mixed = ARTICLE.encode().replace(b"Faden", "F\xe4den".encode("latin-1"))
    article.write_bytes(mixed)
    cli("check", article, "--fix")
    assert article.read_bytes() == mixed.replace(b"Ritter 2011", b"Ritter, 2011")


def test_a_sign_that_an_encoding_lacks_is_not_written(cli, article):
    text = ARTICLE.replace("1–9", "1-9").replace("2011)", "2011: pp. 3-4)")
    article.write_bytes(text.encode("latin-1"))
    cli("check", article, "--fix")
    assert article.read_bytes() == text.replace("Ritter 2011", "Ritter, 2011").encode("latin-1")


def test_a_file_of_which_no_fix_can_be_written_is_left_alone(cli, article):
    text = ARTICLE.replace("2011; Okafor, 2014", "2011: pp. 3–4; Okafor, 2014: pp. 5–6").replace(
        "Ritter 2011", "Ritter, 2011"
    )
    article.write_bytes(text.encode("cp1252").replace(b"\x96", b"&#8211;"))
    before = article.read_bytes()
    assert cli("check", article, "--fix")[0] == 1
    assert article.read_bytes() == before


def test_safe_fixes_are_made_and_the_rest_is_reported(cli, article):
    status, output, errors = cli("check", article, "--fix")
    assert article.read_text("utf-8") == MENDED
    assert (status, errors) == (1, "")
    assert "mended 1 problem\n  inconsistent-comma line 5\n" in output
    assert "misspelled-author" in output
    assert cli("check", article, "--fix")[0] == 1
    assert article.read_text("utf-8") == MENDED


def test_unsafe_fixes_are_said_with_their_entry(cli, article):
    status, output, _ = cli("check", article, "--fix", "--unsafe-fixes")
    assert article.read_text("utf-8") == ALL_MENDED
    assert status == 0
    assert "  misspelled-author line 5 “Müler” → “Müller”\n    ↳ Müller, Jan. 2010. *Netze*. Bonn: Faden.\n" in output


def test_the_json_report_tells_what_was_mended(cli, article, schema):
    import jsonschema

    _, output, _ = cli("check", article, "--fix", "--unsafe-fixes", "--format", "json")
    report = json.loads(output)
    jsonschema.validate(report, schema)
    assert [(one["rule"], one["safe"]) for one in report["documents"][0]["mended"]] == [
        ("misspelled-author", False),
        ("inconsistent-comma", True),
    ]


def test_a_diff_is_shown_and_nothing_changed(cli, article):
    status, output, errors = cli("check", article, "--diff")
    assert output.splitlines()[:2] == [f"--- {article}", f"+++ {article}"]
    assert [line for line in output.splitlines()[2:] if line[0] in "+-"] == [
        "-Some doubt it (Ritter 2011) and others do (Müler, 2010).",
        "+Some doubt it (Ritter, 2011) and others do (Müler, 2010).",
    ]
    assert (status, errors) == (1, "")
    assert cli("check", article, "--diff", "--fix")[1] == output
    assert article.read_text("utf-8") == ARTICLE


def test_patch_makes_of_a_diff_what_fix_does(process, article, tmp_path):
    patch = shutil.which("patch")
    if patch is None:
        pytest.skip("the program patch is not installed")
    article.write_bytes(ARTICLE.replace("\n", "\r\n").encode().rstrip())
    diff = process("check", article.name, "--diff", "--unsafe-fixes", cwd=tmp_path).stdout
    subprocess.run([patch, "--binary", "-p0"], cwd=tmp_path, input=diff, check=True, capture_output=True)
    assert article.read_bytes() == ALL_MENDED.replace("\n", "\r\n").encode().rstrip()


def test_standard_input_comes_out_mended(process):
    done = process("check", "-", "--stdin-filename", "a.md", "--fix", input=ARTICLE.encode())
    assert done.stdout.decode() == MENDED
    assert done.returncode == 1
    assert "misspelled-author" in done.stderr.decode()


def test_standard_input_comes_out_as_it_is_where_nothing_is_to_be_mended(process):
    done = process("check", "-", "--stdin-filename", "a.md", "--fix", input=ALL_MENDED.encode())
    assert (done.stdout.decode(), done.returncode) == (ALL_MENDED, 0)


def test_mode_and_link_are_kept(cli, article, tmp_path):
    article.chmod(0o640)
    link = tmp_path / "link.md"
    link.symlink_to(article.name)
    cli("check", link, "--fix")
    assert link.is_symlink()
    assert article.read_text("utf-8") == MENDED
    assert stat.S_IMODE(article.stat().st_mode) == 0o640


def test_a_file_that_changed_meanwhile_is_left_alone(cli, article, monkeypatch):
    from citecheck.engine import mending

    def meanwhile(*arguments, **options):
        made = original(*arguments, **options)
        article.write_text(f"{ARTICLE}\nOne more line.\n", "utf-8")
        return made

    original = mending.mend
    monkeypatch.setattr(mending, "mend", meanwhile)
    status, _, errors = cli("check", article, "--fix")
    assert status == 2
    assert errors == f"error: {article}: changed by another program meanwhile, so it was not written\n"
    assert article.read_text("utf-8") == f"{ARTICLE}\nOne more line.\n"


def test_a_disk_that_fails_leaves_the_old_file(cli, article, monkeypatch):
    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    status, _, errors = cli("check", article, "--fix")
    assert status == 2
    assert errors == f"error: {article}: no space left on device\n"
    assert article.read_text("utf-8") == ARTICLE
    assert list(article.parent.iterdir()) == [article]


def test_a_format_without_text_of_its_own_is_not_changed_in_place(cli, tmp_path):
    path = tmp_path / "a.ipynb"
    cell = {"cell_type": "markdown", "metadata": {}, "source": ARTICLE}
    path.write_text(json.dumps({"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}), "utf-8")
    before = path.read_bytes()
    status, output, _ = cli("check", path, "--fix")
    assert (status, path.read_bytes()) == (1, before)
    assert "inconsistent-comma" in output


def test_what_cannot_be_changed_is_shown(cli, tmp_path):
    path = tmp_path / "a.rtf"
    path.write_text(
        "{\\rtf1\\ansi " + ARTICLE.replace("ü", "\\'fc").replace("–", "-").replace("\n\n", "\\par ") + "}", "utf-8"
    )
    before = path.read_bytes()
    _, output, errors = cli("check", path, "--diff")
    assert "+Some doubt it (Ritter, 2011) and others do (Müler, 2010)." in output
    assert errors.startswith(f"note: {path}: fixes are shown only: ")
    cli("check", path, "--fix")
    assert path.read_bytes() == before


def test_how_far_to_go_is_no_order_to_go(cli, article):
    status, _, errors = cli("check", article, "--unsafe-fixes")
    assert (status, errors) == (
        2,
        "error: --unsafe-fixes says how far --fix or --diff goes: give one of them too\n",
    )
