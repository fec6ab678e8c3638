"""The links on a page of a PDF that lead to a place in the same file: a citation to its entry, a mark to its note."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from types import ModuleType

from citecheck.model.value import value
from citecheck.readers.pdf_lines import Spot

#: An article has fewer links on a page than this, and a link fewer areas.
_MOST = 2_000
_MOST_AREAS = 20
_GO_TO = 1
#: Ways to show a place that tell its height, and which of their numbers do.
_TOPS = {3: 0, 5: 3, 7: 0}


@value
class Area:
    """A rectangle of a page that one can click, and where that leads."""

    left: float
    right: float
    bottom: float
    top: float
    spot: Spot


class PageLinks:
    """Reads the links of the pages of one document, which has so many pages."""

    def __init__(self, raw: ModuleType, document: object, pages: int) -> None:
        self._raw = raw
        self._document = document
        self._pages = pages
        self._told = [ctypes.c_int() for _ in range(3)]
        self._place = [ctypes.c_float() for _ in range(3)]
        self._corner_of = [*map(ctypes.byref, self._told), *map(ctypes.byref, self._place)]
        self._quad, self._box = raw.FS_QUADPOINTSF(), raw.FS_RECTF()

    def on(self, page: object) -> list[Area]:
        """Return the areas of a page that lead to a place in the file."""
        raw, at, link = self._raw, ctypes.c_int(0), self._raw.FPDF_LINK()
        areas: list[Area] = []
        for _ in range(_MOST):
            if not raw.FPDFLink_Enumerate(page, ctypes.byref(at), ctypes.byref(link)):
                break
            spot = self._spot(link)
            if spot is not None:
                areas += (Area(*edges, spot) for edges in self._edges(link))
        return areas

    def _spot(self, link: object) -> Spot | None:
        """Return where a link leads; None where that is no place on a page of this file."""
        raw = self._raw
        action = raw.FPDFLink_GetAction(link)
        if action and raw.FPDFAction_GetType(action) != _GO_TO:
            return None
        aim = raw.FPDFLink_GetDest(self._document, link)
        page = raw.FPDFDest_GetDestPageIndex(self._document, aim) if aim else -1
        if not 0 <= page < self._pages:
            return None
        left, top = self._corner(aim)
        return Spot(page + 1, left, top) if top is not None else None

    def _corner(self, aim: object) -> tuple[float | None, float | None]:
        """Return the corner that is shown; None for what is not told, as where the page as a whole is meant."""
        raw = self._raw
        if raw.FPDFDest_GetLocationInPage(aim, *self._corner_of):
            found = zip(self._told[:2], self._place[:2], strict=True)
            left, top = (_on_paper(one.value) if has.value else None for has, one in found)
            return left, top
        count, values = ctypes.c_ulong(), (ctypes.c_float * 4)()
        at = _TOPS.get(raw.FPDFDest_GetView(aim, ctypes.byref(count), values), 4)
        return None, _on_paper(values[at]) if at < count.value else None

    def _edges(self, link: object) -> Iterator[tuple[float, float, float, float]]:
        """Yield left, right, bottom and top of the areas of a link: one for each line that it goes over."""
        raw = self._raw
        quad, box, found = self._quad, self._box, False
        for at in range(min(_MOST_AREAS, raw.FPDFLink_CountQuadPoints(link))):
            if raw.FPDFLink_GetQuadPoints(link, at, ctypes.byref(quad)):
                across, up = (quad.x1, quad.x2, quad.x3, quad.x4), (quad.y1, quad.y2, quad.y3, quad.y4)
                found = True
                yield min(across), max(across), min(up), max(up)
        if not found and raw.FPDFLink_GetAnnotRect(link, ctypes.byref(box)):
            yield min(box.left, box.right), max(box.left, box.right), min(box.bottom, box.top), max(box.bottom, box.top)


def _on_paper(number: float) -> float | None:
    return number if math.isfinite(number) and abs(number) < 1e5 else None
