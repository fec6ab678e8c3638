"""A LaTeX manuscript of many files as one text: \\input, \\include, \\subfile and \\import are followed."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from citecheck.model.document import Piece, Source, SourceIndex
from citecheck.model.fault import Fault, FaultKind, ReadError
from citecheck.model.raw import Raw
from citecheck.model.span import Span
from citecheck.readers.latex_hidden import hidden, level
from citecheck.readers.opaque import masked
from citecheck.readers.weaving import Cut, Woven, invisible, line_ends
from citecheck.text.decoding import decode

#: How many files a manuscript may have, how deep they may include each other, and how long all of them may be.
MOST_FILES, DEEPEST, LONGEST = 500, 16, 20_000_000

_INCLUDE = re.compile(
    r"\\(?:(?P<command>input|include|subfile|subfileinclude)(?![A-Za-z@])[ \t]*+"
    r"(?:\{[ \t]*+(?P<name>[^{}\n]{1,300}?)[ \t]*+\}|(?<=input)[ \t]++(?P<bare>[^\s\\{}%\[]{1,300}))"
    r"|(?P<sub>sub)?(?:import|inputfrom|includefrom)\*?[ \t]*+"
    r"\{(?P<folder>[^{}\n]{0,300})\}[ \t]*+\{(?P<file>[^{}\n]{1,300})\})"
)
_BEGIN = re.compile(r"\\begin[ \t]*+\{document\}")
#: Drawings made by other programs, which hold no text of the author's.
_DRAWINGS = frozenset((".pdf_tex", ".eps_tex", ".pgf", ".tikz", ".svg_tex", ".pdf_t", ".pstex_t"))
_WRITTEN = frozenset((".tex", ".ltx", ".bbl", ".latex", ".txt", ".sty", ".cls", ".def", ".clo", ".cfg"))


class Project:
    """Reads a manuscript from its main file on.

    Afterwards `text` is what all its files hold, in the order of printing and with blanks for what is hidden; `cuts`
    are the hidden parts, `sources` the files, and `pieces` leads clean text back to them.
    """

    def __init__(self, main: Raw) -> None:
        self.sources: list[Source] = []
        self.cuts: list[Cut] = []
        self.faults: list[Fault] = []
        self.notes: list[str] = []
        self._main = main
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

    def add(self, raw: Raw, depth: int = 0, *, preamble: bool = False) -> None:
        """Read one file and those that it includes."""
        decoded = decode(raw.data)
        self.notes += decoded.notes
        text = level(decoded.text)
        hidden_parts = hidden(text)
        text = masked(text, hidden_parts)
        if self._length + len(text) > LONGEST:
            self._miss(raw.path, f"the manuscript is too long (limit {LONGEST:,} characters)", preamble=False)
            return
        source = SourceIndex(len(self.sources))
        self.sources.append(Source(raw.path, decoded.text))
        cuts = sorted((
            *(Cut(span.start, span.end) for span in hidden_parts), *line_ends(decoded.text), *invisible(decoded.text),
        ))  # fmt: skip
        begin = _BEGIN.search(text)
        at = begin.end() if begin and depth else 0
        for include in _INCLUDE.finditer(text, at):
            self._take(source, text, Span(at, include.start()), cuts)
            at = include.end()
            before = preamble or (begin is not None and include.start() < begin.start())
            self._include(include, raw, depth + 1, preamble=before)
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

    def _include(self, include: re.Match[str], current: Raw, depth: int, *, preamble: bool) -> None:
        if include["file"]:
            name = str(PurePosixPath(include["folder"].strip() or ".") / include["file"].strip())
            openers = (current,) if include["sub"] else (self._main, current)
        else:
            name = (include["name"] or include["bare"]).strip().strip('"')
            openers = (self._main, current)
        suffix = PurePosixPath(name).suffix.lower()
        if suffix in _DRAWINGS or (preamble and suffix in _WRITTEN - {".tex", ".ltx"}):
            return
        if depth > DEEPEST or len(self.sources) >= MOST_FILES:
            limit = f"{DEEPEST} deep" if depth > DEEPEST else f"{MOST_FILES} files"
            self._miss(name, f"too many files include each other (limit {limit})", preamble=False)
            return
        names = (name,) if suffix in _WRITTEN else (f"{name}.tex", name)
        try:
            raw = _opened(openers, names)
        except ReadError as error:
            missing = error.fault.kind is not FaultKind.OUTSIDE_PROJECT
            self._miss(name, error.fault.message, preamble=preamble and missing, kind=error.fault.kind)
            return
        if raw.path in self._seen:
            return
        self._seen.add(raw.path)
        try:
            self.add(raw, depth, preamble=preamble)
        except ReadError as error:
            self._miss(name, error.fault.message, preamble=False)

    def _miss(self, name: str, why: str, *, preamble: bool, kind: FaultKind = FaultKind.READ_IN_PART) -> None:
        """Say that a file was not read; what a preamble asks for mostly stands in the TeX installation."""
        message = why if name in why else f"“{name[:200]}”: {why}"
        if preamble:
            self.notes.append(f"not read: {message}")
        elif len(self.faults) < 50:
            outside = kind is FaultKind.OUTSIDE_PROJECT
            self.faults.append(Fault(kind if outside else FaultKind.READ_IN_PART, message))


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
