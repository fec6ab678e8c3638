"""Shell completion as docs/install.md promises it: commands, options, names of rules and styles."""

import pytest


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("citecheck ex", {"explain", "extract"}),
        ("citecheck explain missp", {"misspelled-author"}),
        ("citecheck check --select year-m", {"year-mismatch"}),
        ("citecheck check --styl", {"--style"}),
        ("citecheck diff --style ap", {"apa"}),
    ],
)
def test_what_is_begun_is_completed(process, typed, offered):
    words = typed.split()
    done = process(env={"_CITECHECK_COMPLETE": "complete_bash", "COMP_WORDS": typed, "COMP_CWORD": str(len(words) - 1)})
    assert done.stderr == b""
    assert set(done.stdout.decode().split()) == offered


def test_completion_can_be_shown_and_put_into_a_shell(process, tmp_path):
    shell = {"HOME": str(tmp_path), "_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"}
    shown = process("--show-completion", "bash", env=shell)
    assert b"_CITECHECK_COMPLETE=complete_bash" in shown.stdout
    assert process("--install-completion", "bash", env=shell).returncode == 0
    (script,) = [path for path in tmp_path.rglob("*") if path.name == "citecheck.sh"]
    assert "complete -o default" in script.read_text("utf-8")
    assert "citecheck.sh" in (tmp_path / ".bashrc").read_text("utf-8")
