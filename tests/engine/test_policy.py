"""Configuration files: found upward, laid upon one another, beaten by the command line, and never followed blindly."""

import os
import pickle

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from citecheck.engine.policy.mistake import Mistake
from citecheck.engine.policy.policy import Asked, Policy
from citecheck.engine.settings import Settings
from citecheck.model.problem import Severity


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """An empty folder that is the current one, with nothing of ours above it."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def held(folder):
    """Return the settings for a file in the folder, by a configuration and what the command line asks."""

    def asked(toml, path="article.md", *, name="citecheck.toml", **chosen):
        (folder / name).write_text(toml, "utf-8")
        return Policy(Asked(**chosen)).settings_for(path)

    return asked


def refused(held, toml, **chosen):
    with pytest.raises(Mistake) as told:
        held(toml, **chosen)
    return str(told.value)


TAKEN = [
    ("", {}, "an empty file changes nothing"),
    ('fail-on = "error"', {"fail_on": Severity.ERROR}, "a severity"),
    ('fail-on = "never"', {"fail_on": None}, "none at all"),
    ('min-severity = "hint"', {"min_severity": Severity.HINT}, "hints are shown"),
    ("min-confidence = 1", {"min_confidence": 1.0}, "a whole number"),
    ('style = "apa"', {"style": "apa"}, "a style"),
    ('extends = "apa"', {"style": "apa"}, "a style extended"),
    ('extends = "apa"\nstyle = "mla"', {"style": "mla"}, "the file beats what it extends"),
    ('language = "de"', {"language": "de"}, "a language"),
    ('input-format = "latex"', {"input_format": "latex"}, "a format"),
    ('references-heading = "Works"', {"references_heading": "Works"}, "a heading"),
    ('references = ["a.bib", "lists/b.bib"]', {"references": ("a.bib", "lists/b.bib")}, "lists apart"),
    ('references = "a.bib"', {"references": ("a.bib",)}, "one list needs no brackets"),
    ("orphans = true", {"orphans": True}, "a flag"),
    ('select = ["year-mismatch"]', {"select": ("year-mismatch",)}, "only one rule"),
    ('[rules]\nyear-mismatch = "off"', {"off": ("year-mismatch",)}, "a rule turned off"),
    ('[rules]\nyear-mismatch = "style"', {"severities": (("year-mismatch", Severity.STYLE),)}, "a rule made milder"),
    ('[rules]\nyear-mismatch = "on"', {}, "a rule as it is"),
    (
        'rules.year-mismatch = "off"\n[[overrides]]\npaths = ["article.md"]\nrules.year-mismatch = "on"',
        {},
        "a rule on again for one file",
    ),
    ('[[overrides]]\npaths = ["*.md"]\nstyle = "apa"', {"style": "apa"}, "by the end of a name"),
    ('[[overrides]]\npaths = "a*.md"\nstyle = "apa"', {"style": "apa"}, "one pattern needs no brackets"),
    ('[[overrides]]\npaths = ["*.tex"]\nstyle = "apa"', {}, "for other files"),
    (
        '[[overrides]]\npaths = ["*"]\nstyle = "apa"\n[[overrides]]\npaths = ["article.*"]\nstyle = "mla"',
        {"style": "mla"},
        "the later of two",
    ),
    ("\ufeff# marked\nlanguage = 'de'\r\n", {"language": "de"}, "a byte order mark and line ends of Windows"),
]


@pytest.mark.parametrize(("toml", "expected", "why"), TAKEN, ids=[row[2] for row in TAKEN])
def test_a_configuration_makes_settings(held, toml, expected, why):
    assert held(toml) == Settings(configuration="citecheck.toml", **expected), why


REFUSED = [
    ('fail_on = "error"', "citecheck.toml:1: there is no key 'fail_on'; did you mean fail-on?", "an underscore"),
    ('\nfail-onn = "error"', "citecheck.toml:2: there is no key 'fail-onn'; did you mean fail-on?", "a slip in a key"),
    ("zzz = 1", "citecheck.toml:1: there is no key 'zzz'; choose from", "no key is near"),
    ('fail-on = "erorr"', "citecheck.toml:1: fail-on: there is no severity 'erorr'; did you mean error?", "a slip"),
    ("fail-on = 3", "citecheck.toml:1: fail-on: 3 is no severity", "a number for a word"),
    ("fail-on = []", "fail-on: a list is no severity", "a list for a word"),
    ("min-severity = 1979-05-27", "min-severity: a date is no severity", "a date for a word"),
    ("min-confidence = 2", "citecheck.toml:1: min-confidence: 2 is no number from 0 to 1", "more than certain"),
    ("min-confidence = nan", "min-confidence: nan is no number from 0 to 1", "not a number"),
    ("min-confidence = true", "min-confidence: true is no number from 0 to 1", "a flag for a number"),
    ('orphans = "yes"', "orphans: 'yes' is neither true nor false", "a word for a flag"),
    ('style = "apaa"', "style: there is no style 'apaa'; did you mean apa?", "a slip in a style"),
    ('language = "klingon"', "language: there is no language 'klingon'; choose from", "an unknown language"),
    ('input-format = "markdwn"', "did you mean markdown?", "a slip in a format"),
    ('references-heading = ""', "references-heading: '' is no text", "no heading at all"),
    ("references = 3", "references: 3 is no list of texts", "a number for a path"),
    ('references = ["../a.bib"]', "references: '../a.bib' does not lie below the folder of this file", "a way out"),
    ('references = ["/etc/hosts"]', "references: '/etc/hosts' does not lie below", "a path from the root"),
    ('select = ["year-missmatch"]', "select: there is no rule 'year-missmatch'; did you mean year-mismatch?", "a slip"),
    ('[rules]\nyear-missmatch = "off"', "citecheck.toml:2: rules.year-missmatch: there is no rule", "a slip in a rule"),
    ('[rules]\nyear-mismatch = "of"', "rules.year-mismatch: there is no severity 'of'; did you mean off?", "a slip"),
    ("[rules]\nyear-mismatch = false", "citecheck.toml:2: rules.year-mismatch: false is no severity", "a flag"),
    ("rules = 3", "citecheck.toml:1: rules: it is no table", "no table of rules"),
    ('ignore = ["year-mismatch"]', "a rule is turned off by its name = “off” below [rules]", "names for tables"),
    ('[[ignore]]\nrule = "year-mismatch"', "citecheck.toml:1: ignore: it has no reason", "no reason"),
    ('[[ignore]]\nreason = "x"', "citecheck.toml:1: ignore: it has no rule", "no rule"),
    (
        '[[ignore]]\nrule = "year-mismatch"\nreason = " "',
        "citecheck.toml:3: ignore: reason is no text",
        "a blank reason",
    ),
    ('[[ignore]]\nrule = "yearmismatch"\nreason = "x"', "citecheck.toml:2: ignore.rule: there is no rule", "a slip"),
    (
        '[[ignore]]\nrule = "year-mismatch"\nreason = "x"\n[[ignore]]\nrule = "year-mismatch"\nentri = "K"',
        "citecheck.toml:6: ignore: there is no key 'entri'; did you mean entry?",
        "a slip in the second",
    ),
    ('[not-cited]\n"Kuhn 1990" = ""', "citecheck.toml:2: not-cited: the entry 'Kuhn 1990' has no reason", "no reason"),
    ('[not-cited]\nfail-on = "error"', "citecheck.toml:2: fail-on is a key, and stands above all tables", "below it"),
    ('year-mismatch = "off"', "citecheck.toml:1: year-mismatch is a rule, and stands below [rules]", "above it"),
    ("not-cited = 1", "citecheck.toml:1: not-cited: it is no table of entries", "no table"),
    ('[[overrides]]\nstyle = "apa"', "citecheck.toml:1: overrides: it has no paths", "for no file"),
    ('[[overrides]]\npaths = ["*"]\nplugins = []', "citecheck.toml:3: overrides: there is no key 'plugins'", "for all"),
    ("[[overrides]]\npaths = 3", "citecheck.toml:2: overrides.paths: 3 is no list", "no paths"),
    ("overrides = 3", "citecheck.toml:1: overrides: it is written as tables below [[overrides]]", "no tables"),
    ('extends = "appa"', "citecheck.toml:1: extends: there is no style 'appa'; did you mean apa?", "a slip in a style"),
    ("extends = 3", "citecheck.toml:1: extends: it is no style, path or package:NAME", "a number"),
    ('extends = "journal.toml"', "journal.toml: no such file", "a file that is not there"),
    ('extends = "../journal.toml"', "extends: '../journal.toml' does not lie below the folder", "a file outside"),
    ('extends = "citecheck.toml"', "extends: it goes round in a circle: citecheck.toml → citecheck.toml", "itself"),
    ('extends = "./citecheck.toml"', "it goes round in a circle", "itself by another name"),
    ('extends = "package:no_such"', "extends: no installed package “no_such” brings a file citecheck.toml", "nobody's"),
    ('extends = "package:../x"', "extends: no installed package", "a path for a package"),
    ('extends = "package:citecheck/../../x"', "extends: no installed package", "a way out of a package"),
    ('plugins = ["no-such"]', "there is no installed plugin 'no-such'", "a plugin that is not there"),
    ("plugins = 3", "citecheck.toml:1: plugins: 3 is no list of texts", "a number"),
    ('baseline = "known.json"', "known.json: no such file", "a baseline that is not there"),
    ("fail-on = ", "citecheck.toml:1: it is no valid TOML: invalid value", "no TOML"),
    ('style = "apa"\nstyle = "mla"', "citecheck.toml:2: it is no valid TOML", "a key twice"),
    ("x = " + "[" * 5000, "citecheck.toml", "too deep"),
    ("x." * 100_000 + "x = 1", "citecheck.toml: it has a key of more than 32 parts", "hours of reading"),
    ("#" * 1_000_001, "citecheck.toml: the file is too large (limit 1 MB)", "too much"),
    ("min-confidence = " + "1" * 5000, "citecheck.toml", "a number too long"),
]


@pytest.mark.parametrize(
    ("toml", "said", "why"), REFUSED, ids=[f"{number} {row[2]}" for number, row in enumerate(REFUSED)]
)
def test_a_mistake_is_one_sentence_with_file_key_and_what_was_meant(held, toml, said, why):
    sentence = refused(held, toml)
    assert said in sentence, why
    assert "\n" not in sentence
    assert sentence.startswith("citecheck.toml") or "no such file" in sentence or "plugin" in sentence


def test_what_is_no_utf_8_is_refused(folder, held):
    (folder / "citecheck.toml").write_bytes(b"style = '\xff'")
    with pytest.raises(Mistake, match=r"citecheck\.toml: it is not written in UTF-8"):
        Policy(Asked()).settings_for("article.md")


def test_a_configuration_that_is_no_file_is_refused_and_never_waited_for(folder):
    os.mkfifo(folder / "citecheck.toml")
    with pytest.raises(Mistake, match=r"citecheck\.toml: is a named pipe"):
        Policy(Asked()).settings_for("article.md")


def test_a_link_to_nowhere_is_no_configuration(folder):
    (folder / "citecheck.toml").symlink_to("nowhere.toml")
    assert Policy(Asked()).settings_for("article.md") == Settings()


def test_the_nearest_configuration_counts(folder):
    (folder / "a" / "b").mkdir(parents=True)
    (folder / "citecheck.toml").write_text('style = "apa"', "utf-8")
    (folder / "a" / "citecheck.toml").write_text('style = "mla"', "utf-8")
    policy = Policy(Asked())
    assert [policy.settings_for(path).style for path in ("x.md", "a/x.md", "a/b/x.md")] == ["apa", "mla", "mla"]
    assert policy.settings_for("a/b/x.md").configuration == "a/citecheck.toml"


def test_ours_goes_before_that_of_a_python_project(held, folder):
    (folder / "citecheck.toml").write_text('style = "apa"', "utf-8")
    assert held('[tool.citecheck]\nstyle = "mla"', name="pyproject.toml").style == "apa"


PROJECTS = [
    ('[tool.citecheck]\nstyle = "mla"', "mla", "a table"),
    ('[tool]\ncitecheck.style = "mla"', "mla", "a dotted key"),
    ('tool.citecheck = { style = "mla" }', "mla", "an inline table"),
    ('[project]\nname = "citecheck"', None, "nothing of ours"),
    ("[tool.ruff]\nline-length = 9\nbroken", None, "broken, and not ours to complain of"),
]


@pytest.mark.parametrize(("toml", "style", "why"), PROJECTS, ids=[row[2] for row in PROJECTS])
def test_the_file_of_a_python_project_may_hold_the_settings(held, toml, style, why):
    found = held(toml, name="pyproject.toml")
    assert (found.style, found.configuration) == (style, "pyproject.toml" if style else None), why


def test_a_mistake_in_the_file_of_a_python_project_has_its_line(held):
    sentence = refused(held, '[project]\nname = "x"\n\n[tool.citecheck]\nstyel = "apa"', name="pyproject.toml")
    assert sentence == "pyproject.toml:5: there is no key 'styel'; did you mean style?"


def test_a_project_without_our_table_does_not_end_the_search(folder):
    (folder / "citecheck.toml").write_text('style = "apa"', "utf-8")
    (folder / "a").mkdir()
    (folder / "a" / "pyproject.toml").write_text("[tool.ruff]", "utf-8")
    assert Policy(Asked()).settings_for("a/x.md").style == "apa"


def test_the_command_line_beats_the_file(held):
    chosen = (("style", "mla"), ("fail-on", None), ("references", ("x.bib",)))
    found = held('style = "apa"\nfail-on = "error"\nreferences = "a.bib"', choices=chosen)
    assert (found.style, found.fail_on, found.references) == ("mla", None, ("x.bib",))


def test_a_rule_selected_by_hand_is_on(held):
    found = held('[rules]\nyear-mismatch = "off"\nglued-entries = "off"', choices=(("select", ("year-mismatch",)),))
    assert found.off == ("glued-entries",)


def test_isolated_heeds_no_file_and_no_comment(held):
    assert held('style = "apa"', isolated=True) == Settings(comments=False)


def test_isolated_a_broken_file_is_not_even_opened(held):
    assert held("broken", isolated=True).style is None


def test_a_configuration_given_by_hand_is_the_only_one(held, folder):
    (folder / "journal").mkdir()
    (folder / "journal" / "policy.toml").write_text('language = "de"', "utf-8")
    found = held('style = "apa"', config="journal/policy.toml", isolated=True)
    assert (found.style, found.language, found.configuration) == (None, "de", "journal/policy.toml")


def test_a_profile_is_extended_by_path(held, folder):
    (folder / "profiles").mkdir()
    (folder / "profiles" / "journal.toml").write_text(
        'extends = "apa"\nfail-on = "error"\nlanguage = "en"\nreferences = "all.bib"\n[rules]\nunsorted-list = "off"',
        "utf-8",
    )
    found = held('extends = "profiles/journal.toml"\nlanguage = "de"\n[rules]\nyear-suffix = "off"')
    assert (found.style, found.fail_on, found.language) == ("apa", Severity.ERROR, "de")
    assert found.off == ("unsorted-list", "year-suffix")
    assert found.references == ("profiles/all.bib",)


def test_a_profile_comes_with_a_package_of_which_nothing_is_run(held, folder, monkeypatch):
    package = folder / "site" / "some_journal"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("raise SystemExit('run')", "utf-8")
    (package / "citecheck.toml").write_text('style = "mla"', "utf-8")
    (package / "letters.toml").write_text('language = "de"', "utf-8")
    monkeypatch.syspath_prepend(str(folder / "site"))
    assert held('extends = "package:some_journal"').style == "mla"
    assert held('extends = "package:some_journal/letters.toml"').language == "de"


def test_a_circle_of_several_files_is_told(held, folder):
    (folder / "a.toml").write_text('extends = "b.toml"', "utf-8")
    (folder / "b.toml").write_text('extends = "a.toml"', "utf-8")
    assert refused(held, 'extends = "a.toml"').endswith("citecheck.toml → a.toml → b.toml → a.toml")


def test_decisions_are_for_the_files_they_name(held):
    toml = """
