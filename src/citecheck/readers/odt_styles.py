"""The styles of an OpenDocument text: what is a heading, an entry, a caption; what is in italics, raised, hidden."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from citecheck.model.document import BlockKind
from citecheck.model.value import replace
from citecheck.readers.looks import PLAIN, Look
from citecheck.readers.numerals import letters, roman
from citecheck.text.xml import Element

STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"

_DEEPEST = 20
_KINDS = (
    (re.compile(r"(?:Bibliography_20_[0-9]|Bibliography\Z|References\Z)"), BlockKind.ENTRY),
    (re.compile(r"(?:Title|Subtitle|Heading)(?:_20_[0-9]+)?\Z"), BlockKind.HEADING),
    (re.compile(r"(?:Caption|Illustration|Table|Figure|Drawing)\Z"), BlockKind.CAPTION),
)
_SHAPES: dict[str, Callable[[int], str]] = {
    "a": letters,
    "A": lambda number: letters(number).upper(),
    "i": roman,
    "I": lambda number: roman(number).upper(),
}


class Styles:
    """Answers what a style means; `roots` are the parts of the file that define styles."""

    def __init__(self, roots: Iterable[Element]) -> None:
        self._styles: dict[tuple[str, str], Element] = {}
        self._lists: dict[str, Element] = {}
        self._looks: dict[tuple[str, str], Look] = {}
        for root in roots:
            for style in root.iter(f"{STYLE}style"):
                self._styles[style.get(f"{STYLE}family") or "", style.get(f"{STYLE}name") or ""] = style
            for one in root.iter(f"{TEXT}list-style"):
                self._lists[one.get(f"{STYLE}name") or ""] = one

    def look(self, family: str, name: str) -> Look:
        """Return how characters of a style look; `family` is "text" or "paragraph"."""
        if (family, name) not in self._looks:
            look = PLAIN
            for style in reversed(self._chain(family, name)):
                look = _changed(look, style.find(f"{STYLE}text-properties"))
            self._looks[family, name] = look
        return self._looks[family, name]

    def kind(self, name: str) -> BlockKind:
        """Return what paragraphs of a style are."""
        names = [name, *(style.get(f"{STYLE}parent-style-name") or "" for style in self._chain("paragraph", name))]
        return next((kind for one in names for shape, kind in _KINDS if shape.match(one)), BlockKind.PARAGRAPH)

    def level(self, name: str, depth: int) -> Element | None:
        """Return how items of a list are numbered at a depth (from 1), None where they are not."""
        found = self._lists.get(name)
        for level in found.iterchildren(f"{TEXT}list-level-style-number") if found is not None else ():
            if level.get(f"{TEXT}level") == str(depth):
                return level
        return None

    def _chain(self, family: str, name: str) -> list[Element]:
        chain: list[Element] = []
        while len(chain) < _DEEPEST and (style := self._styles.get((family, name))) is not None:
            chain.append(style)
            name = style.get(f"{STYLE}parent-style-name") or ""
        return chain


def label(level: Element, number: int) -> str:
    """Return what stands before an item: its number with the signs around it."""
    shape = level.get(f"{STYLE}num-format") or ""
    if not shape:
        return ""
    written = _SHAPES.get(shape, str)(number)
    return f"{(level.get(f'{STYLE}num-prefix') or '')[:20]}{written}{(level.get(f'{STYLE}num-suffix') or '')[:20]}"


def _changed(look: Look, properties: Element | None) -> Look:
    if properties is None:
        return look
    slant = properties.get(f"{FO}font-style")
    position = properties.get(f"{STYLE}text-position")
    display = properties.get(f"{TEXT}display")
    return replace(
        look,
        italic=look.italic if slant is None else slant in {"italic", "oblique"},
        raised=look.raised
        if position is None
        else re.match(r"super|[1-9][0-9]{0,2}(?:\.[0-9]{1,3})?%", position) is not None,
        hidden=look.hidden if display is None else display == "none",
    )
