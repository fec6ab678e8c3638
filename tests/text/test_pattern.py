"""Patterns that are compiled late and kept do what `re.compile` gives, whatever the place for them holds."""

import marshal
import pkgutil
import re
import sys
from importlib import import_module
from pathlib import Path

import pytest

import citecheck
from citecheck.text import pattern as patterns
from citecheck.text.pattern import keep, pattern

SAMPLE = (Path(__file__).parents[2] / "refs" / "kazakhstan.md").read_text("utf-8")


@pytest.fixture
def place(tmp_path, monkeypatch):
    """A place for what is kept, as at the first start."""
    place = tmp_path / "kept.patterns"
    monkeypatch.setattr(patterns, "_FILE", str(place))
    monkeypatch.setattr(patterns, "_fresh", set())
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    start()
    yield place
    start()


def start():
    """Forget what was read and made, as a new process has."""
    patterns._kept.cache_clear()
    patterns._compiled.cache_clear()


def written():
    """Return the source and the flags of every such pattern of the program."""
    names = [
        found.name
        for package in ("extract", "languages", "match", "text")
        for found in pkgutil.iter_modules([str(Path(citecheck.__file__).with_name(package))], f"citecheck.{package}.")
        if not found.name.endswith("__main__")
    ]
    values = [value for name in names for value in vars(import_module(name)).values()]
    return sorted({value._written for value in values if type(value) is pattern}, key=repr)


def told(found):
    """Return all that a pattern finds in a text, with its groups."""
    text = SAMPLE if isinstance(found.pattern, str) else SAMPLE.encode()
    return found.flags, found.groupindex, [(match.span(), match.groups()) for match in found.finditer(text)]


def test_what_is_kept_finds_what_re_finds(place):
    every = written()
    assert len(every) > 150
    for one in every:
        patterns._compiled(one)
    keep()
    start()
    kept = [told(patterns._compiled(one)) for one in every]
    assert not patterns._fresh - set(every)
    assert kept == [told(re.compile(*one)) for one in every]


def test_the_second_start_compiles_nothing(place, monkeypatch):
    assert pattern(r"(?P<word>[a-z]++)", re.IGNORECASE).search("12 Larks")["word"] == "Larks"
    keep()
    start()
    monkeypatch.setattr(patterns, "_made", None)
    assert pattern(r"(?P<word>[a-z]++)", re.IGNORECASE).search("12 Larks")["word"] == "Larks"
    assert [one.name for one in place.parent.iterdir()] == [place.name]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "empty"),
        (b"\x00\xff", "no data"),
        (marshal.dumps("a word"), "of another form"),
        (marshal.dumps(("3.10", {("larks?", 0): (0, b"", 0, {}, ())})), "of another version"),
        (marshal.dumps((patterns._VERSION, {("larks?", 0): (32, b"\xff\xff\xff\x00", 0, {}, (None,))})), "no code"),
        (marshal.dumps((patterns._VERSION, {("larks?", 0): None})), "nothing made"),
        (marshal.dumps((patterns._VERSION, {("larks?", 0): (32, b"\x01", 0)})), "cut off"),
    ],
    ids=lambda told: told if isinstance(told, str) else "",  # what is written differs from process to process
)
def test_what_cannot_be_used_is_made_anew(place, content, why):
    place.write_bytes(content)
    assert pattern("larks?").findall("a lark, two larks") == ["lark", "larks"], why


def test_nothing_is_kept_where_python_keeps_no_byte_code(place, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    pattern("larks?").search("")
    keep()
    assert list(place.parent.iterdir()) == []


def test_a_place_that_cannot_be_written_is_no_fault(place, monkeypatch):
    monkeypatch.setattr(patterns, "_FILE", str(place.parent / "nowhere" / "kept.patterns"))
    pattern("larks?").search("")
    keep()
    assert list(place.parent.iterdir()) == []


def test_a_python_that_is_made_otherwise_compiles_as_ever(place, monkeypatch):
    monkeypatch.delattr(re, "_parser")
    assert pattern("larks?").findall("a lark") == ["lark"]


def test_a_method_is_looked_up_once():
    larks = pattern("larks?")
    assert larks.match("lark") is not None
    assert larks.match is larks.match
    assert (larks.pattern, larks.groups) == ("larks?", 0)


def test_a_slip_in_a_pattern_is_that_of_re():
    with pytest.raises(re.error, match="unterminated"):
        pattern("(larks").search("")
