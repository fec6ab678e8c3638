"""A call that is read in the plain way tells a command what typer would tell it; whatever else is left to typer."""

from importlib import import_module

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citecheck.cli import application
from citecheck.cli.main import COMMANDS
from citecheck.cli.option import Argument, parameters
from citecheck.cli.reading import plainly_read


def command_of(name):
    return import_module(f"citecheck.cli.{name}").command


def told_by_typer(name, words):
    """Return what typer makes of a call; None where it finds something wrong with it."""
    heard = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(application, "call", lambda _, told: heard.update(told) or 0)
        try:
            application.application((name,))([name, *words], prog_name="citecheck", standalone_mode=False)
        except application._Wrong:
            return None
    return heard


WORDS = st.sampled_from(
    ["a.md", "-", "", "--", "-q", "1", "0.5", "7", "x=y", "--json", "nan", "ä", "-1", "300", "1_000"]
)


@st.composite
def calls(draw):
    """A command, and words that are mostly meant for it."""
    name = draw(st.sampled_from([name for name in COMMANDS if tuple(parameters(command_of(name)))]))
    told = [one for one in parameters(command_of(name)) if not isinstance(one.option, Argument)]
    names = [part for one in told for name in one.names for part in name.split("/")]
    words = []
    for _ in range(draw(st.integers(0, 4))):
        option, value = draw(st.sampled_from([*names, ""])), draw(WORDS)
        words += draw(st.sampled_from([[option, value], [f"{option}={value}"], [option], [value]]))
    return name, [*words, *draw(st.lists(WORDS, max_size=2))]


@given(calls())
@settings(max_examples=300, deadline=None)
def test_what_is_read_plainly_is_what_typer_reads(call):
    name, words = call
    read = plainly_read(command_of(name), words)
    assert read is None or read == told_by_typer(name, words)


PLAIN = [
    ("check", ["a.md"], {"paths": ["a.md"]}, "an article"),
    ("check", ["a.md", "-", "b.md"], {"paths": ["a.md", "-", "b.md"]}, "several, one from standard input"),
    ("check", ["--format", "json", "a.md"], {"format": "json"}, "an option before the article"),
    ("check", ["a.md", "--format=json"], {"format": "json"}, "a value in the same word"),
    ("check", ["a.md", "-f", "json", "-f", "csv"], {"format": "csv"}, "the last of two"),
    ("check", ["a.md", "-r", "x.bib", "--references=y.bib"], {"references": ["x.bib", "y.bib"]}, "two lists"),
    ("check", ["a.md", "--no-orphans"], {"orphans": False}, "turned off"),
    ("check", ["a.md", "--min-confidence", "0.75", "--jobs", "2"], {"min_confidence": 0.75, "jobs": 2}, "numbers"),
    ("diff", ["a.md", "b.md", "-q"], {"old": "a.md", "new": "b.md", "quiet": True}, "two arguments and a short option"),
    ("config", [], {"path": "."}, "nothing at all"),
]


@pytest.mark.parametrize(("name", "words", "told", "why"), PLAIN, ids=[row[3] for row in PLAIN])
def test_a_plain_call_is_read_without_typer(name, words, told, why):
    read = plainly_read(command_of(name), words)
    assert read is not None, why
    assert read | told == read


LEFT = [
    ("parse", [], "something is missing"),
    ("check", ["--help"], "help is asked for"),
    ("check", ["a.md", "--selekt", "x"], "a slip"),
    ("check", ["a.md", "--sel", "x"], "a name cut short"),
    ("check", ["a.md", "--select"], "a value is missing"),
    ("check", ["a.md", "--select", "--quiet"], "an option where a value is meant"),
    ("check", ["a.md", "--quiet=yes"], "a value where none is meant"),
    ("check", ["a.md", "--jobs", "two"], "no number"),
    ("check", ["a.md", "--jobs", "0"], "too small a number"),
    ("check", ["a.md", "--min-confidence", "nan"], "a number that is none"),
    ("check", ["-rx.bib", "a.md"], "a short option with its value"),
    ("check", ["-f=json", "a.md"], "a short option with a sign"),
    ("check", ["--", "-odd.md"], "the end of options"),
    ("text", ["a.md", "b.md"], "one argument too many"),
]


@pytest.mark.parametrize(("name", "words", "why"), LEFT, ids=[row[2] for row in LEFT])
def test_all_else_is_left_to_typer(name, words, why):
    assert plainly_read(command_of(name), words) is None, why
