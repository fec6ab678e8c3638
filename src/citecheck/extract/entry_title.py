"""The title of an entry and what it stands in: where the one ends and the other begins.

A title may hold periods, commas and question marks, so its end is sought from behind: what follows it (a journal
before its numbers, "In", a publisher's imprint, an address) is easier to know than the title itself.
"""

from __future__ import annotations

from functools import cache

from citecheck.extract.entry_phrases import first_words, phrase_at
from citecheck.languages.language import words
from citecheck.model.span import Span
from citecheck.model.value import value
from citecheck.text.pattern import pattern

_CLOSING = dict(
    zip("“„”«»‘‹\"‟「『《'", ("”“", "”“„", "”", "»", "«", "’", "›", '"”', "”", "」", "』", "》", "'"), strict=True)
)
_SKIP = " \t\n.,:;)]}–—-*/|·）。，：；"
#: A period before a space, a question or exclamation mark, "。".
_SENTENCE = pattern(r"[.。](?=\s)|[?!？](?=[\s\"”»’])|[.?!](?=[A-Z][a-z]{2})")
_ABBREVIATION = pattern(
    r"(?:(?<!\w)(?:vs|etc|cf|ca|al|St|Dr|Mr|Mrs|[Vv]ols?|[Nn]os?|[Ee]ds?|rev|sp|spp|subsp|var|ssp|Jr|Sr|Inc|Ltd|Co|Bd|Nr|Aufl|pp?|[Ss]er|ser|Univ|Pt|[A-Z]|[A-Z]\.[A-Z]|[a-z]\.[a-z]))$"
)
#: "(London: Verso, 1983)", "(Princeton University Press, 1998)", "(2nd ed.)", and at the end "(2nd edn, Verso 1983)".
_IMPRINT = pattern(
    r"\s[(](?:[^()]{2,60}:\s[^()]{2,80}|[^()]{3,90}[,;]\s?(?:1[4-9]|20)[0-9]{2}[a-z]?)[)](?=[,;]|\.?\s?$|\s[0-9<h])"
    r"|(?<![0-9])\.?\s[(](?:[^()]{3,90}\s)?(?:1[4-9]|20)[0-9]{2}[)]\.?\s?$"
)
#: ". (A. Doe & B. Roe, Eds.)", ", (C. Poe, Trans.)".
_EDITED = pattern(r"[.,]?\s\([^()]{3,120},\s(?P<role>[^\W\d_]{2,12})[.\s)]")
#: ", 3rd edn", ", 2. Aufl.", ", 1ª ed.".
_ORDINAL = pattern(r"[,.]\s[0-9]{1,2}(?:st|nd|rd|th|[.ªºe]|ème|er)?\s(?P<word>[^\W\d_]{2,12})")
_MEDIUM = pattern(r"\s?\[[^\W\d_.-]{2,16}(?:\s[^\W\d_.-]{2,16})?\](?=[.,;]|$)")
#: Journals that begin with a small letter: mBio, eLife, npj Digital Medicine, bioRxiv.
_LOWER_JOURNAL = pattern(r"npj\b|[a-z]{1,4}[A-Z][a-z]")
#: Where a part may end: punctuation and the next word, " In:", "//", and the "/" of GOST before names.
_PAUSE = pattern(r"(?:[,.;?!]\s|\s(?=In:|\())(?P<lead>\(?(?P<word>[^\W\d_]+))|\s//\s|\s/\s(?=[а-яё]|[A-ZА-ЯЁ]\.)")
#: What follows the "In" before a container, and the "ed." before its editor.
_INTO = pattern(r"\s?:\s|,\s(?=ed)|\s(?=[A-ZÀ-Þ«“\"‘„])")
_ROLE_OF = pattern(r"\.?(?:\s(?=[A-ZÀ-Þ&])|[)])")
_PART = pattern(r",(?=\s)")
_ADDRESS = pattern(r"[.,;]?\s(?:[(<\[]?https?:|www\.|doi[: ]|DOI[: ]|arXiv|arxiv)")
_ADDRESSES = ("http", "www.", "doi", "DOI", "rXiv", "rxiv")
_PLACE = pattern(r"[A-ZÀ-ÞŁŚČŠŽ][^:.\d]{1,50}\s?:\s?[A-ZÀ-ÞŁŚČŠŽ]")
_COMMA_PLACE = pattern(r",\s(?=[A-ZÀ-ÞŁŚČŠŽ][^:.,\d]{1,24}(?:,\s[A-ZÀ-Þ][^:.,\d]{1,24})?\s?:\s[A-ZÀ-ÞŁŚČŠŽ])")
#: ", 7 February" and ", June 15" at the end, of a work that is dated to the day.
_DAY = pattern(r",\s(?:[0-9]{1,2}\.?\s(?P<before>[^\W\d_]{3,12})|(?P<after>[^\W\d_]{3,12})\.?\s[0-9]{1,2})\.?$")
_LAST_WORD = pattern(r"[\s,.;]{1,2}(?P<word>[^\W\d_]{1,10})\s?:?\s$")
_EDITION = pattern(
    r"\s?\((?:[^()]{0,24}\b(?:ed|edn|eds|edition|Aufl|Auflage|Vol|vol|Bd|Band|Hrsg|éd|rev)\b[^()]{0,60})\)[.\s]*$"
)


