"""The keys of a configuration file: what each means, what it may be set to, and what holds without it.

The JSON Schema beside that of the report says the same to editors; a test holds the two together, and the reference in
docs/configuration.md too.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from citecheck.engine.policy.mistake import Mistake
from citecheck.model.problem import Severity
from citecheck.model.value import value
from citecheck.text.nearest import no_such

#: In place of a severity: the rule is not asked for, or has its own severity again.
OFF, ON = "off", "on"
#: In place of the severity from which on a check fails.
NEVER = "never"

SEVERITIES = tuple(severity.value for severity in Severity)


@value
class Around:
    """What the value of a key is judged by: the folder that its paths start from, and the rules there are."""

    folder: str
    rules: tuple[str, ...]


@value
class Key:
    """One key: its summary for people, its default as TOML writes it, and what reads its value or raises `Mistake`.

    With `once` it is written for all files together, and not in `[[overrides]]`.
    """

    name: str
    summary: str
    default: str
    read: Callable[[object, Around], object]
    once: bool = False


def _words(given: object, _: Around) -> str:
    if not isinstance(given, str) or not given.strip():
        raise Mistake(f"{_shown(given)} is no text in quotation marks")
    return given


def _flag(given: object, _: Around) -> bool:
    if not isinstance(given, bool):
        raise Mistake(f"{_shown(given)} is neither true nor false")
    return given


def _share(given: object, _: Around) -> float:
    if isinstance(given, bool) or not isinstance(given, int | float) or not 0 <= given <= 1:
        raise Mistake(f"{_shown(given)} is no number from 0 to 1")
    return float(given)


def texts(given: object) -> tuple[str, ...]:
    """Return a list of texts; one text is a list of one."""
    listed = [given] if isinstance(given, str) else given
    if not isinstance(listed, list) or not all(isinstance(text, str) and text.strip() for text in listed):
        raise Mistake(f"{_shown(given)} is no list of texts in quotation marks")
    return tuple(listed)


def _one_of(given: object, allowed: Sequence[str], what: str) -> str:
    if not isinstance(given, str):
        raise Mistake(f"{_shown(given)} is no {what}; it is a word in quotation marks such as “{allowed[0]}”")
    if given not in allowed:
        raise Mistake(no_such(given, allowed, what))
    return given


def _severity(given: object, _: Around) -> Severity:
    return Severity(_one_of(given, SEVERITIES, "severity"))


def _threshold(given: object, _: Around) -> Severity | None:
    word = _one_of(given, (*SEVERITIES, NEVER), "severity")
    return None if word == NEVER else Severity(word)


def rule_level(given: object) -> Severity | str:
    """Return what stands behind the name of a rule: a severity, off or on."""
    word = _one_of(given, (*SEVERITIES, OFF, ON), "severity")
    return word if word in {OFF, ON} else Severity(word)


def rule_name(given: object, around: Around) -> str:
    """Return the name of a rule."""
    return _one_of(given, around.rules, "rule")


def _rule_names(given: object, around: Around) -> tuple[str, ...]:
    return tuple(rule_name(name, around) for name in texts(given))


def _style(given: object, _: Around) -> str:
    from citecheck.styles.house_styles import house_style_names

    return _one_of(given, house_style_names(), "style")


def _language(given: object, _: Around) -> str:
    from citecheck.languages.language import codes

    return _one_of(given, tuple(sorted(codes())), "language")


def _format(given: object, _: Around) -> str:
    from citecheck.readers.registry import formats

    return _one_of(given, formats(), "input format")


def path_below(given: object, around: Around) -> str:
    """Return a path as the program can open it; it is written from the configuration's folder and lies below it."""
    if not isinstance(given, str) or not given.strip() or "\0" in given:
        raise Mistake(f"{_shown(given)} is no path in quotation marks")
    real = os.path.realpath(Path(around.folder) / given)
    if Path(given).is_absolute() or not real.startswith(around.folder.rstrip(os.sep) + os.sep):
        raise Mistake(f"{_shown(given)} does not lie below the folder of this file")
    return os.path.relpath(real)


def _paths(given: object, around: Around) -> tuple[str, ...]:
    return tuple(path_below(path, around) for path in texts(given))


def _plugins(given: object, _: Around) -> tuple[str, ...]:
    return texts(given)


def _shown(given: object) -> str:
    """Return a value as its writer knows it, cut where it is long."""
    words = {True: "true", False: "false"}.get(given) if isinstance(given, bool) else None
    text = words or (repr(given) if isinstance(given, str | int | float) else _KINDS.get(type(given), "a date"))
    return text if len(text) <= 60 else text[:59] + "…"


_KINDS: dict[type, str] = {list: "a list", dict: "a table"}

#: Every key that has one value, in the order in which they are told of.
KEYS = (
    Key("select", "Only these rules; without it, all.", "[]", _rule_names),
    Key("fail-on", "The severity from which on `check` ends with status 1, or never.", '"warning"', _threshold),
    Key("min-severity", "Nothing that matters less is shown.", '"style"', _severity),
    Key("min-confidence", "What is less sure than this, from 0 to 1, becomes a hint.", "0.5", _share),
    Key("style", "The style by which matters of style are judged, else the article's own habits.", '""', _style),
    Key("language", "The language of the articles, else it is found.", '""', _language),
    Key("input-format", "The format of the articles, whatever their names say.", '""', _format),
    Key("references", "Reference lists that stand apart, by path.", "[]", _paths),
    Key("references-heading", "The heading under which the list stands in the text.", '""', _words),
    Key(
        "orphans",
        "Whether uncited entries even of a list that looks like a whole library are reported.",
        "false",
        _flag,
    ),
    Key(
        "baseline", "A file of known problems, written by `--write-baseline`, that are not reported.", '""', path_below
    ),
    Key(
        "plugins",
        "Installed packages that bring rules or readers, by the names of their entry points.",
        "[]",
        _plugins,
        once=True,
    ),
)
BY_NAME = {key.name: key for key in KEYS}

#: The tables, and what they hold.
TABLES = {
    "extends": "A style, a file below this folder, or package:NAME: its settings hold unless this file has others.",
    "rules": "Rules by name: off, on, or the severity that their problems have.",
    "ignore": "Problems to leave alone: a rule, the citation or entry meant, and the reason.",
    "not-cited": "Entries that are listed on purpose and cited nowhere, by words or key, each with the reason.",
    "overrides": "Other settings for the files that its `paths` name.",
}
