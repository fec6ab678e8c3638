"""Which settings hold for a file: what the command line asks, what the configuration found says, and the defaults."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from citecheck.engine.policy.files import nearest, table_at
from citecheck.engine.settings import Settings
from citecheck.model.value import replace, value

if TYPE_CHECKING:
    from citecheck.engine.baseline import Known
    from citecheck.engine.policy.files import Table
    from citecheck.engine.policy.layers import Choice, Layer

COMMAND_LINE = "command line"
STANDARD_INPUT = "-"


@value
class Asked:
    """What the command line asks for: choices by key, and in `rest` what no configuration speaks of.

    `config` is a configuration file given by hand; with `isolated` none is looked for, and no comment in a manuscript
    leaves a problem out.
    """

    choices: tuple[tuple[str, object], ...] = ()
    rest: Settings = Settings()
    config: str | None = None
    isolated: bool = False

    @property
    def references(self) -> tuple[str, ...]:
        """The lists given by hand."""
        given = dict(self.choices).get("references", ())
        return given if isinstance(given, tuple) else ()


@value
class Held:
    """The settings that hold for a file, and where each choice was made, by key."""

    settings: Settings
    choices: Mapping[str, Choice]


class Policy:
    """Gives the settings of one file after the other; each folder and each configuration is read once.

    Its methods raise `Mistake`. It is for the process that hands out the work: what it gives, a value, can be sent.
    """

    __slots__ = ("_asked", "_baselines", "_given", "_known", "_last", "_layers", "_plain")

    def __init__(self, asked: Asked) -> None:
        rest = replace(asked.rest, comments=not asked.isolated)
        self._asked = replace(asked, rest=rest)
        self._known: dict[str, Table | None] = {}
        self._layers: dict[tuple[str, str], tuple[Layer, ...]] = {}
        self._baselines: dict[str, Known] = {}
        self._last: tuple[str, str] | None = None
        self._given: Table | None = None
        self._plain: Settings | None = None

    def settings_for(self, path: str) -> Settings:
        """Return the settings that hold for the file at `path`, which need not be there."""
        folder = self._folder(path)
        table = self._table(folder)
        if table is None and not any(key == "baseline" for key, _ in self._asked.choices):
            if self._plain is None:
                self._plain = _plain(self._asked)
            return self._plain
        return self._held(path, folder, table).settings

    def held_for(self, path: str) -> Held:
        """Return the settings that hold for the file at `path`, with where each comes from."""
        folder = self._folder(path)
        return self._held(path, folder, self._table(folder))

    def _folder(self, path: str) -> str:
        """Return the folder of `path` without symbolic links; "" where there is none to look in."""
        name = (self._asked.rest.stdin_name or ".") if path == STANDARD_INPUT else path
        parent = name[: name.rfind(os.sep) + 1]
        if self._last is None or self._last[0] != parent:  # of a folder one file comes after the other
            try:
                self._last = parent, os.path.realpath(parent)
            except (OSError, ValueError):  # no such name; the current folder may be gone
                self._last = parent, ""
        return self._last[1]

    def _table(self, folder: str) -> Table | None:
        """Return the configuration for the files in `folder`."""
        if self._asked.config is not None:
            self._given = self._given or table_at(self._asked.config)
            return self._given
        return None if self._asked.isolated or not folder else nearest(folder, self._known)

    def _held(self, path: str, folder: str, table: Table | None) -> Held:
        from citecheck.engine.policy.merging import layers_from, merged

        layers: tuple[Layer, ...] = ()
        name = str(Path(folder, Path(self._name(path)).name))
        if table is not None:
            known = (table.folder, table.path)
            if known not in self._layers:
                self._layers[known] = layers_from(table)
            layers = self._layers[known]
        held = merged(layers, self._asked, name, table)
        return self._with_baseline(held, name) if "baseline" in held.choices else held

    def _with_baseline(self, held: Held, name: str) -> Held:
        from citecheck.engine.baseline import known_problems, read_baseline

        path = str(held.choices["baseline"].value)
        if path not in self._baselines:
            self._baselines[path] = read_baseline(path)
        return replace(
            held, settings=replace(held.settings, baseline=known_problems(path, self._baselines[path], name))
        )

    def _name(self, path: str) -> str:
        return self._asked.rest.stdin_name or path if path == STANDARD_INPUT else path


def _plain(asked: Asked) -> Settings:
    """Return the settings where no file has a say."""
    chosen: dict[str, Any] = {field_of(key): given for key, given in asked.choices}
    settings = replace(asked.rest, **chosen)
    check_rules((*settings.select, *settings.ignore), settings.plugins)
    return settings


def field_of(key: str) -> str:
    """Return the field of the settings that a key sets."""
    return key.replace("-", "_")


def check_rules(names: Iterable[str], plugins: tuple[str, ...]) -> None:
    """Raise `Mistake` where a name is that of no rule."""
    asked = tuple(names)
    if not asked:
        return
    from citecheck.engine.plugins import rule_names
    from citecheck.engine.policy.mistake import Mistake
    from citecheck.text.nearest import no_such

    known = rule_names(plugins)
    for name in asked:
        if name not in known:
            raise Mistake(no_such(name, known, "rule"))
