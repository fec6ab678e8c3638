"""The pages of a PDF as printed lines: the one door to PDFium."""

from __future__ import annotations

import ctypes
import math
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from types import ModuleType
from typing import Any, cast

from citecheck.model.fault import FaultKind, ReadError
from citecheck.model.span import Span
from citecheck.model.value import replace, value
from citecheck.readers.pdf_lines import PrintedLine, PrintedLink, Spot, joined, on_one_row, plain
from citecheck.readers.pdf_links import Area, PageLinks

MOST_PAGES = 2000

#: Fewer characters than this that stand across the page are a stamp in its margin.
_STAMP = 200
#: A gap inside a row wider than so many times the type parts columns.
_WIDE = 1.3
#: So far over its foot, in sizes of its type, a line has the middle of its letters.
_MIDDLE = 0.25
#: A letter is in an area where it begins at most so far, in sizes of its type, before that does.
_INSIDE = 0.2
_PASSWORD = 4
#: So many characters are sooner asked for one by one than in halves.
_FEW = 16
_LINE = re.compile(r"[^\r\n\ufffe\x02]++(?:\r(?!\n)[^\r\n\ufffe\x02]*+|\n(?<!\r\n)[^\r\n\ufffe\x02]*+)*+[\ufffe\x02]?")
_WORD = re.compile(r"\S++")
_DIGITS = re.compile(r"(?<![0-9])[0-9]{1,3}(?![0-9])")
_BETWEEN_RAISED = re.compile(r"[\s,;–−-]{0,3}")
_BOLD = re.compile(r"bold|black|heavy|-bd|demi|medi(?!um)|cmbx|sfbx", re.IGNORECASE)
_ITALIC = re.compile(r"ital|obli|slant|-it\b|cmti|cmsl|sfti", re.IGNORECASE)
_ITALIC_FLAG = 64


@value
class PrintedPage:
    """One page; its lines are in the order in which they were drawn. `number` counts from 1."""

    number: int
    lines: tuple[PrintedLine, ...]


@value
class _Type:
    """How letters are set: their size in points and their font's cut."""

    size: float
    bold: bool
    italic: bool


def printed_pages(data: bytes) -> Iterator[PrintedPage]:
    """Yield the pages of a PDF; raises `ReadError` where it is locked, damaged or too long."""
    pypdfium2, raw = load()
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _fault(getattr(error, "err_code", None)) from None
    try:
        count = len(document)
        if count > MOST_PAGES:
            raise ReadError(FaultKind.TOO_LARGE, f"the file has {count} pages (limit {MOST_PAGES})")
        links = PageLinks(raw, document, count)
        for number in range(count):
            page = raw.FPDF_LoadPage(document, number)
            if page:
                try:
                    yield PrintedPage(number + 1, tuple(_Page(raw, page, links.on(page)).lines()))
                finally:
                    raw.FPDF_ClosePage(page)
    finally:
        document.close()


def load() -> tuple[ModuleType, ModuleType]:
    """Return PDFium, and its functions as they are in C."""
    import pypdfium2
    from pypdfium2 import raw

    return pypdfium2, raw


def _fault(code: object) -> ReadError:
    if code == _PASSWORD:
        return ReadError(FaultKind.PASSWORD, "the file is protected with a password")
    return ReadError(FaultKind.DAMAGED, "the file is no PDF, or a damaged one")


