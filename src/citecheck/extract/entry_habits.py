"""How the entries of a list mostly join their parts, and which do otherwise."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from citecheck.extract.entry_phrases import first_words, phrase_at
from citecheck.languages.language import bare, words
from citecheck.model.document import Document
from citecheck.model.reference import Reference, ReferenceId
from citecheck.model.span import Span
from citecheck.model.value import value
from citecheck.text.pattern import pattern

#: Fewer entries than this have no habit, and more of them than this part keep it.
FEWEST, SHARE = 4, 0.79
#: So much of an entry's end holds its imprint, and so much of its head authors and year, in code points.
TAIL, HEAD = 120, 20
#: Capitals of so many letters in the place of a place are a body's.
ACRONYM = 3
#: The words before a book in italics that can say it holds the chapter, in code points.
LEAD = 8
#: The title of a book and the word for its editors, in code points.
BOOK = 240

_WORD = pattern(r"[^\W\d_]++")
# the lead-in of a chapter, which its book in italics follows. matches: ". In" | ") in"
_INSIDE = pattern(r"(?P<sign>[.,”\"?!]?)\s(?P<word>[^\W\d_]{2,5})\s$")
# a day and its month before an address. matches: ", 3 May. <" | " (3 May) <" | ", May 3. http"
_DAY = pattern(
    r"(?P<open>,\s|\s\()(?P<day>(?:[0-9]{1,2}\s)?(?P<month>[^\W\d_]{3,12})(?:\s[0-9]{1,2})?)(?P<close>\)?[.,]?)\s<?(?=https?:)"
)
# place and publisher at the end. matches: ". London: Verso." | "*. Ghent, Ledeberg, Vogel."
_IMPRINT = pattern(
    r"[.?!][*_”\"]{0,2}\s(?P<place>[A-ZÀ-Þ][^.:;,0-9()]{2,30})(?P<sign>:\s|,\s(?:[A-ZÀ-Þ][\w’'-]{2,20},\s))"
    r"(?P<publisher>[A-ZÀ-Þ][^.:;,0-9()]{2,60})\.?$"
)


@value
class Joint:
    """Where two parts of an entry meet; `choice` is how they are joined, `shown` how the list would write it."""

    reference: ReferenceId
    document: int
    span: Span
    kind: str
    choice: str
    shown: str


@value
class Oddity:
    """A joint that is made otherwise than in most entries: what is written, and what is usual."""

    joint: Joint
    usual: str


def oddities(documents: Sequence[Document], references: Iterable[Reference]) -> Iterator[Oddity]:
    """Yield the joints that differ from those of most entries, in the order of the list."""
    italics = [sorted(span.start for span in document.emphasis) for document in documents]
    found = [
        joint
        for reference in references
        for joint in _joints(documents[reference.document], reference, italics[reference.document])
    ]
    by_kind: dict[str, dict[str, list[Joint]]] = defaultdict(lambda: defaultdict(list))
    for joint in found:
        by_kind[joint.kind][joint.choice].append(joint)
    usual = {kind: max(choices.values(), key=len)[0] for kind, choices in by_kind.items() if _is_habit(choices)}
    for joint in found:
        habit = usual.get(joint.kind)
        if habit is None or joint.choice == habit.choice:
            continue
        if joint.choice != f"{habit.choice}A" or not _lead_with_bodies(by_kind[joint.kind][habit.choice]):
            yield Oddity(joint, habit.shown)


def _lead_with_bodies(joints: Sequence[Joint]) -> bool:
    """Whether publishers rather than places stand first in a list: "Linden University Press: Ghent"."""
    return any(bare(word) in words("bodies") for joint in joints for word in joint.shown.partition(":")[0].split())


def _is_habit(choices: dict[str, list[Joint]]) -> bool:
    most, total = max(map(len, choices.values())), sum(map(len, choices.values()))
    return most >= FEWEST and SHARE * total < most < total


def _joints(document: Document, reference: Reference, italics: Sequence[int]) -> Iterator[Joint]:
    """Yield the joints of one entry; `italics` are the places of the document where italics begin, in order."""
    text, since, end = document.text, reference.span.start + HEAD, reference.span.end
    for start in italics[bisect_left(italics, since) : bisect_left(italics, end)]:
        found = _INSIDE.search(text, max(since, start - LEAD), start)
        if found and found["word"].casefold() in first_words("inside") and _is_edited(text, start, end):
            choice = ("." if found["sign"] else "") + ("I" if found["word"][0].isupper() else "i")
            yield _joint(
                reference, Span(found.start(), _word_end(text, start, end)), text, kind="chapter", choice=choice
            )
    for found in _DAY.finditer(text, since, end) if text.find("http", since, end) > 0 else ():
        if bare(found["month"]) in words("months"):
            yield _joint(reference, Span(*found.span()), text, kind="day", choice=found["open"].strip())
    imprint = _IMPRINT.search(text, max(since, end - TAIL), max(since, end))
    if imprint:
        span = Span(imprint.start("place"), imprint.end())
        body = imprint["place"].isupper() and len(imprint["place"]) >= ACRONYM  # "UNHA: Papers", which is no place
        yield _joint(reference, span, text, kind="imprint", choice=imprint["sign"][0] + "A" * body)


def _is_edited(text: str, start: int, end: int) -> bool:
    """Whether what stands in italics is named with its editors, as a book of chapters is."""
    return any(phrase_at("editors", text, word.start()) for word in _WORD.finditer(text, start, min(end, start + BOOK)))


def _word_end(text: str, start: int, end: int) -> int:
    """Return where the word at `start` ends, before `end`."""
    space = text.find(" ", start, end)
    return space if space >= 0 else end


def _joint(reference: Reference, span: Span, text: str, *, kind: str, choice: str) -> Joint:
    return Joint(reference.id, reference.document, span, kind, choice, span.of(text).strip())
