"""The styles of a Word file: which paragraphs are headings, entries or captions, what is in italics, raised, hidden."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citecheck.model.document import BlockKind
from citecheck.model.value import replace, value
from citecheck.readers.docx_parts import VAL, W, is_on
from citecheck.readers.looks import PLAIN, Look
from citecheck.text.xml import Element

_DEEPEST = 20
"""No style is based on more than so many others."""
_HEADING = re.compile(r"(?:heading|title|subtitle)\b", re.IGNORECASE)
_NOT_HEADING = re.compile(r"\btoc\b", re.IGNORECASE)
_ENTRY = re.compile(r"(?:endnote )?bibliography\b(?! ?(?:heading|title))|citavi bibliography entry", re.IGNORECASE)

_ITALIC, _RAISED, _HIDDEN, _POSITION = f"{W}i", f"{W}vertAlign", f"{W}vanish", f"{W}position"
_STYLE = f"{W}rStyle"
_RAISED_BY = 4
"""Characters that stand higher than the line by more half points are superscript."""


@value
class ParagraphStyle:
    """What a paragraph is by its style: its kind, None for a line of the table of contents; its look, its numbering."""

    kind: BlockKind | None = BlockKind.PARAGRAPH
    look: Look = PLAIN
    numbering: tuple[str | None, int | None] = (None, None)


BODY = ParagraphStyle()


class Styles:
    """Answers what a style means."""

    def __init__(self, root: Element | None) -> None:
        found = root.iterchildren(f"{W}style") if root is not None else ()
        self._styles = {style.get(f"{W}styleId") or "": style for style in found}
        self._looks: dict[str, Look] = {}
        self._paragraphs: dict[str, ParagraphStyle] = {}

    def look(self, style: str) -> Look:
        """Return how characters of a style look."""
        if style not in self._looks:
            look = PLAIN
            for element in reversed(list(self._chain(style))):
                look = self.changed(look, element.find(f"{W}rPr"))
            self._looks[style] = look
        return self._looks[style]

    def changed(self, look: Look, properties: Element | None) -> Look:
        """Return the look of characters with these properties, which else would look so."""
        for element in properties if properties is not None else ():
            tag = element.tag
            if tag == _ITALIC:
                look = replace(look, italic=is_on(element))
            elif tag == _RAISED:
                look = replace(look, raised=element.get(VAL) == "superscript")
            elif tag == _HIDDEN:
                look = replace(look, hidden=is_on(element))
            elif tag == _POSITION:
                look = replace(look, raised=look.raised or (whole(element.get(VAL)) or 0) > _RAISED_BY)
            elif tag == _STYLE:
                look = look.joined(self.look(element.get(VAL) or ""))
        return look

    def paragraph(self, style: str) -> ParagraphStyle:
        """Return what paragraphs of a style are."""
        if style not in self._paragraphs:
            self._paragraphs[style] = self._paragraph(style)
        return self._paragraphs[style]

    def _paragraph(self, style: str) -> ParagraphStyle:
        kind: BlockKind | None = BlockKind.PARAGRAPH
        number, level = None, None
        chain = list(self._chain(style))
        for element in chain:
            properties = element.find(f"{W}pPr")
            numbering = properties.find(f"{W}numPr") if properties is not None else None
            if numbering is not None:
                number = number or _value(numbering, "numId")
                level = level if level is not None else whole(_value(numbering, "ilvl"))
            if kind is BlockKind.PARAGRAPH:
                kind = _kind(_value(element, "name") or "", _value(properties, "outlineLvl"))
        if not chain:  # a style that is named and not defined
            kind = _kind(re.sub(r"(?<=[a-z])(?=[0-9])", " ", style), None)
        return ParagraphStyle(kind, self.look(style), (number, level))

    def _chain(self, style: str) -> Iterator[Element]:
        """Yield a style and those on which it is based."""
        for _ in range(_DEEPEST):
            element = self._styles.get(style)
            if element is None:
                return
            yield element
            style = _value(element, "basedOn") or ""


def whole(number: str | None) -> int | None:
    """Return a whole number of at most nine digits, None for all else."""
    return int(number) if number and re.fullmatch(r"[0-9]{1,9}", number) else None


def _value(element: Element | None, name: str) -> str | None:
    found = element.find(f"{W}{name}") if element is not None else None
    return found.get(VAL) if found is not None else None


def _kind(name: str, outline: str | None) -> BlockKind | None:
    """Return what the name of a style says; Word keeps the English names of its own styles in every language."""
    if re.match(r"toc [0-9]", name, re.IGNORECASE):
        return None
    if _HEADING.match(name) or (outline is not None and outline in "012345678"):
        return BlockKind.HEADING
    if _ENTRY.match(name):
        return BlockKind.ENTRY
    return BlockKind.CAPTION if name.lower() in {"caption", "table caption", "image caption"} else BlockKind.PARAGRAPH