class _Page:
    """One page while its lines are being read.

    Asking PDFium costs a microsecond a question and a page has thousands of letters, so only the first and last
    letters of lines, the beginnings of words where the font changes, and short numbers are asked about.
    """

    def __init__(self, raw: ModuleType, page: object, areas: list[Area]) -> None:
        self._raw = raw
        self._areas = areas
        self._text = raw.FPDFText_LoadPage(page)
        self._object_at = _returning_address(raw.FPDFText_GetTextObject, ctypes.c_int)
        self._font_of = _returning_address(raw.FPDFTextObj_GetFont)
        self._types: dict[int | None, _Type] = {}
        self._fonts: dict[int, tuple[bool, bool]] = {}
        self._box = raw.FS_RECTF()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._turn = (1.0, 0.0)

    def lines(self) -> list[PrintedLine]:
        """Return the lines in the order in which they were drawn, parts of a row put together."""
        if not self._text:
            return []
        try:
            written = self._written()
            return _by_rows([line for begin, end in self._upright(written) for line in self._read(written, begin, end)])
        finally:
            self._raw.FPDFText_ClosePage(self._text)

    def _written(self) -> str:
        """Return one character for each that PDFium counts."""
        count = self._raw.FPDFText_CountChars(self._text)
        return self._stretch(0, count) if count > 0 else ""

    def _stretch(self, begin: int, count: int) -> str:
        """Return so many characters from `begin` on.

        PDFium leaves out characters without a meaning, and so the place of all that follow: a stretch that is too short
        is asked for in halves, and what is left of it one by one.
        """
        buffer = (ctypes.c_ushort * (count + 1))()
        self._raw.FPDFText_GetText(self._text, begin, count, buffer)
        text = bytes(buffer).decode("utf-16-le", "replace")[:count]
        if len(text) == count and "\0" not in text and text[0] + text[-1] == self._signs(begin, begin + count - 1):
            return text
        if count > _FEW:
            return self._stretch(begin, count // 2) + self._stretch(begin + count // 2, count - count // 2)
        return self._signs(*range(begin, begin + count))

    def _signs(self, *places: int) -> str:
        """Return the characters at these places, U+0001 for one without a meaning."""
        codes = (self._raw.FPDFText_GetUnicode(self._text, at) for at in places)
        return "".join(chr(code) if 0 < code < 0xD800 or 0xDFFF < code < 0x110000 else "\x01" for code in codes)

    def _upright(self, written: str) -> list[tuple[int, int]]:
        """Return where lines begin and end; those that stand across most of the page are left out when few."""
        lines: list[tuple[int, int, int]] = []
        for found in _LINE.finditer(written):
            begin, end = _trimmed(written, found.start(), found.end())
            if begin < end:
                angle = self._raw.FPDFText_GetCharAngle(self._text, begin)
                lines.append((begin, end, round(-angle / (math.pi / 2)) % 4 if math.isfinite(angle) else 0))
        turns = Counter[int]()
        for begin, end, turn in lines:
            turns[turn] += end - begin
        if not turns:
            return []
        usual = turns.most_common(1)[0][0]
        self._turn = (round(math.cos(usual * math.pi / 2)), round(math.sin(usual * math.pi / 2)))
        return [(begin, end) for begin, end, turn in lines if turn == usual or turns[turn] > _STAMP]

    def _read(self, written: str, begin: int, end: int) -> Iterator[PrintedLine]:
        """Yield the line from `begin` to `end`, in parts where columns stand side by side."""
        one, other = self._object_at(self._text, begin), self._object_at(self._text, end - 1)
        first, last, same = self._type_of(one, begin), self._type_of(other, end - 1), one == other
        parts, italics = (
            ([begin, end], [(begin, end)] if first.italic else []) if same else self._runs(written, begin, end)
        )
        size = max(first.size, last.size)
        for part in pairwise(parts):
            start, stop = _trimmed(written, *part)
            if start >= stop:
                continue
            left, base = self._origin(start)
            right = self._right(stop - 1)
            inside = [(max(start, a), min(stop, b)) for a, b in italics if a < stop and start < b]
            raised = [] if same else self._raised(written, start, stop)
            linked = self._linked(written, (start, stop), (base, size)) if self._areas else []
            text, (higher, slanted, clicked) = _plain(
                written, (start, stop), (raised, inside, [at for at, _ in linked])
            )
            if text.strip():
                yield PrintedLine(
                    text, left, max(left, right), base, size or 10.0, first.bold and last.bold, higher, slanted,
                    start > begin, tuple(PrintedLink(at, spot) for at, (_, spot) in zip(clicked, linked, strict=True)),
                )  # fmt: skip

    def _runs(self, written: str, begin: int, end: int) -> tuple[list[int], list[tuple[int, int]]]:
        """Return where the parts of a row begin, and its words in italics as runs."""
        parts, italics = [begin], list[tuple[int, int]]()
        before = None
        for word in _WORD.finditer(written, begin, end):
            start = word.start()
            address = self._object_at(self._text, start)
            kind = self._type_of(address, start)
            if kind.italic:
                if italics and not written[italics[-1][1] : start].strip():
                    start, _ = italics.pop()
                italics.append((start, word.end()))
            if before is not None and address != before[0]:
                gap = self._origin(word.start())[0] - self._right(before[1])
                if gap > _WIDE * kind.size:
                    parts.append(word.start())
            before = address, word.end() - 1
        return [*parts, end], italics

    def _linked(
        self, written: str, part: tuple[int, int], set_at: tuple[float, float]
    ) -> list[tuple[tuple[int, int], Spot]]:
        """Return what a part shows of links, and where they lead; its letters stand at this height in this size."""
        found: list[tuple[tuple[int, int], Spot]] = []
        if self._turn[0] != 1.0:
            return found
        base, size = set_at
        for area in self._areas:
            if area.bottom <= base + _MIDDLE * size <= area.top:
                edges = (edge - _INSIDE * size for edge in (area.left, area.right))
                places = [bisect_left(range(*part), edge, key=lambda at: self._origin(at)[0]) for edge in edges]
                begin, end = _trimmed(written, *(part[0] + place for place in places))
                if begin < end:
                    found.append(((begin, end), area.spot))
        return found

    def _raised(self, written: str, begin: int, end: int) -> list[tuple[int, int]]:
        """Return the short numbers that stand smaller and higher than the letters beside them."""
        found: list[tuple[int, int]] = []
        for digits in _DIGITS.finditer(written, begin, end):
            start, stop = digits.span()
            goes_on = bool(found) and _BETWEEN_RAISED.fullmatch(written, found[-1][1], start) is not None
            first = found[-1][0] if goes_on else start
            beside = _beside(written, (begin, end), first, stop)
            if written[beside] in "−–-+" and begin < beside < first:
                first, beside = beside, beside - 1
            if first != beside and self._stands_higher(start, beside):
                if goes_on:
                    found.pop()
                found.append((first, stop))
        return found

    def _stands_higher(self, one: int, other: int) -> bool:
        small, large = self._type(one).size, self._type(other).size
        if small > 0.88 * large or not self._object_at(self._text, other):
            return False
        return self._origin(one)[1] - self._origin(other)[1] > 0.12 * large

    def _type(self, at: int) -> _Type:
        """Return how the character at `at` is set."""
        return self._type_of(self._object_at(self._text, at), at)

    def _type_of(self, address: int | None, at: int) -> _Type:
        """Return how the object at this address, to which the character at `at` belongs, is set."""
        found = self._types.get(address)
        if found is None:
            matrix = self._raw.FS_MATRIX()
            scale = 1.0
            if self._raw.FPDFText_GetMatrix(self._text, at, ctypes.byref(matrix)):
                scale = math.hypot(matrix.c, matrix.d)
            size = abs(self._raw.FPDFText_GetFontSize(self._text, at) * scale)
            bold, italic = self._cut(self._font_of(address)) if address else (False, False)
            found = self._types[address] = _Type(size if 0.5 < size < 500 else 0.0, bold, italic)
        return found

    def _cut(self, font: int | None) -> tuple[bool, bool]:
        """Return whether a font is bold and whether it is italic."""
        if not font:
            return False, False
        if font not in self._fonts:
            raw = self._raw
            handle = ctypes.cast(font, raw.FPDF_FONT)
            buffer = ctypes.create_string_buffer(128)
            raw.FPDFFont_GetBaseFontName(handle, buffer, 128)
            name = buffer.value.decode("latin-1").rpartition("+")[2]
            italic = _ITALIC.search(name) is not None or bool(max(0, raw.FPDFFont_GetFlags(handle)) & _ITALIC_FLAG)
            self._fonts[font] = _BOLD.search(name) is not None, italic
        return self._fonts[font]

    def _origin(self, at: int) -> tuple[float, float]:
        """Return where the character at `at` stands, the page turned so that its lines run from left to right."""
        self._raw.FPDFText_GetCharOrigin(self._text, at, ctypes.byref(self._x), ctypes.byref(self._y))
        x, y, (cos, sin) = _finite(self._x.value), _finite(self._y.value), self._turn
        return x * cos + y * sin, y * cos - x * sin

    def _right(self, at: int) -> float:
        """Return where the character at `at` ends."""
        box = self._box
        self._raw.FPDFText_GetLooseCharBox(self._text, at, ctypes.byref(box))
        cos, sin = self._turn
        if cos == 1.0:
            return _finite(box.right)
        corners = (x * cos + y * sin for x in (box.left, box.right) for y in (box.bottom, box.top))
        return max(map(_finite, corners))


def _returning_address(function: Callable[..., object], *more: type) -> Callable[..., int | None]:
    """Return a function of PDFium that gives the address it points to, which is fast to compare and to look up."""
    kind: Any = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, *more)
    return cast("Callable[..., int | None]", kind(ctypes.cast(cast("Any", function), ctypes.c_void_p).value))


