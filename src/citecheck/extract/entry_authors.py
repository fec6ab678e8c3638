"""Who begins an entry: persons, bodies or editors, with "et al." and what stands behind the names."""

from __future__ import annotations

from citecheck.extract.entry_bodies import acronym_first, acronym_last, is_body_word, read_body
from citecheck.extract.entry_chunks import Cutter, Head
from citecheck.extract.entry_names import read_names
from citecheck.extract.entry_phrases import phrase_at
from citecheck.extract.entry_reading import Form, Reading
from citecheck.extract.entry_year import year_next
from citecheck.model.reference import Name
from citecheck.model.value import replace, value
from citecheck.text.pattern import pattern

_MOST_GIVEN_AND_FAMILY = 4


@value
class Authored:
    """The names that begin an entry; `names_end` is where they end, `end` where the word for their role ends."""

    names: tuple[Name, ...] = ()
    names_end: int = 0
    end: int = 0
    et_al: bool = False
    editors: bool = False
    split: tuple[int, int] | None = None


def read_authors(
    text: str, start: int, end: int, *, vancouver: bool = False, joined: bool = False, form: Form | None = None
) -> Authored:
    """Return the persons or the body that an entry begins with; none when it begins with its title or year.

    `vancouver`: the entry has a number without brackets, so "Rau F. Names" is a name and a title. `joined`: "and"
    stands before, so that plain words are a person. `form`: how the list is known to write names.
    """
    spelled = acronym_first(text, start, end) or acronym_last(text, start, end)
    if spelled:
        return with_role(text, Authored((spelled.name,), spelled.end, spelled.end))
    head = Cutter(text, start, end).cut()
    reading = read_names(text, head, dated=year_next(text, head.stop), vancouver=vancouver, form=form)
    if not head.chunks or (_doubtful(text, head, reading) and not (joined and reading.names and not reading.body)):
        body = read_body(text, start, end)
        if body:
            return with_role(text, Authored((body.name,), body.end, body.end))
        if not reading.names or not _plausible(text, head, reading):
            return Authored(names_end=start, end=start)
    stop = reading.end
    et_al = head.et_al is not None and reading.taken == len(head.chunks)
    if et_al and head.et_al:
        stop = head.et_al[1]
    authored = Authored(tuple(reading.names), reading.end, stop, et_al=et_al, split=reading.split)
    return with_role(text, authored)


def _doubtful(text: str, head: Head, reading: Reading) -> bool:
    """Whether what was read as persons may be a body's name: plain words without a comma or an initial."""
    if not reading.names or reading.body:
        return True
    first = head.chunks[0]
    acronym = first.sep != "," and len(first.shape) == 1 and text[first.start : first.end].isupper()
    if acronym and text[first.end : first.end + 1] == "/":
        return True
    if first.sep == "&" and _joined_body(text, head):
        return True
    capitals = first.shape[0] == "K" and (len(first.shape) == 1 or first.shape[1:].strip("I") != "")  # not "ROOD D."
    return head.et_al is None and (reading.lone or (reading.taken == 1 and (acronym or capitals)))


def _joined_body(text: str, head: Head) -> bool:
    """Whether "&" or "and" stands inside a body's name: "Human Rights & Equity Services"."""
    first, second = head.chunks[0], head.chunks[1] if len(head.chunks) > 1 else None
    if second is not None and first.shape == "W" and len(head.chunks) == 2 and len(second.shape) > 1:
        return not second.shape.strip("W") and year_next(text, second.end)  # "Health and Retirement Study. (2015)"
    if second is None or first.shape.strip("W") or second.shape.strip("W") or len(second.shape) < 2:
        return False
    alone = len(head.chunks) == 2 and year_next(text, second.end)
    return is_body_word(text[slice(*second.spots[-1])]) and (alone or text[first.end : first.end + 2] == " &")


def _plausible(text: str, head: Head, reading: Reading) -> bool:
    """Whether plain words that are no body's name may be a person's: one to four of them, then a period or colon."""
    if reading.body or not reading.lone:
        return bool(reading.names)
    chunk = head.chunks[0]
    if chunk.shape == "W" and chunk.sep == ":":
        return False
    return chunk.shape.count("W") <= _MOST_GIVEN_AND_FAMILY and not chunk.broken


_ROLE = pattern(r"[\s,.]{0,3}(?P<open>[(\[]\s?)?(?=[^\W\d_])")
_ROLE_END = pattern(r"[^()\[\]]{0,40}[)\]]")
_ROLE_STOP = pattern(r"\.?(?=[\s,.:;(]|$)")


def with_role(text: str, authored: Authored) -> Authored:
    """Return the names with the role that the entry gives them: "(eds.)", ", ed.", "[Hrsg.]", "(ed. and trans.)"."""
    found = _ROLE.match(text, authored.end)
    role = phrase_at("editors", text, found.end()) if found else None
    if not found or not role:
        return authored
    after = found.end() + len(role)
    if found["open"]:
        closed = _ROLE_END.match(text, after)
    else:
        closed = _ROLE_STOP.match(text, after) if "," in found.group() or text[after : after + 1] == "." else None
    return replace(authored, end=closed.end(), editors=True) if closed else authored
