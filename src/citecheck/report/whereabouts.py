"""Where in Word, OpenDocument, PDF and the like something stands, in the words by which a reader finds it there."""

from __future__ import annotations

from bisect import bisect_right

from citecheck.model.document import Block, BlockKind, Document
from citecheck.model.value import value

#: The longest part of a heading that is quoted, in code points.
LONGEST = 48
#: Formats whose paragraphs are guessed from lines: only their pages are told.
_LINES = ("pdf",)


@value
class Whereabouts:
    """Where something stands: as much of page, entry, note, heading above and paragraph below it as is known.

    Entries, and paragraphs below their heading, are counted from 1; `note` is the sign of the note.
    """

    page: int | None = None
    entry: int | None = None
    note: str | None = None
    heading: str | None = None
    paragraph: int | None = None

    @property
    def words(self) -> str:
        """All of it: "page 12, note 15", "page 30, entry 36", "page 6, “Methods”, paragraph 2"."""
        return ", ".join(part for part in (f"page {self.page}" if self.page else "", self._nearby()) if part)

    @property
    def short(self) -> str:
        """As much as tells it from other places of one defect: "note 15", "page 6", "“Methods”, paragraph 2"."""
        return f"page {self.page}" if self.page and not (self.note or self.entry) else self._nearby()

    def _nearby(self) -> str:
        if self.entry:
            return f"entry {self.entry}" if self.page else f"list, entry {self.entry}"
        if self.note:
            return f"note {self.note}"
        parts = (f"“{self.heading}”" if self.heading else "", f"paragraph {self.paragraph}" if self.paragraph else "")
        return ", ".join(part for part in parts if part)


class Surroundings:
    """The headings, paragraphs and notes of one document, among which places are looked up."""

    __slots__ = ("_found", "_starts")

    def __init__(self, document: Document) -> None:
        self._starts = [block.span.start for block in document.blocks]
        self._found = _told(document)

    def at(self, offset: int, entry: int | None = None) -> Whereabouts:
        """Return where `offset` of the document's text stands; `entry` is the number of the entry that stands there."""
        at = bisect_right(self._starts, offset) - 1
        found = self._found[at] if at >= 0 else Whereabouts()
        return found if entry is None else Whereabouts(page=found.page, entry=entry)


def _told(document: Document) -> list[Whereabouts]:
    found, heading, count = [], None, 0
    by_page_alone = document.format in _LINES
    for block in document.blocks:
        if block.kind is BlockKind.NOTE:
            found.append(Whereabouts(block.page, note=block.label))
        elif by_page_alone:
            found.append(Whereabouts(block.page))
        elif block.kind is BlockKind.HEADING:
            heading, count = _quoted(block, document), 0
            found.append(Whereabouts(block.page, heading=heading))
        else:
            count += 1
            found.append(Whereabouts(block.page, heading=heading, paragraph=count))
    return found


def _quoted(block: Block, document: Document) -> str | None:
    words = " ".join(block.span.of(document.text)[: 4 * LONGEST].split())
    return (words if len(words) <= LONGEST else words[: LONGEST - 1].rstrip() + "…") or None
