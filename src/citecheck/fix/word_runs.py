"""Cuts the runs of a Word text, so that each stretch asked for is made of whole runs."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from copy import deepcopy

from citecheck.model.span import Span
from citecheck.readers.docx_parts import W
from citecheck.readers.tracing import Origin
from citecheck.text.xml import Element

RUN, TEXT, PROPERTIES = f"{W}r", f"{W}t", f"{W}rPr"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
BOX = f"{W}txbxContent"
#: What runs stand in, side by side with other runs.
_HOLDERS = frozenset(
    f"{W}{name}" for name in ("p", "hyperlink", "ins", "moveTo", "sdtContent", "smartTag", "customXml", "dir", "bdo")
)


class Runs:
    """The runs of a text, by where they stand in the clean text; `origins` are cut as the runs are."""

    def __init__(self, origins: Sequence[Origin]) -> None:
        self.origins = list(origins)
        self._starts = [origin.start for origin in self.origins]

    def cut(self, offsets: Iterable[int]) -> None:
        """Let a run begin at each of these places, where text of the file stands."""
        for offset in sorted(set(offsets), reverse=True):
            at = bisect_right(self._starts, offset) - 1
            if at >= 0 and self.origins[at].start <= offset < self.origins[at].end:
                self._cut(at, offset)

    def of(self, span: Span) -> list[Origin]:
        """Return what stands in a span, or the nearest before or behind it where that is only what Word adds."""
        first = bisect_left(self.origins, span.start + 1, key=lambda origin: origin.end)
        last = bisect_left(self._starts, span.end)
        if first < last:
            return self.origins[first:last]
        near = min(first, len(self.origins) - 1)
        return self.origins[near : near + 1]

    def _cut(self, at: int, offset: int) -> None:
        origin = self.origins[at]
        if offset == origin.start:
            _split_run(origin.element)
        elif origin.offset is not None and origin.element.tag == TEXT:
            here = origin.offset + offset - origin.start
            rest = _split_text(origin.element, here)
            behind = Origin(offset, origin.end, rest, 0)
            for following in range(at + 1, len(self.origins)):
                other = self.origins[following]
                if other.element is not origin.element:
                    break
                other.element, other.offset = rest, (other.offset or 0) - here
            origin.end = offset
            self.origins.insert(at + 1, behind)
            self._starts.insert(at + 1, offset)
            _split_run(rest)


def _split_text(element: Element, at: int) -> Element:
    """Cut the text of an element; return the new one behind it, which has the rest."""
    text = element.text or ""
    rest = element.makeelement(TEXT, {SPACE: "preserve"})
    element.text, rest.text = text[:at], text[at:]
    element.set(SPACE, "preserve")
    element.addnext(rest)
    return rest


def _split_run(first: Element) -> None:
    """Let a run begin with this element, where others stand before it in its run."""
    run = first.getparent()
    if run is None or run.tag != RUN or all(child.tag == PROPERTIES for child in first.itersiblings(preceding=True)):
        return
    behind = like(run)
    for child in [first, *first.itersiblings()]:
        behind.append(child)
    run.addnext(behind)


def like(run: Element) -> Element:
    """Return an empty run that looks the same."""
    made = run.makeelement(RUN)
    for name, value in run.attrib.items():
        made.set(name, value)
    look = run.find(PROPERTIES)
    if look is not None:
        made.append(deepcopy(look))
    return made


def holder(element: Element) -> Element:
    """Return what holds an element among the runs of a paragraph; of a text box, what holds the box itself."""
    boxes = list(element.iterancestors(BOX))
    found = boxes[-1] if boxes else element
    while (parent := found.getparent()) is not None and parent.tag not in _HOLDERS:
        found = parent
    return found


def outside_fields(element: Element, *, behind: bool) -> Element:
    """Return the beginning or the end of the outermost field round a run, the run itself where it is in none.

    LibreOffice loses what a comment inside a field says, and a reference manager writes its fields anew. A field over
    several paragraphs, such as a whole list, is no place: there the run stays what is commented.
    """
    begins, ends = _field_marks(element, "begin", "end"), _field_marks(element, "end", "begin")
    whole = min(len(begins), len(ends))
    return (ends if behind else begins)[whole - 1] if whole else element


def _field_marks(element: Element, wanted: str, other: str) -> list[Element]:
    """Return the neighbours before or behind a run in which fields round it begin or end, the innermost first."""
    found, inner = [], 0
    for sibling in element.itersiblings(preceding=wanted == "begin"):
        kinds = [mark.get(f"{W}fldCharType") for mark in sibling.iter(f"{W}fldChar")]
        for kind in reversed(kinds) if wanted == "begin" else kinds:
            if kind == other:
                inner += 1
            elif kind == wanted and inner:
                inner -= 1
            elif kind == wanted:
                found.append(sibling)
    return found
