"""Where a Markdown file asks for others: chunks of R Markdown, shortcodes of Quarto, directives of MyST."""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.model.span import Span
from citecheck.readers.front_matter import header_end
from citecheck.readers.opaque import opaque
from citecheck.readers.project import Include, Markup
from citecheck.text.pattern import pattern

# A fence of code that stands for other files: ```{r child="a.Rmd"}, #| child: a.Rmd below ```{r}, ```{include} a.md.
_CHUNK = pattern(
    r"[ \t>]{0,12}(?:`{3,}|~{3,}|:{3,})[ \t]?\{"
    r"(?:[A-Za-z]\w{0,20}[ ,][^\n]{0,300}?\bchild[ \t]?=(?P<children>[^\n]{1,2000})\}"
    r"|r\b[^\n]{0,300}\}[ \t]*+(?:\n#\|[^\n]{0,500}){0,20}?\n#\|[ \t]?child:(?P<child>[^\n]{1,2000})"
    r"|include\}[ \t]*+(?P<name>[^\n]{1,300}))"
)
_QUOTED = pattern(r"[\"']([^\"'\n]{1,300}\.(?:[Rr]?[Mm][Dd]|[Qq][Mm][Dd]))[\"']")
_BARE = pattern(r"[^\s\"'\[\],]{1,300}\.(?:[Rr]?[Mm][Dd]|[Qq][Mm][Dd])\b")
_SHORTCODE = pattern(r"(?<![`{])\{\{<[ \t]*+include[ \t]++[\"']?(?P<name>[^\s\"'<>]{1,300})[\"']?[ \t]*+>\}\}")
#: What else than text a directive can include.
_TEXTS = (".md", ".markdown", ".rmd", ".qmd", ".myst", ".txt")


def _hidden(text: str) -> list[Span]:
    """Return what is never text, but for the fences that stand for other files."""
    begin = header_end(text)
    return [span for span in opaque(text) if span.start >= begin and not _names(text, span)]


def _includes(text: str) -> Iterator[Include]:
    """Yield where a file asks for others, in order; each name after the first of a fence stands at its end."""
    begin = header_end(text)
    for span in sorted(_places(text)):
        if span.start >= begin:
            for number, name in enumerate(_names(text, span)):
                place = Span(span.end, span.end) if number else span
                yield Include(place, (name.lstrip("/"),))


def _places(text: str) -> Iterator[Span]:
    """Yield the fences and shortcodes that stand for other files."""
    if "{{<" in text:
        yield from (Span(*found.span()) for found in _SHORTCODE.finditer(text))
    if "child" in text or "{include}" in text:
        yield from (span for span in opaque(text) if _names(text, span))


def _names(text: str, span: Span) -> list[str]:
    """Return the files for which a stretch of the text stands."""
    if shortcode := _SHORTCODE.match(text, span.start):
        return [shortcode["name"]]
    chunk = _CHUNK.match(text, span.start, span.end)
    if chunk is None:
        return []
    if chunk["name"]:
        return [name for name in [chunk["name"].strip()] if name.lower().endswith(_TEXTS)]
    return _QUOTED.findall(chunk["children"]) if chunk["children"] else _BARE.findall(chunk["child"])


MARKUP = Markup(_hidden, _includes, header_end)
