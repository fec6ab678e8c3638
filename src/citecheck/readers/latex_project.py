"""How LaTeX puts a manuscript together: input, include, subfile, import and their like."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from citecheck.model.span import Span
from citecheck.readers.latex_hidden import hidden
from citecheck.readers.project import Include, Markup

_INCLUDE = re.compile(
    r"\\(?:(?:input|include|subfile|subfileinclude)(?![A-Za-z@])[ \t]*+"
    r"(?:\{[ \t]*+(?P<name>[^{}\n]{1,300}?)[ \t]*+\}|(?<=input)[ \t]++(?P<bare>[^\s\\{}%\[]{1,300}))"
    r"|(?P<sub>sub)?(?:import|inputfrom|includefrom)\*?[ \t]*+"
    r"\{(?P<folder>[^{}\n]{0,300})\}[ \t]*+\{(?P<file>[^{}\n]{1,300})\})"
)
_BEGIN = re.compile(r"\\begin[ \t]*+\{document\}")
#: Drawings made by other programs, which hold no text of the author's.
_DRAWINGS = frozenset((".pdf_tex", ".eps_tex", ".pgf", ".tikz", ".svg_tex", ".pdf_t", ".pstex_t"))
_STYLES = frozenset((".sty", ".cls", ".def", ".clo", ".cfg"))
_TEXTS = frozenset((".tex", ".ltx", ".latex", ".bbl", ".txt"))


def _includes(text: str) -> Iterator[Include]:
    """Yield where a file asks for others; what is missing of a preamble stands in the TeX installation."""
    begin = _BEGIN.search(text)
    for found in _INCLUDE.finditer(text):
        if found["file"]:
            name = str(PurePosixPath(found["folder"].strip() or ".") / found["file"].strip())
        else:
            name = (found["name"] or found["bare"]).strip().strip('"')
        suffix = PurePosixPath(name).suffix.lower()
        if not name or suffix in _DRAWINGS or suffix in _STYLES:
            continue
        yield Include(
            Span(*found.span()),
            (name,) if suffix in _TEXTS else (f"{name}.tex", name),
            beside_main=not found["sub"],
            optional=begin is not None and found.start() < begin.start(),
        )


def _begin(text: str) -> int:
    """Return where the text of an included file begins, which may have a preamble of its own (subfiles)."""
    begin = _BEGIN.search(text)
    return begin.end() if begin else 0


MARKUP = Markup(hidden, _includes, _begin)
