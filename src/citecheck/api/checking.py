"""`citecheck.check`: one document checked from a program, as `citecheck check` does it from a terminal."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence

from citecheck.api.result import Result
from citecheck.model.problem import Severity

#: One path, or several.
Paths = str | os.PathLike[str] | Iterable[str | os.PathLike[str]]


def check(
    path: str | os.PathLike[str],
    *,
    text: str | bytes | None = None,
    references: Paths = (),
    references_heading: str | None = None,
    select: str | Iterable[str] = (),
    ignore: str | Iterable[str] = (),
    min_severity: Severity | str = Severity.STYLE,
    min_confidence: float = 0.5,
    language: str | None = None,
    style: str | None = None,
    input_format: str | None = None,
    orphans: bool = False,
    isolated: bool = False,
) -> Result:
    """Return what came of checking the document at `path`.

    With `text` nothing is opened at `path`: what is given is checked under that name, whose suffix tells the format.
    The other arguments are the options of `citecheck check`. What cannot be read is in the result's `faults`, never
    raised; a rule, style, language or format that does not exist raises `ValueError`. No configuration is read, no
    network asked, no signal or limit set; with `isolated` no comment in the document leaves a problem out either.
    """
    from citecheck.api.viewing import result_of
    from citecheck.engine.pipeline import check_opened
    from citecheck.engine.reading import open_limited
    from citecheck.engine.settings import Settings
    from citecheck.model.raw import Raw
    from citecheck.report.record import record

    name = _name(path)
    settings = Settings(
        references=_names(references),
        references_heading=references_heading,
        select=_rules(select),
        ignore=_rules(ignore),
        min_severity=_severity(min_severity),
        min_confidence=min_confidence,
        input_format=_input_format(input_format),
        language=_language(language),
        style=_style(style),
        orphans=orphans,
        comments=not isolated,
    )
    if text is None:
        return result_of(record(check_opened(name, lambda: open_limited(name), settings)))
    data = text.encode("utf-8", "replace") if isinstance(text, str) else text
    return result_of(record(check_opened(name, lambda: Raw(name, data), settings)))


def _name(path: str | os.PathLike[str]) -> str:
    """Return a path as the engine takes it, to which `-` would be standard input."""
    name = os.fspath(path)
    return f".{os.sep}-" if name == "-" else name


def _names(paths: Paths) -> tuple[str, ...]:
    return (_name(paths),) if isinstance(paths, str | os.PathLike) else tuple(_name(path) for path in paths)


def _rules(names: str | Iterable[str]) -> tuple[str, ...]:
    from citecheck.rules.registry import rules

    asked = (names,) if isinstance(names, str) else tuple(names)
    known = [rule.name for rule in rules()]
    return tuple(_known(name, known, "rule") for name in asked)


def _severity(severity: Severity | str) -> Severity:
    if isinstance(severity, Severity):
        return severity
    return Severity(_known(severity, [one.value for one in Severity], "severity"))


def _input_format(name: str | None) -> str | None:
    from citecheck.readers.registry import formats

    return None if name is None else _known(name, formats(), "input format")


def _language(code: str | None) -> str | None:
    from citecheck.languages.language import codes

    return None if code is None else _known(code, sorted(codes()), "language")


def _style(name: str | None) -> str | None:
    from citecheck.styles.house_styles import house_style_names

    return None if name is None else _known(name, house_style_names(), "style")


def _known(word: str, allowed: Sequence[str], what: str) -> str:
    """Return `word` if there is such a thing; else raise with what was probably meant."""
    from citecheck.text.nearest import no_such

    if word not in allowed:
        raise ValueError(no_such(word, allowed, what))
    return word
