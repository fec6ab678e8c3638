"""The layers of a configuration laid upon one another, and upon them the command line."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePath
from typing import Any

from citecheck.engine.plugins import rule_names
from citecheck.engine.policy.extending import lineage
from citecheck.engine.policy.files import Table
from citecheck.engine.policy.globs import means, names_one
from citecheck.engine.policy.keys import OFF
from citecheck.engine.policy.layers import RULE, Choice, Layer, layers_of, plugins_in
from citecheck.engine.policy.policy import COMMAND_LINE, Asked, Held, check_rules, field_of
from citecheck.engine.settings import Settings
from citecheck.model.ignore import Ignore
from citecheck.model.problem import Severity
from citecheck.model.value import replace


def layers_from(table: Table) -> tuple[Layer, ...]:
    """Return the layers of `table` and of all that it extends, the last of which counts most."""
    plugins: tuple[str, ...] = ()
    layers: list[Layer] = []
    for one in lineage(table):
        if isinstance(one, Layer):
            layers.append(one)
        else:
            plugins = plugins_in(one) or plugins
            layers.extend(layers_of(one, rule_names(plugins)))
    return tuple(layers)


def merged(layers: tuple[Layer, ...], asked: Asked, path: str, table: Table | None) -> Held:
    """Return what holds for the file at `path`: the last layer that speaks of a key decides, then the command line."""
    name = _relative(path, table.folder) if table else PurePath(path).name
    heard = [layer for layer in layers if not layer.paths or any(means(glob, name) for glob in layer.paths)]
    choices: dict[str, Choice] = {}
    for layer in heard:
        choices.update(layer.choices)
    for key, given in asked.choices:
        choices[key] = Choice(given, COMMAND_LINE)
    settings = _settings(choices, asked.rest)
    ignores = tuple(_decisions(heard, name))
    return Held(replace(settings, ignores=ignores, configuration=table.path if table else None), choices)


def _settings(choices: Mapping[str, Choice], rest: Settings) -> Settings:
    """Return the settings that the choices make; a rule selected by hand is on, whatever a file says of it."""
    fields: dict[str, Any] = {
        field_of(key): one.value for key, one in choices.items() if not key.startswith(RULE) and key != "baseline"
    }
    settings: Settings = replace(rest, **fields)
    levels = {key.removeprefix(RULE): one.value for key, one in choices.items() if key.startswith(RULE)}
    by_hand = settings.select if "select" in choices and choices["select"].place == COMMAND_LINE else ()
    check_rules((*settings.select, *settings.ignore), settings.plugins)
    return replace(
        settings,
        off=tuple(sorted(name for name, level in levels.items() if level == OFF and name not in by_hand)),
        severities=tuple(sorted(_severities(levels), key=lambda pair: pair[0])),
    )


def _severities(levels: Mapping[str, object]) -> Iterator[tuple[str, Severity]]:
    return ((name, level) for name, level in levels.items() if isinstance(level, Severity))


def _decisions(layers: Iterable[Layer], name: str) -> Iterator[Ignore]:
    """Yield the decisions to leave problems alone that are for the file of this name."""
    for layer in layers:
        for scoped in layer.ignores:
            if not scoped.paths or any(means(glob, name) for glob in scoped.paths):
                yield replace(scoped.ignore, sole=any(names_one(glob) for glob in scoped.paths))


def _relative(path: str, folder: str) -> str:
    return Path(os.path.relpath(path, folder)).as_posix()
