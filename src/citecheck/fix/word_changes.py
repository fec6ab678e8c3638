"""Edits of a Word file as tracked changes, which its author accepts or refuses one by one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from citecheck.fix.packing import repacked
from citecheck.fix.remarks import AUTHOR
from citecheck.fix.rewriting import CannotRewriteError
from citecheck.fix.word_file import WordFile
from citecheck.fix.word_runs import BOX, RUN, SPACE, TEXT, Runs, holder, like, outside_fields
from citecheck.model.problem import Edit
from citecheck.model.raw import Raw
from citecheck.model.span import Span
from citecheck.readers.docx_parts import W
from citecheck.readers.tracing import Origin
from citecheck.text.xml import Element

_ID = f"{W}id"
_INSERTIONS = frozenset((f"{W}ins", f"{W}moveTo"))


class WordOriginal:
    """A Word file that is to be changed; edits count in its clean text.

    Raises `CannotRewriteError` where that is none of the `texts` that were read, and `ReadError`.
    """

    def __init__(self, raw: Raw, texts: Iterable[str]) -> None:
        self._data = raw.data
        self._file = WordFile(raw)
        if self._file.document.text not in texts:
            raise CannotRewriteError("fixes are made only in the text with all its changes accepted")
        self._runs = Runs(self._file.origins)

    def holds(self, edit: Edit) -> bool:
        """Whether the words of an edit stand in the text as such: not in a field, which its program writes anew."""
        if any(link.span.overlaps(_around(edit.span)) for link in self._file.document.links):
            return False
        return all(_is_plain(origin) for origin in self._runs.of(_around(edit.span)))

    def rewritten(self, edits: Sequence[Edit]) -> bytes:
        """Return the file with these edits as tracked changes; without a date, so that the same edits give the same."""
        self._runs.cut(at for edit in edits for at in (edit.span.start, edit.span.end))
        in_notes = False
        for number, edit in enumerate(reversed(edits)):
            origins = self._runs.of(_around(edit.span))
            in_notes |= origins[0].element.getroottree().getroot() is not self._file.text
            self._change(edit, origins, self._file.next_id + 2 * number)
        return repacked(self._data, self._file.changed(notes=in_notes))

    def _change(self, edit: Edit, origins: Sequence[Origin], id_: int) -> None:
        """Mark the old words as deleted, and write the new ones behind them."""
        anchor = holder(origins[-1].element)
        look = anchor
        if len(edit.span):
            runs = list(dict.fromkeys(holder(origin.element) for origin in origins))
            look = runs[0]
            for run in runs:
                anchor = _deleted(run, str(id_))
        if edit.text:
            _put_behind(anchor, _inserted(look, edit.text, str(id_ + 1)))


def _around(span: Span) -> Span:
    """Return the span of an edit; of an insertion, that of the letter before it."""
    return span if len(span) else Span(max(0, span.start - 1), max(1, span.start))


def _is_plain(origin: Origin) -> bool:
    """Whether a stretch is text in a run of its own paragraph; a box stands in the file twice."""
    if origin.offset is None or origin.element.tag != TEXT or next(origin.element.iterancestors(BOX), None) is not None:
        return False
    run = holder(origin.element)
    return run.tag == RUN and outside_fields(run, behind=False) is run


def _deleted(run: Element, id_: str) -> Element:
    """Mark a run as deleted; return the mark."""
    mark = run.makeelement(f"{W}del", {_ID: id_, f"{W}author": AUTHOR})
    run.addprevious(mark)
    mark.append(run)
    for text in run.iter(TEXT):
        text.tag = f"{W}delText"
        text.set(SPACE, "preserve")
    return mark


def _inserted(look: Element, words: str, id_: str) -> Element:
    """Return words marked as inserted, which look like a run."""
    mark = look.makeelement(f"{W}ins", {_ID: id_, f"{W}author": AUTHOR})
    run = like(look)
    text = run.makeelement(TEXT, {SPACE: "preserve"})
    text.text = words
    run.append(text)
    mark.append(run)
    return mark


def _put_behind(anchor: Element, mark: Element) -> None:
    """Put an insertion behind an element; one of somebody else that stands round that is cut in two."""
    while (parent := anchor.getparent()) is not None and parent.tag in _INSERTIONS:
        following = list(anchor.itersiblings())
        if following:
            rest = parent.makeelement(parent.tag)
            for name, value in parent.attrib.items():
                rest.set(name, value)
            rest.extend(following)
            parent.addnext(rest)
        anchor = parent
    anchor.addnext(mark)
