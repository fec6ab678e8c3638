"""Words a person may give for an option: checked, with a suggestion for a slip."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from citecheck.cli.usage import UsageError

if TYPE_CHECKING:
    from citecheck.model.problem import Severity

#: As in the model, which is not imported for a mere `--help`; a test holds the two together.
SEVERITIES = ("error", "warning", "style", "hint")
NEVER = "never"


def one_of(word: str, allowed: Sequence[str], what: str) -> str:
    """Return `word` if it is allowed; else end with one sentence that names what was probably meant."""
    if word in allowed:
        return word
    from citecheck.text.nearest import no_such

    raise UsageError(no_such(word, allowed, what))


def severity(word: str) -> Severity:
    """Return the severity of this name."""
    from citecheck.model.problem import Severity

    return Severity(one_of(word, SEVERITIES, "severity"))


def threshold(word: str) -> Severity | None:
    """Return the severity from which on a problem fails the check, None for never."""
    return None if one_of(word, (*SEVERITIES, NEVER), "severity") == NEVER else severity(word)


def known_format(word: str | None) -> str | None:
    """Return the format of manuscripts of this name."""
    if word is None:
        return None
    from citecheck.readers.registry import formats

    return one_of(word, formats(), "input format")


def known_language(code: str | None) -> str | None:
    """Return the code of a language that citecheck knows."""
    if code is None:
        return None
    from citecheck.languages.language import codes

    return one_of(code, tuple(sorted(codes())), "language")


def known_style(name: str | None) -> str | None:
    """Return the house style of this name."""
    if name is None:
        return None
    from citecheck.styles.house_styles import house_style_names

    return one_of(name, house_style_names(), "style")


def complete_style(incomplete: str) -> list[str]:
    """Return the house styles that begin so, for the shell."""
    from citecheck.styles.house_styles import house_style_names

    return [name for name in house_style_names() if name.startswith(incomplete)]


def complete_rule(incomplete: str) -> list[str]:
    """Return the rules that begin so, for the shell."""
    from citecheck.rules.registry import rules

    return [rule.name for rule in rules() if rule.name.startswith(incomplete)]
