"""A configuration file as layers of choices: what it extends, what it says for all files, what for some."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from citecheck.engine.plugins import all_rules, plugged_readers
from citecheck.engine.policy.files import Table
from citecheck.engine.policy.keys import BY_NAME, KEYS, OFF, TABLES, Around, rule_level, rule_name, texts
from citecheck.engine.policy.mistake import Mistake
from citecheck.model.ignore import Ignore, Means
from citecheck.model.value import value
from citecheck.text.nearest import no_such

#: Before the name of a rule, where what is chosen for it stands among the other choices.
RULE = "rules."
#: What an entry of `[[ignore]]` may hold.
_OF_IGNORE = ("rule", "citation", "entry", "path", "reason")
#: The rule that the short form speaks of.
_ORPHAN = "orphaned-reference"


@value
class Choice:
    """What somebody chose for a key, and where."""

    value: object
    place: str


@value
class Scoped:
    """An entry of `[[ignore]]` with the files that it is for; empty: all."""

    ignore: Ignore
    paths: tuple[str, ...] = ()


@value
class Layer:
    """Choices by key, those of a rule under `rules.NAME`, for the files that `paths` name; empty: all."""

    choices: Mapping[str, Choice]
    ignores: tuple[Scoped, ...] = ()
    paths: tuple[str, ...] = ()


def layers_of(table: Table, rules: tuple[str, ...]) -> Iterator[Layer]:
    """Yield what `table` itself says, the general before the particular. Raises `Mistake`."""
    around = Around(table.folder, rules)
    for name in table.values:
        if name in rules:
            raise Mistake(f"{table.place((name,))}: {name} is a rule, and stands below [rules]")
    _known(table.values, (*TABLES, *BY_NAME), table, ())
    yield Layer(_choices(table, table.values, around, ()), (*_ignores(table, around), *_not_cited(table)))
    for number, override in enumerate(_tables(table, "overrides")):
        yield _override(table, override, around, ("overrides", number))


def plugins_in(table: Table) -> tuple[str, ...]:
    """Return the plugins that a table names, once they are loaded; its rules are known only with them."""
    if "plugins" not in table.values:
        return ()
    try:
        names = texts(table.values["plugins"])
        all_rules(names)
        plugged_readers(names)
    except Mistake as mistake:
        raise _told(mistake, table, ("plugins",)) from mistake
    return names


def _override(table: Table, values: Mapping[str, object], around: Around, way: tuple[str | int, ...]) -> Layer:
    allowed = ("paths", "rules", *(key.name for key in KEYS if not key.once))
    _known(values, allowed, table, way)
    if "paths" not in values:
        raise Mistake(f"{table.place(way)}: overrides: it has no paths that say which files it is for")
    try:
        paths = texts(values["paths"])
    except Mistake as mistake:
        raise _told(mistake, table, (*way, "paths")) from mistake
    return Layer(_choices(table, values, around, way), paths=paths)


def _choices(
    table: Table, values: Mapping[str, object], around: Around, way: tuple[str | int, ...]
) -> dict[str, Choice]:
    """Return the choices in one table."""
    chosen: dict[str, Choice] = {}
    for name, given in values.items():
        if name not in BY_NAME:
            continue
        try:
            chosen[name] = Choice(BY_NAME[name].read(given, around), table.place((*way, name)))
        except Mistake as mistake:
            raise _told(mistake, table, (*way, name)) from mistake
    levels = values.get("rules", {})
    if not isinstance(levels, dict):
        raise Mistake(f"{table.place((*way, 'rules'))}: rules: it is no table; write the rules below [rules]")
    for name, level in levels.items():
        here = (*way, "rules", name)
        try:
            chosen[RULE + rule_name(name, around)] = Choice(rule_level(level), table.place(here))
        except Mistake as mistake:
            raise _told(mistake, table, here) from mistake
    return chosen


def _ignores(table: Table, around: Around) -> Iterator[Scoped]:
    for number, values in enumerate(_tables(table, "ignore")):
        way = ("ignore", number)
        _known(values, _OF_IGNORE, table, way)
        for name, given in values.items():
            if not isinstance(given, str) or not given.strip():
                raise Mistake(f"{table.place((*way, name))}: ignore: {name} is no text in quotation marks")
        given = {name: str(text) for name, text in values.items()}
        missing = next((name for name in ("rule", "reason") if name not in given), None)
        if missing:
            raise Mistake(f"{table.place(way)}: ignore: it has no {missing}")
        try:
            rule = rule_name(given["rule"], around)
        except Mistake as mistake:
            raise _told(mistake, table, (*way, "rule")) from mistake
        decision = Ignore(
            (rule,), given["reason"], table.place(way), Means.CONFIGURATION, given.get("citation"), given.get("entry")
        )
        yield Scoped(decision, (given["path"],) if "path" in given else ())


def _not_cited(table: Table) -> Iterator[Scoped]:
    listed = table.values.get("not-cited", {})
    if not isinstance(listed, dict):
        raise Mistake(f"{table.place(('not-cited',))}: not-cited: it is no table of entries, each with the reason")
    for entry, reason in listed.items():
        place = table.place(("not-cited", entry))
        if entry in BY_NAME:
            raise Mistake(f"{place}: {entry} is a key, and stands above all tables, not below [not-cited]")
        if not entry.strip() or not isinstance(reason, str) or not reason.strip():
            raise Mistake(f"{place}: not-cited: the entry {entry!r} has no reason in quotation marks")
        yield Scoped(Ignore((_ORPHAN,), reason, place, Means.CONFIGURATION, entry=entry))


def _tables(table: Table, name: str) -> list[dict[str, object]]:
    """Return the tables written under `[[name]]`."""
    written = table.values.get(name, [])
    if not isinstance(written, list) or not all(isinstance(one, dict) for one in written):
        more = f"; a rule is turned off by its name = “{OFF}” below [rules]" if name == "ignore" else ""
        raise Mistake(f"{table.place((name,))}: {name}: it is written as tables below [[{name}]]{more}")
    return written


def _known(values: Mapping[str, object], allowed: tuple[str, ...], table: Table, way: tuple[str | int, ...]) -> None:
    for name in values:
        if name not in allowed:
            within = f"{way[0]}: " if way else ""
            raise Mistake(f"{table.place((*way, name))}: {within}{no_such(name, sorted(allowed), 'key')}")


def _told(mistake: Mistake, table: Table, way: tuple[str | int, ...]) -> Mistake:
    """Return what is wrong, with the place and the key."""
    key = ".".join(part for part in way if isinstance(part, str))
    return Mistake(f"{table.place(way)}: {key}: {mistake}")
