"""Rules and readers of installed packages: loaded only where settings name them, never from the folder checked."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from citecheck.engine.policy.mistake import Mistake
from citecheck.readers.reader import Reader
from citecheck.rules.registry import rules
from citecheck.rules.rule import Rule
from citecheck.text.nearest import no_such

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

#: The groups of entry points, and what each of their entry points is.
RULES, READERS = "citecheck.rules", "citecheck.readers"

_Kind = TypeVar("_Kind", Rule, Reader)


@cache
def all_rules(plugins: tuple[str, ...]) -> tuple[Rule, ...]:
    """Return every rule, those of `plugins` too, ordered by name. Raises `Mistake`."""
    if not plugins:
        return rules()
    more = tuple(_loaded(plugins, RULES, Rule))
    taken = {rule.name for rule in rules()}
    for rule in more:
        if rule.name in taken:
            raise Mistake(f"a plugin brings the rule {rule.name!r}, of which there is one already")
        taken.add(rule.name)
    return tuple(sorted((*rules(), *more), key=lambda rule: rule.name))


def rule_names(plugins: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names of all rules, those of `plugins` too. Raises `Mistake`."""
    return tuple(rule.name for rule in all_rules(plugins))


@cache
def plugged_readers(plugins: tuple[str, ...]) -> tuple[Reader, ...]:
    """Return the readers of `plugins`. Raises `Mistake`."""
    return tuple(_loaded(plugins, READERS, Reader)) if plugins else ()


def _loaded(plugins: tuple[str, ...], group: str, kind: type[_Kind]) -> Iterator[_Kind]:
    """Yield what the plugins bring of one kind; each name is that of an entry point of at least one group."""
    found = entry_points_found()
    for name in plugins:
        if name not in {point.name for point in found}:
            raise Mistake(no_such(name, sorted({point.name for point in found}), "installed plugin"))
        for point in found:
            if (point.name, point.group) == (name, group):
                yield _object(point, kind)


def _object(point: EntryPoint, kind: type[_Kind]) -> _Kind:
    try:
        brought = point.load()
    except (Exception, SystemExit) as error:
        raise Mistake(f"the plugin {point.name!r} cannot be loaded: {type(error).__name__}: {error}") from error
    if not isinstance(brought, kind):
        raise Mistake(f"the plugin {point.name!r} brings no {kind.__name__.lower()} in {point.value}")
    return brought


@cache
def entry_points_found() -> tuple[EntryPoint, ...]:
    """Return the entry points of all installed packages that are meant for us, but for those of the current folder."""
    from importlib.metadata import distributions
    from pathlib import Path

    here = str(Path.cwd())
    path = [folder for folder in sys.path if folder not in {"", ".", here}]
    return tuple(
        point for found in distributions(path=path) for point in found.entry_points if point.group in {RULES, READERS}
    )