@value
class Titled:
    """A title, its place, and what holds it; `end` is where the title ends."""

    title: str | None = None
    span: Span | None = None
    container: str | None = None
    end: int = 0


def read_title(
    text: str, start: int, *, numbers: int, journal: bool, commas: bool, emphasis: tuple[Span, ...] = ()
) -> Titled:
    """Return the title that begins after authors and year, at `start`, and its container.

    `numbers` is where volume, pages or a late year begin; `journal`: there are volume or pages; `commas`: the style
    sets its parts apart by commas.
    """
    end = len(text)
    at = start
    while at < end and text[at] in _SKIP:
        at += 1
    if at >= end:
        return Titled(end=at)
    if text.startswith("``", at) and (close := text.find("''", at, end)) > 0:  # as LaTeX writes quotation marks
        return _titled(text, Span(at + 2, close), close + 2, end)
    closing = _CLOSING.get(text[at])
    quoted = _quoted(text, at, end, closing) if closing else None
    if quoted:
        return quoted
    numbers = numbers if at < numbers <= end else end
    marked = _emphasised(text, at, numbers, emphasis)
    if marked:
        return _titled(text, Span(at, marked), marked, end)
    limit, certain = _hard_stop(text, at, numbers)
    stop = limit
    if not certain:
        stop = (_comma_stop if commas else _sentence_stop)(text, at, limit, journal=journal)
    edition = _EDITION.search(text, at, stop) if text.find("(", at, stop) > 0 else None
    if edition and edition.start() > at:
        stop = edition.start()
    ordinal = _ORDINAL.search(text, at + 3, stop)
    if ordinal and ordinal["word"].casefold() in _edition_words():
        stop = ordinal.start()
    day = _DAY.search(text, at, stop)
    if day and (day["before"] or day["after"]).casefold() in words("months"):
        stop = day.start()
    return _titled(text, Span(at, stop), stop, end)


@cache
def _edition_words() -> frozenset[str]:
    return frozenset(word.split()[-1] for word in words("editions"))


def _quoted(text: str, at: int, end: int, closing: str) -> Titled | None:
    """Return the title between quotation marks; an apostrophe inside does not end it."""
    after = at + 1
    while True:
        close = min((found for sign in closing if (found := text.find(sign, after, end)) >= 0), default=-1)
        if close < 0:
            return None
        follows = text[close + 1 : close + 2]
        if text[close] in '"”' and text[close - 1] in ".,?!":
            break
        if not follows.isalnum() and (
            text[close] not in "’'" or follows in {",", ".", ")", ";", ""} or _new_part(text, close + 1)
        ):
            break
        after = close + 1
    inner = text[at + 1 : close].strip(" ,.;")
    first = text.find(inner, at + 1) if inner else at
    if (
        not inner
        or text[close + 1 : close + 2] == ":"
        or (follows == " " and text[close + 2 : close + 3].islower() and _inside_at(text, close + 2) is None)
    ):
        return None
    return _titled(text, Span(first, first + len(inner)), close + 1, end)


def _emphasised(text: str, at: int, end: int, emphasis: tuple[Span, ...]) -> int | None:
    """Return where the title ends when italics tell: it is set in them itself, or what holds it is."""
    for span in emphasis:
        if (span.start == at and text[span.end : span.end + 1] in {".", ",", "", ";"}) or text[
            span.end : span.end + 2
        ] == " (":
            return span.end if span.start == at and len(span) > 8 else None
        if at + 3 < span.start <= end and text[span.start - 2 : span.start] in {". ", ", ", "? ", "! "}:
            return span.start - (1 if text[span.start - 2] in "?!" else 2)
        word = _LAST_WORD.search(text, max(at, span.start - 24), span.start)
        if word and at + 3 < word.start() and word["word"].casefold() in words("inside"):
            return word.start()
    return None


def _new_part(text: str, at: int) -> bool:
    """Whether a new part of the entry begins at `at`: a capital, "in", a bracket, a digit."""
    rest = text[at : at + 5].lstrip(" ,.;")
    return not rest or rest[0].isupper() or rest[0] in "([0123456789*" or _inside_at(rest, 0) is not None


