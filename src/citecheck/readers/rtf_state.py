"""What holds while an RTF file is read: its groups, its paragraphs, and text that is only half there."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from citecheck.model.value import field, record
from citecheck.readers.looks import PLAIN, Look


class Place(Enum):
    """Where text goes."""

    TEXT = "text"
    CODE = "code"
    STORED = "stored"
    """The data that EndNote keeps beside a field's code."""
    LABEL = "label"
    """Before the paragraph: the number of a list item."""
    NOWHERE = "nowhere"


@record
class Group:
    """What holds inside a group, until it ends; copied where another group begins in it."""

    place: Place = Place.TEXT
    look: Look = PLAIN
    deleted: bool = False
    fallback: int = 1
    font: int | None = None
    is_field: bool = False


@record
class Paragraph:
    """What holds for a paragraph until its properties are set anew."""

    heading: bool = False
    in_table: bool = False


class Aside(NamedTuple):
    """A note or text box: where it stands in the file, and what holds at its beginning."""

    start: int
    end: int
    group: Group


@record
class Flow:
    """What is being put together: bytes that are one text, half a character, the number of a paragraph, field data."""

    bytes: bytearray = field(default_factory=bytearray)
    surrogate: int = 0
    pass_over: int = 0
    label: list[str] = field(default_factory=list)
    stored: list[str] = field(default_factory=list)
