"""Plugins are installed packages that settings name; nothing else is loaded, and a broken one is one sentence."""

import pytest

from citecheck.cli.main import run
from citecheck.engine import plugins
from citecheck.engine.pipeline import check
from citecheck.engine.policy.mistake import Mistake
from citecheck.engine.policy.policy import Asked, Policy
from citecheck.engine.settings import Settings

RULE = '''"""Every citation is shouted at.

Why it matters
    It does not.
"""
from citecheck.model.problem import Finding, Severity
from citecheck.rules.rule import Rule


def check(manuscript):
    for citation in manuscript.citations:
        yield Finding("hey", span=citation.span, citation=citation.id)


RULE = Rule("shouting", Severity.ERROR, check)
'''
READER = """from citecheck.model.document import Block, BlockKind, Document, Source
from citecheck.model.span import Span
from citecheck.readers.reader import Reader


def read(raw):
    text = raw.data.decode()[::-1]
    return Document(raw.path, "mirror", text, (Block(BlockKind.PARAGRAPH, Span(0, len(text))),), ())


READER = Reader("mirror", (".mirror",), read, lambda head: False, "text written backwards")
"""
POINTS = """[citecheck.rules]
ours = our_plugin.rule:RULE
broken = our_plugin.broken:RULE
wrong = our_plugin.reader:READER
double = our_plugin.double:RULE

[citecheck.readers]
ours = our_plugin.reader:READER
"""


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """A package with plugins, installed in a folder of its own; the current folder is another one."""
    site = tmp_path / "site"
    package = site / "our_plugin"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("", "utf-8")
    (package / "rule.py").write_text(RULE, "utf-8")
    (package / "reader.py").write_text(READER, "utf-8")
    (package / "broken.py").write_text("1 / 0", "utf-8")
    (package / "double.py").write_text(RULE.replace('"shouting"', '"year-mismatch"'), "utf-8")
    described = site / "our_plugin-1.0.dist-info"
    described.mkdir()
    (described / "METADATA").write_text("Metadata-Version: 2.1\nName: our-plugin\nVersion: 1.0\n", "utf-8")
    (described / "entry_points.txt").write_text(POINTS, "utf-8")
    monkeypatch.syspath_prepend(str(site))
    work = tmp_path / "work"
    work.mkdir()
    (work / "article.md").write_text("As Kuhn (1990) says.\n\n# References\n\nKuhn, Ada. 1990. Order.\n", "utf-8")
    monkeypatch.chdir(work)
    for cached in (plugins.all_rules, plugins.plugged_readers, plugins.entry_points_found):
        cached.cache_clear()
    yield work
    for cached in (plugins.all_rules, plugins.plugged_readers, plugins.entry_points_found):
        cached.cache_clear()


def settings_by(work, toml):
    (work / "citecheck.toml").write_text(toml, "utf-8")
    return Policy(Asked()).settings_for("article.md")


def test_without_being_named_a_plugin_is_not_loaded(installed):
    assert [problem.rule for problem in check("article.md", Settings(debug=True)).problems] == []


def test_a_rule_of_a_plugin_is_asked_and_can_be_set(installed):
    found = settings_by(installed, 'plugins = ["ours"]\n[rules]\nshouting = "warning"')
    (problem,) = check("article.md", found).problems
    assert (problem.rule, problem.severity.value) == ("shouting", "warning")


def test_a_rule_of_a_plugin_can_be_selected_by_hand(installed):
    (installed / "citecheck.toml").write_text('plugins = ["ours"]', "utf-8")
    chosen = Policy(Asked((("select", ("shouting",)),))).settings_for("article.md")
    assert [problem.rule for problem in check("article.md", chosen).problems] == ["shouting"]


def test_a_reader_of_a_plugin_reads_files_of_its_suffix(installed):
    found = settings_by(installed, 'plugins = "ours"')
    (installed / "a.mirror").write_text("As Kuhn (1990) says.\n\nReferences\n\nKuhn, Ada. 1990. Order."[::-1], "utf-8")
    outcome = check("a.mirror", found)
    assert (outcome.format, len(outcome.manuscript.citations)) == ("mirror", 1)


def test_a_rule_of_a_plugin_is_listed_and_explained_where_it_is_in_force(installed, capsys):
    (installed / "citecheck.toml").write_text('plugins = ["ours"]', "utf-8")
    assert run(["rules"]) == 0
    assert "error    shouting" in capsys.readouterr().out
    assert run(["explain", "shouting"]) == 0
    assert "shouting (error)" in capsys.readouterr().out
    (installed / "citecheck.toml").unlink()
    assert run(["explain", "shouting"]) == 2


MISTAKES = [
    ('plugins = ["our"]', "there is no installed plugin 'our'; did you mean ours?"),
    ('plugins = ["broken"]', "the plugin 'broken' cannot be loaded: ZeroDivisionError"),
    ('plugins = ["wrong"]', "the plugin 'wrong' brings no rule in our_plugin.reader:READER"),
    ('plugins = ["double"]', "the rule 'year-mismatch'"),
    ('plugins = ["./ours.py"]', "there is no installed plugin './ours.py'"),
]


@pytest.mark.parametrize(("toml", "said"), MISTAKES)
def test_a_plugin_that_cannot_be_used_is_one_sentence(installed, toml, said):
    with pytest.raises(Mistake) as told:
        settings_by(installed, toml)
    assert said in str(told.value)
    assert str(told.value).startswith("citecheck.toml:1: plugins: ")


def test_a_package_in_the_current_folder_is_none(installed, monkeypatch):
    monkeypatch.chdir(installed.parent / "site")
    with pytest.raises(Mistake, match="there is no installed plugin"):
        plugins.all_rules(("ours",))