def _inside_at(text: str, at: int) -> int | None:
    """Return where the container begins after an "In", "In:", "dans" or "em" at `at`."""
    phrase = phrase_at("inside", text, at)
    if not phrase or text[at + len(phrase) : at + len(phrase) + 1] not in {" ", ":"}:
        return None
    at += len(phrase)
    while text[at : at + 1] in {" ", ":"}:
        at += 1
    return at


def _ends_title(text: str, at: int) -> bool:
    """Whether what stands at `at` is no longer title: "In:", "PhD thesis", "Retrieved from", "(eds.", "ed. Lull"."""
    bracket = text[at] == "("
    at += bracket
    inside = phrase_at("inside", text, at)
    if inside and not bracket and _INTO.match(text, at + len(inside)):
        return True
    if (not bracket and phrase_at("accessed", text, at)) or phrase_at("theses", text, at):
        return True
    role = phrase_at("editors", text, at) or phrase_at("translators", text, at)
    return role is not None and (_ROLE_OF.match(text, at + len(role)) is not None)


def _tail(text: str, at: int, end: int) -> tuple[int, bool] | None:
    """Return where something begins that is surely no longer title: a container's "In", "//", a thesis.

    And whether it directly follows the title; what says where a page was found does not.
    """
    tails = first_words("inside", "accessed", "theses", "editors", "translators")
    for found in _PAUSE.finditer(text, at, end):
        word = found["word"]
        if word is None:
            return found.start(), True
        if word.casefold() in tails and _ends_title(text, found.start("lead")):
            certain = phrase_at("accessed", text, found.start("word")) is None
            return found.start() + (text[found.start()] in "?!"), certain
    return None


def _hard_stop(text: str, at: int, end: int) -> tuple[int, bool]:
    """Return where the first thing begins that no title holds, and whether it directly follows the title."""
    bracket = text.find("(", at + 3)
    imprint = _IMPRINT.search(text, bracket - 1) if bracket > 0 else None
    stop = min(end, imprint.start()) if imprint and imprint.start() < end + 100 else end
    address = _ADDRESS.search(text, at + 3, stop) if any(map(text.__contains__, _ADDRESSES)) else None
    stop = address.start() if address else stop
    tail = _tail(text, at + 3, stop)
    editors = _EDITED.search(text, bracket - 2, stop) if bracket > 0 else None
    if editors and editors["role"].casefold() in first_words("editors", "translators"):
        stop = editors.start()
        tail = tail if tail and tail[0] <= stop else (stop, True)
    if tail is not None:
        return tail
    medium = _MEDIUM.search(text, at + 3, stop) if "[" in text else None
    if medium:
        stop = medium.start()
    return stop, bool(medium or (imprint and stop == imprint.start())) and not _boundaries(text, at, stop)


def _boundaries(text: str, at: int, end: int) -> list[tuple[int, int]]:
    """Return the ends of sentences: where the words end, and where the next sentence begins."""
    ends = []
    for found in _SENTENCE.finditer(text, at, end):
        start = found.start()
        rest = text[found.end() : found.end() + 12].strip()
        if (rest[:1].islower() and not _LOWER_JOURNAL.match(rest)) or rest[:1] in {",", ";", ":"}:
            continue
        if text[start] == "." and _ABBREVIATION.search(text, max(at, start - 8), start):
            continue
        ends.append((start + (text[start] in "?!？"), found.end()))
    return ends


def _sentence_stop(text: str, at: int, end: int, *, journal: bool) -> int:
    """Return where a title ends whose style ends it with a period."""
    ends = _boundaries(text, at, end)
    while ends and not any(sign.isalpha() for sign in text[ends[-1][1] : end]):
        end = ends.pop()[0]
    if not ends:
        return _before_journal(text, at, end) if journal else _before_imprint(text, at, end)
    last = len(ends) - 1
    while last and _abbreviated(text[ends[last - 1][1] : ends[last][0] + 1]):
        last -= 1
    if journal:
        return ends[last][0]
    for index, (stop, after) in enumerate(ends):
        following = text[after : ends[index + 1][0] if index < len(ends) - 1 else end].strip()
        if not _subtitle(following):
            return stop
        if index == len(ends) - 1:
            return end if text[stop - 1] in "?!" else stop
    return ends[last][0]


def _before_journal(text: str, at: int, end: int) -> int:
    """Return where a comma stands before a journal's name, which has but small words in lower case."""
    end = at + len(text[at:end].rstrip(" ,;"))
    comma = text.rfind(", ", at + 12, end)
    return comma if comma >= 0 and _journal_like(text[comma + 2 : end]) else end


