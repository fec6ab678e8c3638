"""The styles that a person may choose: one TOML file a style, each with the manual its facts are from."""

from __future__ import annotations

from enum import Enum
from functools import cache
from pathlib import Path
from typing import TypeVar

from citecheck.model.house_style import DoiForm, HouseStyle, Joining, Order

_FOLDER = Path(__file__).parent
_Choice = TypeVar("_Choice", bound=Enum)


@cache
def house_style_names() -> tuple[str, ...]:
    """Return the names of all styles, in the order of the alphabet."""
    return tuple(sorted(file.stem for file in _FOLDER.glob("*.toml")))


@cache
def house_style(name: str) -> HouseStyle:
    """Return the style of this name; raises `KeyError` where there is none."""
    if name not in house_style_names():
        raise KeyError(name)
    import tomllib

    facts = tomllib.loads((_FOLDER / f"{name}.toml").read_text("utf-8"))
    made = HouseStyle(
        name=name,
        title=facts.pop("title"),
        source=facts.pop("source"),
        et_al_from=facts.pop("et_al_from", None),
        et_al_allowed_from=facts.pop("et_al_allowed_from", None),
        joining_in_brackets=_maybe(Joining, facts.pop("joining_in_brackets", None)),
        joining_in_sentences=_maybe(Joining, facts.pop("joining_in_sentences", None)),
        comma_before_year=facts.pop("comma_before_year", None),
        order_in_brackets=_maybe(Order, facts.pop("order_in_brackets", None)),
        order_of_list=_maybe(Order, facts.pop("order_of_list", None)),
        doi=_maybe(DoiForm, facts.pop("doi", None)),
    )
    if facts:
        raise ValueError(f"{name}.toml has facts that nobody asks for: {', '.join(sorted(facts))}")
    return made


def _maybe(kind: type[_Choice], value: str | None) -> _Choice | None:
    return None if value is None else kind(value)
