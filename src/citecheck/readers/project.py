"""A manuscript of many files as one text: what its main file includes is read in its place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from citecheck.model.document import Piece, Source, SourceIndex
from citecheck.model.fault import Fault, FaultKind, ReadError
from citecheck.model.raw import Raw
from citecheck.model.span import Span
from citecheck.model.value import value
from citecheck.readers.opaque import masked
from citecheck.readers.weaving import Cut, Woven, invisible, line_ends
from citecheck.text.decoding import decode

#: How many files a manuscript may have, how deep they may include each other, and how long all of them may be.
MOST_FILES, DEEPEST, LONGEST = 500, 16, 20_000_000
#: So many files that were not read are named.
_MOST_FAULTS = 50


class Include(NamedTuple):
    """A place where a file asks for another: by any of these names, beside itself or beside the main file.

    What is `optional` mostly stands in the installation of a program and holds no text of the author's.
    """

    span: Span
    names: tuple[str, ...]
    beside_main: bool = True
    optional: bool = False


@value
class Markup:
    """What of a format has to be known to put its files together.

    `hidden` returns what is never text, of a file with plain line ends; `includes` where it asks for others; `begin`
    where the text of an included file begins.
    """

    hidden: Callable[[str], list[Span]]
    includes: Callable[[str], Iterator[Include]]
    begin: Callable[[str], int] = lambda _: 0


def level(text: str) -> str:
    """Return `text`, of the same length, with a line feed for every line end."""
    if "\r" not in text:
        return text
    return text.replace("\r\n", " \n").replace("\r", "\n")


class Project:
    """Reads a manuscript from its main file on; raises `ReadError` where that cannot be read.

    Afterwards `text` is what all its files hold, in the order of printing and with blanks for what is hidden; `cuts`
    are the hidden parts, `sources` the files, and `pieces` leads clean text back to them.
    """

    def __init__(self, main: Raw, markup: Markup) -> None:
        self.sources: list[Source] = []
        self.cuts: list[Cut] = []
        self.faults: list[Fault] = []
        self.notes: list[str] = []
        self._main = main
        self._markup = markup
        self._texts: list[str] = []
        self._raw: list[str] = []
        self._starts: list[int] = []
        self._origins: list[tuple[SourceIndex, int]] = []
        self._length = 0
        self._seen: set[str] = {main.path}
        self.add(main)

    @property
    def text(self) -> str:
        """All that is read, as one text."""
        return "".join(self._texts)

    @property
    def written(self) -> str:
        """The same with what is hidden, as the files have it."""
        return "".join(self._raw)

    def add(self, raw: Raw, depth: int = 0, *, optional: bool = False) -> None:
        """Read one file and those that it includes."""
        decoded = decode(raw.data)
        self.notes += decoded.notes
        text = level(decoded.text)
        hidden = self._markup.hidden(text)
        text = masked(text, hidden)
        if self._length + len(text) > LONGEST:
            self._miss(raw.path, f"the manuscript is too long (limit {LONGEST:,} characters)")
            return
        source = SourceIndex(len(self.sources))
        self.sources.append(Source(raw.path, decoded.text))
        cuts = [Cut(span.start, span.end) for span in hidden]
        cuts = sorted((*cuts, *line_ends(decoded.text), *invisible(decoded.text)))
        at = self._markup.begin(text) if depth else 0
        for include in self._markup.includes(text):
            if include.span.start >= at:
                self._take(source, text, Span(at, include.span.start), cuts)
                at = include.span.end
                self._include(include, raw, depth + 1, optional=optional or include.optional)
        self._take(source, text, Span(at, len(text)), cuts)

    def pieces(self, woven: Woven) -> Iterator[Piece]:
        """Yield the pieces that lead from the clean text to the files."""
        found = woven.pieces or (Piece(0, SourceIndex(0), 0),)
        ends = [*(piece.start for piece in found[1:]), len(woven.text)]
        for piece, end in zip(found, ends, strict=True):
            at = max(0, bisect_right(self._starts, piece.offset) - 1)
            source, origin = self._origins[at]
            yield Piece(piece.start, source, origin + piece.offset - self._starts[at], piece.width)
            length = end - piece.start if piece.width is None else 0
            while at + 1 < len(self._starts) and self._starts[at + 1] < piece.offset + length:
                at += 1
                source, origin = self._origins[at]
                yield Piece(piece.start + self._starts[at] - piece.offset, source, origin)

    def _take(self, source: SourceIndex, text: str, span: Span, cuts: list[Cut]) -> None:
        """Append a stretch of a file."""
        if not len(span):
            return
        self._starts.append(self._length)
        self._origins.append((source, span.start))
        shift = self._length - span.start
        for cut in cuts[bisect_left(cuts, Cut(span.start, 0)) : bisect_left(cuts, Cut(span.end, 0))]:
            self.cuts.append(Cut(cut.start + shift, min(cut.end, span.end) + shift, cut.text))
        self._texts.append(span.of(text))
        self._raw.append(span.of(self.sources[source].text))
        self._length += len(span)

    def _include(self, include: Include, current: Raw, depth: int, *, optional: bool) -> None:
        """Read a file where another asks for it; each is read once."""
        name = include.names[-1]
        if depth > DEEPEST or len(self.sources) >= MOST_FILES:
            limit = f"{DEEPEST} deep" if depth > DEEPEST else f"{MOST_FILES} files"
            self._miss(name, f"too many files include each other (limit {limit})")
            return
        try:
            raw = _opened((self._main, current) if include.beside_main else (current,), include.names)
            if raw.path not in self._seen:
                self._seen.add(raw.path)
                self.add(raw, depth, optional=optional)
        except ReadError as error:
            if optional and error.fault.kind is not FaultKind.OUTSIDE_PROJECT:
                self.notes.append(f"not read: {error.fault.message}")
            else:
                self._miss(name, error.fault.message, error.fault.kind)

    def _miss(self, name: str, why: str, kind: FaultKind = FaultKind.READ_IN_PART) -> None:
        """Say that a file was not read."""
        message = why if name in why else f"“{name[:200]}”: {why}"
        if len(self.faults) < _MOST_FAULTS:
            outside = kind is FaultKind.OUTSIDE_PROJECT
            fault = Fault(kind if outside else FaultKind.READ_IN_PART, message)
            self.faults += () if fault in self.faults else (fault,)


def _opened(openers: Iterable[Raw], names: Iterable[str]) -> Raw:
    """Return the first of these files that is there; raises `ReadError`."""
    failure: ReadError | None = None
    for opener in openers:
        for name in names:
            if opener.beside is None:
                continue
            try:
                return opener.beside(name)
            except ReadError as error:
                graver = error.fault.kind is FaultKind.OUTSIDE_PROJECT or "no such file" not in error.fault.message
                failure = error if failure is None or graver else failure
    raise failure or ReadError(FaultKind.UNREADABLE, "no file beside this one can be opened from here")