def _before_imprint(text: str, at: int, end: int) -> int:
    """Return where a comma stands before a place and publisher, or a publisher alone."""
    place = _COMMA_PLACE.search(text, at + 12, end)
    if place:
        return place.start()
    comma = text.rfind(", ", at + 12, end)
    parts = text[comma + 2 : end].split()
    publishes = any(part.strip(".,").casefold() in words("bodies") for part in parts)
    return comma if comma >= 0 and len(parts) <= 5 and publishes else end


def _journal_like(segment: str) -> bool:
    """Whether words may be a journal's name: all but the small ones have capitals."""
    parts = segment.split()
    return bool(parts) and all(part[0].isupper() or len(part) <= 3 for part in parts)


def _abbreviated(segment: str) -> bool:
    """Whether a sentence is but part of an abbreviated journal: "J. Agric.", "Food Chem."."""
    parts = segment.split()
    if not parts or len(parts) > 4 or not parts[-1].endswith(".") or len(parts[-1]) > 12:
        return False
    return all(part[0].isupper() or len(part) <= 3 for part in parts)


def _subtitle(segment: str) -> bool:
    """Whether a sentence may be part of the title: lower-case words, and no imprint, edition or number."""
    parts = segment.split()
    if not parts or not segment[0].isupper() or _PLACE.match(segment):
        return False
    if any(part.strip(".,").casefold() in words("bodies") for part in parts) or segment[-1].isdigit():
        return False
    first = parts[0].strip(".,").casefold()
    if first in words("volumes") or first in words("editors") or first in words("translators"):
        return False
    return sum(part[0].islower() for part in parts) >= 2 or len(parts) > 6


def _comma_stop(text: str, at: int, end: int, *, journal: bool) -> int:
    """Return where a title ends whose style ends it with a comma: before what stands last."""
    end = at + len(text[at:end].rstrip(" ,;"))
    ends = _boundaries(text, at, end)
    for stop, after in ends:
        if _PLACE.match(text, after, end):
            return stop
    parts = [found.start() for found in _PART.finditer(text, at, end)]
    if (
        ends
        and not _goes_on_small(text[ends[-1][1] : end])
        and _journal_like(text[ends[-1][1] : next((comma for comma in parts if comma > ends[-1][1]), end)])
    ):
        return _sentence_stop(text, at, end, journal=True)
    if not parts or (ends and ends[-1][0] > parts[-1] and not _abbreviated(text[parts[-1] + 1 : ends[-1][1]])):
        return _sentence_stop(text, at, end, journal=journal)
    stop = end
    first = True
    for comma in reversed(parts):
        segment = text[comma + 1 : stop].strip(" ,.;")
        if segment and not (first and len(parts) >= 1) and not _imprint_like(segment):
            break
        first = first and not any(sign.isalpha() for sign in segment)
        stop = comma
    return stop


def _goes_on_small(segment: str) -> bool:
    """Whether a comma is followed by a small letter: a subtitle, "Storia, notizie e alberi", and no imprint."""
    after = segment.partition(", ")[2]
    return after[:1].islower() and _inside_at(after, 0) is None


def _imprint_like(segment: str) -> bool:
    """Whether what stands between two commas is a place, a publisher, a series or a number, and no part of a title."""
    parts = segment.split()
    if any(part.strip(".,").casefold() in words("bodies") for part in parts):
        return True
    return len(parts) <= 4 and all(not part[0].islower() for part in parts)


def _titled(text: str, span: Span, after: int, end: int) -> Titled:
    title = span.of(text).strip(" *_,;:")
    if not title:
        return Titled(end=span.end)
    first = span.start + span.of(text).index(title)
    return Titled(title, Span(first, first + len(title)), _container(text, after, end), span.end)


def _after_editors(text: str, at: int) -> int:
    """Return where a container's title begins after its editors: "In A. Smith & B. Jones (Eds.), Title"."""
    for found in _BRACKET.finditer(text, at, at + 160):
        role = phrase_at("editors", text, found.end())
        close = text.find(")", found.end(), found.end() + 40)
        if role and close > 0:
            return min(len(text), close + 1 + (len(text[close + 1 :]) - len(text[close + 1 :].lstrip(" .,:;"))))
    return at


_BRACKET = pattern(r"[(\[]\s?")
_CONTAINER_END = pattern(r",?\s[0-9(]|[.,;:]\s|\s//")


def _container(text: str, at: int, end: int) -> str | None:
    """Return the journal or book that follows the title."""
    while at < end and text[at] in _SKIP + '”"’»“':
        at += 1
    inside = _inside_at(text, at)
    if inside is not None and inside < end:
        at = _after_editors(text, inside)
    found = _CONTAINER_END.search(text, at, end)
    while found and found.group()[0] == "." and _ABBREVIATION.search(text, max(at, found.start() - 8), found.start()):
        found = _CONTAINER_END.search(text, found.end(), end)
    container = text[at : found.start() if found else end].strip(' .,;:*_()«»“”"')
    return container or None
