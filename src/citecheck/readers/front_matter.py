"""The header of a Markdown manuscript: where its reference list is, its language, and text that stands in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citecheck.model.span import Span
from citecheck.model.value import value
from citecheck.text.pattern import pattern
from citecheck.text.yaml_tree import read_yaml

_LONGEST = 65_536
_OPENING = pattern(r"---[ \t]*+\r?\n(?![ \t]*+\r?\n)")
_CLOSING = pattern(r"^(?:---|\.\.\.)[ \t]*+\r?$", re.MULTILINE)
_LISTS = frozenset({"bibliography", "references", "nocite"})
_LANGUAGES = frozenset({"lang", "language", "locale"})
#: Values that hold running text, with citations in it.
_TEXTS = frozenset({"abstract", "nocite"})
_WANTED = pattern(r"^[\"']?(?:bibliography|references|nocite|lang|language|locale|abstract)\b", re.MULTILINE)
# The field `references` of the header, and under it a list of fields.
_ENTRIES = pattern(r"^references[ \t]*+:[ \t]*+(?:#[^\n]*+)?\r?\n[ \t]*+-[ \t]++[A-Za-z\"'{]", re.MULTILINE)


@value
class FrontMatter:
    """A header: its span, the files it names for the reference list, its language, and where text stands in it."""

    span: Span
    lists: tuple[str, ...] = ()
    language: str | None = None
    texts: tuple[Span, ...] = ()
    notes: tuple[str, ...] = ()
    holds_entries: bool = False
    """Whether the list stands in the header itself, as CSL data."""
    all_cited: bool = False
    """Whether it cites the whole list (nocite: '@*')."""


@value
class _Value:
    """A scalar that stands directly, or in a plain list, under a key of the outermost level."""

    key: str
    text: str
    span: Span


def front_matter(text: str) -> FrontMatter | None:
    """Return the YAML header at the start of `text`, None where there is none or it is never closed."""
    end = header_end(text)
    if not end:
        return None
    span = Span(0, end)
    header = text[: text.rfind("\n", 0, end) + 1].replace("\r", " ")
    if not _WANTED.search(header):
        return FrontMatter(span)
    if len(header) > _LONGEST:
        return FrontMatter(span, notes=("the header is too long and was not read (limit 64 KB)",))
    return _understood(span, list(_values(header)), text)


def header_end(text: str) -> int:
    """Return where the YAML header at the start of `text` ends, 0 where there is none or it is never closed."""
    opening = _OPENING.match(text)
    closing = _CLOSING.search(text, opening.end()) if opening is not None else None
    return closing.end() if closing is not None else 0


def _understood(span: Span, values: list[_Value], text: str) -> FrontMatter:
    """Return what the values of a header say."""
    notes = ("the header is no valid YAML and was read in part",) if any(not value.key for value in values) else ()
    languages = [value.text for value in values if value.key in _LANGUAGES]
    return FrontMatter(
        span,
        lists=tuple(dict.fromkeys(v.text.strip() for v in values if v.key in _LISTS and _names_a_file(v.text))),
        language=languages[0][:2].lower() if languages and re.match(r"[A-Za-z]{2}(?:[-_]|\Z)", languages[0]) else None,
        texts=tuple(_inner(text, value.span) for value in values if value.key in _TEXTS and value.text.strip()),
        notes=notes,
        holds_entries=_ENTRIES.search(span.of(text)) is not None,
        all_cited=any(value.key == "nocite" and "@*" in value.text for value in values),
    )


def _names_a_file(value: str) -> bool:
    """Whether a value can be the name of a file; `nocite` and `references` mostly hold something else."""
    return re.fullmatch(r"[^\n@`]{1,300}\.[A-Za-z]{2,5}", value.strip()) is not None


def _inner(text: str, span: Span) -> Span:
    """Return a value's span without quotes and without the sign of a block of lines (`|`, `>-`)."""
    written = span.of(text)
    inner = re.sub(r"\A[|>][-+0-9]{0,2}[ \t]*+(?:#[^\n]*+)?|\A[\"']", "", written)
    start = span.end - len(inner.lstrip())
    quote = written[0] if written[0] in "\"'" and written.endswith(written[0]) else ""
    return Span(start, max(start, span.end - (len(inner) - len(inner.rstrip())) - len(quote)))


def _values(header: str) -> Iterator[_Value]:
    """Yield the scalars of the outermost keys, and one without a key where the YAML breaks off."""
    root, error = read_yaml(header)
    for key, node in root.value.items() if root is not None and isinstance(root.value, dict) else ():
        held = node.value
        inner = held if isinstance(held, list) else held.values() if isinstance(held, dict) else [node]
        for one in inner:
            if isinstance(one.value, str):
                yield _Value(key, one.value, one.span)
    if error is not None:
        yield _Value("", "", Span(0, 0))
