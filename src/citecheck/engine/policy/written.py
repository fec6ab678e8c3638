"""A configuration as TOML: what is in force and where it comes from, and the file that `citecheck init` writes."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from textwrap import wrap

from citecheck.engine.policy.keys import KEYS, NEVER
from citecheck.engine.policy.layers import RULE, Choice
from citecheck.engine.policy.policy import Held
from citecheck.model.ignore import Ignore
from citecheck.model.problem import Severity
from citecheck.text.shown import shown

#: The column at which it is said where a value comes from.
_ORIGIN = 44
_DEFAULT = "default"

_HEAD = """\
# The settings of citecheck for the articles in this folder and below it. What is commented out holds anyway, or is an
# example. docs/configuration.md tells of every key, and `citecheck config ARTICLE` of what is in force and where from.

# A profile whose settings hold unless this file has others: a style, a file below this folder, or that of an installed
# package (package:NAME).
# extends = "apa"
"""
_TABLES = """
# Rules by name (`citecheck rules`): off, or error, warning, style or hint instead of their own severity.
[rules]
# unsorted-list = "off"
# year-suffix = "style"

# Entries that are listed on purpose and cited nowhere, by words or key, each with the reason.
# [not-cited]
# "Kuhn 1962" = "the book that the whole issue answers"

# Problems to leave alone: the rule, the citation or the entry meant, the file where it is not for all, and the reason.
# [[ignore]]
# rule = "year-mismatch"
# citation = "Kuhn 1970"
# path = "chapters/two.md"
# reason = "the second edition is quoted, the first is listed"

# Other settings for some files.
# [[overrides]]
# paths = ["drafts/**"]
# fail-on = "never"
"""


def template() -> str:
    """Return a configuration that changes nothing, with every key explained."""
    return "\n".join([_HEAD, *(_explained(key.name) for key in KEYS)]) + _TABLES


def in_force(path: str, held: Held) -> str:
    """Return every setting for the file at `path`, one a line, with the place where it was chosen."""
    by = held.settings.configuration
    lines = [f"# {path}: {f'settings from {by}' if by else 'no configuration file is in force'}"]
    lines += (_line(key.name, held.choices.get(key.name), key.default) for key in KEYS)
    rules = {name.removeprefix(RULE): one for name, one in sorted(held.choices.items()) if name.startswith(RULE)}
    off_by_hand = {name: Choice("off", "command line") for name in held.settings.ignore}
    lines += _table(rules | off_by_hand)
    for ignore in held.settings.ignores:
        lines += ["", *_decision(ignore)]
    return "\n".join(shown(line, None) for line in lines) + "\n"


def _explained(name: str) -> str:
    key = next(key for key in KEYS if key.name == name)
    example = _EXAMPLES.get(name, key.default)
    return "\n".join([*(f"# {line}" for line in wrap(key.summary, 116)), f"# {name} = {example}", ""])


#: What stands in the template for keys that have no default to show.
_EXAMPLES = {
    "select": '["missing-reference", "orphaned-reference"]',
    "style": '"apa"',
    "language": '"en"',
    "input-format": '"markdown"',
    "references": '["library.bib"]',
    "references-heading": '"Sources cited"',
    "baseline": '"citecheck-baseline.json"',
    "plugins": '["a-plugin"]',
}


def _table(rules: Mapping[str, Choice]) -> Iterator[str]:
    if rules:
        yield ""
        yield "[rules]"
    for name, choice in sorted(rules.items()):
        yield _line(name, choice, "")


def _decision(ignore: Ignore) -> Iterator[str]:
    yield _commented("[[ignore]]", ignore.place)
    yield f"rule = {_value(ignore.rules[0])}"
    for name, given in (("citation", ignore.citation), ("entry", ignore.entry), ("reason", ignore.reason)):
        if given is not None:
            yield f"{name} = {_value(given)}"


def _line(name: str, choice: Choice | None, default: str) -> str:
    if choice is not None:
        return _commented(f"{name} = {_value(choice.value)}", choice.place)
    unset = default in {'""', "[]"}
    return _commented(f"# {name} is not set" if unset else f"{name} = {default}", _DEFAULT)


def _commented(words: str, comment: str) -> str:
    return f"{words:<{_ORIGIN - 2}}  # {comment}"


def _value(given: object) -> str:
    """Return a value of the settings as TOML writes it."""
    if given is None:
        return f'"{NEVER}"'
    if isinstance(given, Severity):
        return f'"{given.value}"'
    if isinstance(given, tuple):
        return f"[{', '.join(map(_value, given))}]"
    return json.dumps(given, ensure_ascii=False)
