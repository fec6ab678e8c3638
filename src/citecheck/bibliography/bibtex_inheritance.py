"""What an entry of a .bib inherits: `crossref` from the volume it stands in, `xdata` from shared fields."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from citecheck.bibliography.bibtex_blocks import Entry, Field
from citecheck.model.span import Span
from citecheck.model.value import replace

#: What belongs to an entry alone and is never inherited.
_OWN = frozenset((
    "crossref", "entryset", "ids", "label", "options", "pages", "shortauthor", "shorteditor", "shorthand", "shorttitle",
    "sortkey", "sortname", "sorttitle", "sortyear", "title", "subtitle", "titleaddon", "xdata", "xref",
))  # fmt: skip
#: Types whose author is that of the volume, where they name none; other parts have authors of their own.
_AUTHORED = frozenset(("inbook", "bookinbook", "suppbook", "book", "bookvolume"))
#: How far an inheritance is followed; real ones are one or two steps.
_STEPS = 16


def inherited(entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries with what they inherit; a circle ends where it began, a missing source gives nothing."""
    if not any("xdata" in entry.fields or "crossref" in entry.fields for entry in entries):
        return list(entries)
    sources: dict[str, Entry] = {}
    for entry in entries:
        for key in (entry.key, *keys_in(entry.value("ids"))):
            if key:
                sources.setdefault(key, entry)
    for key, entry in list(sources.items()):
        sources.setdefault(key.lower(), entry)
    known: dict[Span, Entry] = {}
    return [_whole(entry, sources, known, 0) for entry in entries]


def _whole(entry: Entry, sources: Mapping[str, Entry], known: dict[Span, Entry], steps: int) -> Entry:
    """Return the entry with what it inherits; one that is still being asked for further up gives its own fields."""
    if steps > _STEPS or not ("xdata" in entry.fields or "crossref" in entry.fields):
        return entry
    if entry.span in known:
        return known[entry.span]
    known[entry.span] = entry
    fields = dict(entry.fields)
    for name in ("xdata", "crossref"):
        for key in keys_in(entry.value(name))[:_STEPS]:
            source = sources.get(key) or sources.get(key.lower())
            if source is not None and source is not entry:
                taken = _taken(entry, _whole(source, sources, known, steps + 1), shared=name == "xdata")
                fields = {**taken, **fields}
    known[entry.span] = replace(entry, fields=fields)
    return known[entry.span]


def keys_in(value: str | None) -> tuple[str, ...]:
    """Return the keys of a comma-separated field."""
    return tuple(key for part in (value or "").split(",") if (key := part.strip()))


def _taken(entry: Entry, source: Entry, *, shared: bool) -> dict[str, Field]:
    """Return what `entry` may take from `source`: everything of shared data, of a volume what describes the volume."""
    if shared:
        return {name: field for name, field in source.fields.items() if name not in {"ids", "xdata", "crossref"}}
    taken = {name: field for name, field in source.fields.items() if name not in _OWN}
    if "author" in taken and entry.type not in _AUTHORED:
        del taken["author"]
    if "date" in taken and "year" in entry.fields:
        del taken["date"]
    title = source.fields.get("title")
    if title is not None and entry.type != source.type:
        taken["booktitle"] = title
    return taken
