"""What a manual of style asks of citations and lists, as far as it can be judged from the text."""

from __future__ import annotations

from enum import Enum

from citecheck.model.value import value


class Joining(Enum):
    """What stands before the last of two names."""

    SIGN = "sign"
    """The sign "&"."""
    WORD = "word"
    """The word of the language: "and", "und", "y"."""


class Order(Enum):
    """By what works are sorted, in one bracket or in the list."""

    NAME = "name"
    YEAR = "year"
    CITATION = "citation"
    """In the order in which the text first cites them."""


class DoiForm(Enum):
    """How a DOI is printed."""

    URL = "url"
    """https://doi.org/10.…"""
    LABEL = "label"
    """doi:10.…, with or without a space, in whatever case."""


@value
class HouseStyle:
    """The demands of one style; None where its manual leaves the choice or does not speak.

    `source` names the manual, its edition and the sections the facts are from. A work with `et_al_from` authors or more
    must be cited with et al., one with fewer than `et_al_allowed_from` must not; where two editions differ the numbers
    between the two are left alone.
    """

    name: str
    title: str
    source: str
    et_al_from: int | None = None
    et_al_allowed_from: int | None = None
    joining_in_brackets: Joining | None = None
    joining_in_sentences: Joining | None = None
    comma_before_year: bool | None = None
    order_in_brackets: Order | None = None
    order_of_list: Order | None = None
    doi: DoiForm | None = None