[not-cited]
"Kuhn 1990" = "read by all"

[[ignore]]
rule = "missing-reference"
citation = "Meyer 1999"
reason = "in print"
path = "b.md"

[[ignore]]
rule = "year-mismatch"
reason = "reprints"
path = "drafts/a.md"
"""
    assert [ignore.place for ignore in held(toml, "a.md").ignores] == ["citecheck.toml:3"]
    found = held(toml, "b.md").ignores
    assert [(one.rules, one.citation, one.entry, one.reason) for one in found] == [
        (("missing-reference",), "Meyer 1999", None, "in print"),
        (("orphaned-reference",), None, "Kuhn 1990", "read by all"),
    ]
    (by_path, _) = held(toml, "drafts/a.md").ignores
    assert (by_path.rules, by_path.sole) == (("year-mismatch",), True)


def test_settings_can_be_sent_and_told_apart(held):
    found = held('style = "apa"\n[not-cited]\n"Kuhn 1990" = "read by all"')
    sent = pickle.loads(pickle.dumps(found))  # noqa: S301 it is our own
    assert (sent, sent.fingerprint) == (found, found.fingerprint)
    assert found.fingerprint != Settings().fingerprint
    assert len({Settings().fingerprint, Settings(style="apa").fingerprint, Settings(orphans=True).fingerprint}) == 3


@pytest.mark.parametrize("path", ["-", "", ".", "/", "nowhere/at/all.md", "a\0b", "x" * 5000])
def test_any_path_has_settings(folder, path):
    assert Policy(Asked()).settings_for(path) == Settings()


def settled(held, toml):
    """Whether a configuration gives settings or one sentence."""
    try:
        return isinstance(held(toml), Settings)
    except Mistake as mistake:
        return "\n" not in str(mistake)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
KEYS = st.sampled_from([
    "extends", "select", "fail-on", "min-severity", "min-confidence", "style", "language", "input-format", "references",
    "references-heading", "orphans", "baseline", "plugins", "rules", "ignore", "not-cited", "overrides",
])  # fmt: skip


def written(value):
    """Return a value as TOML writes it; tables inline."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return (
            '"' + "".join(sign if sign.isalnum() and sign.isascii() else f"\\U{ord(sign):08X}" for sign in value) + '"'
        )
    if isinstance(value, list):
        return f"[{', '.join(map(written, value))}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{written(key)} = {written(inner)}' for key, inner in value.items())}}}"
    return "''" if value is None else repr(value)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(values=st.dictionaries(KEYS, VALUES, max_size=4))
def test_any_values_give_settings_or_one_sentence(held, values):
    toml = "\n".join(f"{key} = {written(value)}" for key, value in values.items())
    toml = toml.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
    assert settled(held, toml)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=st.text(alphabet=st.sampled_from("ab-=\"'[]{}#,.\n 01_\\rulestyignor"), max_size=80))
def test_any_text_gives_settings_or_one_sentence(held, text):
    assert settled(held, text)