def _finite(value: float) -> float:
    return value if -1e6 < value < 1e6 else 0.0


def _trimmed(written: str, begin: int, end: int) -> tuple[int, int]:
    """Return a stretch without white space and control characters around it."""
    while begin < end and written[begin] <= " ":
        begin += 1
    while end > begin and written[end - 1] <= " " and written[end - 1] != "\x02":
        end -= 1
    return begin, end


def _beside(written: str, line: tuple[int, int], start: int, stop: int) -> int:
    """Return the character before a number, or else behind it, that is no blank; the number's own where none is."""
    left = start - 1
    while left >= line[0] and written[left].isspace():
        left -= 1
    if left >= line[0]:
        return left
    right = stop
    while right < line[1] and written[right].isspace():
        right += 1
    return right if right < line[1] else start


def _plain(
    written: str, part: tuple[int, int], marked: Sequence[Sequence[tuple[int, int]]]
) -> tuple[str, list[tuple[Span, ...]]]:
    """Return the plain text of a part, and where its marked stretches, of several kinds, stand in it."""
    begin, end = part
    text = written[begin:end]
    if text.isascii() and text.isprintable():
        return text, [tuple(Span(a - begin, b - begin) for a, b in kind) for kind in marked]
    places = sorted({begin, end, *(place for kind in marked for pair in kind for place in pair)})
    offsets, parts, length = {begin: 0}, list[str](), 0
    for a, b in pairwise(places):
        parts.append(plain(written[a:b]))
        length += len(parts[-1])
        offsets[b] = length
    return "".join(parts), [tuple(Span(offsets[a], offsets[b]) for a, b in kind) for kind in marked]


def _by_rows(lines: list[PrintedLine]) -> list[PrintedLine]:
    """Return the lines with those joined that PDFium parts after a raised number."""
    rows: list[PrintedLine] = []
    for line in lines:
        if not rows or line.beside or not on_one_row(rows[-1], line):
            rows.append(line)
            continue
        gap = line.left - rows[-1].right
        if gap < _WIDE * max(line.size, rows[-1].size):
            rows[-1] = joined(rows[-1], line, " " if gap > 0.15 * line.size else "")
        else:
            rows.append(replace(line, beside=True))
    return rows
