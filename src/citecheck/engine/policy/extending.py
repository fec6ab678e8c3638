"""What a configuration extends: a style, a file below its folder, or the one that an installed package brings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from citecheck.engine.policy.files import NAME, Table, table_at
from citecheck.engine.policy.keys import Around, path_below
from citecheck.engine.policy.layers import Choice, Layer
from citecheck.engine.policy.mistake import Mistake
from citecheck.text.nearest import no_such

_PACKAGE = "package:"
#: So many files may extend one another.
_LONGEST = 16


def lineage(table: Table) -> tuple[Table | Layer, ...]:
    """Return `table` behind all that it extends, the furthest first; a style is a layer. Raises `Mistake`."""
    found: list[Table | Layer] = [table]
    seen = [_identity(table)]
    while isinstance(found[-1], Table) and "extends" in found[-1].values:
        parent = _extended(found[-1])
        if isinstance(parent, Table):
            if _identity(parent) in seen:
                chain = " → ".join(one.path for one in (*found, parent) if isinstance(one, Table))
                raise Mistake(f"{found[-1].place(('extends',))}: extends: it goes round in a circle: {chain}")
            seen.append(_identity(parent))
        found.append(parent)
        if len(found) > _LONGEST:
            raise Mistake(f"{table.place(('extends',))}: extends: more than {_LONGEST} files extend one another")
    return tuple(reversed(found))


def _identity(table: Table) -> tuple[str, str]:
    return table.folder, Path(table.path).name


def _extended(table: Table) -> Table | Layer:
    given, place = table.values["extends"], table.place(("extends",))
    if not isinstance(given, str) or not given.strip():
        raise Mistake(f"{place}: extends: it is no style, path or package:NAME in quotation marks")
    if given.startswith(_PACKAGE):
        return table_at(_in_package(given.removeprefix(_PACKAGE), place))
    if given.endswith(".toml") or "/" in given or "\\" in given:
        try:
            return table_at(path_below(given, Around(table.folder, ())))
        except Mistake as mistake:
            raise Mistake(f"{place}: extends: {mistake}") from mistake
    return _style(given, place)


def _style(name: str, place: str) -> Layer:
    from citecheck.styles.house_styles import house_style_names

    if name not in house_style_names():
        raise Mistake(f"{place}: extends: {no_such(name, house_style_names(), 'style')}")
    return Layer({"style": Choice(name, f"{place} (extends)")})


def _in_package(name: str, place: str) -> str:
    """Return the path of a configuration in an installed package, of which nothing is run."""
    from importlib.machinery import PathFinder

    package, _, file = name.partition("/")
    spec = PathFinder.find_spec(package) if package.isidentifier() else None
    for folder in _folders(spec.submodule_search_locations if spec else None):
        path = Path(folder) / (file or NAME)
        if path.is_file() and path.resolve().is_relative_to(Path(folder).resolve()):
            return str(path)
    raise Mistake(f"{place}: extends: no installed package “{package}” brings a file {file or NAME}")


def _folders(locations: list[str] | None) -> Iterator[str]:
    yield from locations or ()
