"""The signs of Markdown inside a block: emphasis, links, notes, code, raised figures, entities, escapes."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from citecheck.model.span import Span
from citecheck.readers.emphasis import Mark, emphasised, in_address, mark
from citecheck.readers.weaving import Cut
from citecheck.text.pattern import pattern

_SIGN = pattern(r"([*_`\[\]\\<&^~$@])\1*+")
_LINK = pattern(
    r"\([ \t\n]*+(?:<[^<>\n]{0,2000}>|[^\s()<>]{0,1000}(?:\([^\s()]{0,500}\)[^\s()]{0,500}){0,3})"
    r"(?:[ \t\n]++(?:\"[^\"]{0,500}\"|'[^']{0,500}'))?[ \t\n]*+\)"
)
_ATTRIBUTES = pattern(r"\{[^{}\n]{0,300}\}")
_LABEL = pattern(r"\[([^\[\]\n]{0,200})\]")
_NOTE = pattern(r"\[\^[^\]\s]{1,100}\]")
_KEY = pattern(r"@\{?[\w][\w:.#$%&+?<>~/-]{0,200}")
_RAISED = pattern(r"\^((?:[^\s^~\[\]\\]|\\.){1,80})\^")
_RAISED_MATH = pattern(r"\$\^(?:\{([0-9,–\- ]{1,60})\}|([0-9]))\$")
_LOWERED = pattern(r"~[^\s~]{1,40}~")
_TAG = pattern(r"</?([A-Za-z][A-Za-z0-9]{0,20})(?:\s[^<>]{0,1000})?/?>")
_ADDRESS = pattern(r"<(?:[A-Za-z][A-Za-z0-9+.-]{1,20}:[^\s<>]{1,2000}|[^\s<>@]{1,100}@[^\s<>@]{1,200})>")
_ENTITY = pattern(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_ROLE = pattern(r"\{([A-Za-z][\w:+.-]{0,40})\}\Z")
_LONGEST_ROLE = 43
_CITES = pattern(r"(?:foot)?cite(?::[a-z]{0,20}|[a-z]{0,20})?\Z")
# A key with what stands before and behind it: {see}key{p. 5}.
_ROLE_KEY = pattern(
    r"(?:\{(?P<pre>[^{}]{0,300})\})?\s{0,3}(?P<key>[^\s,;{}][^\s,;{}]{0,300})\s{0,3}(?:\{(?P<post>[^{}]{0,300})\})?\s{0,9}(?:[,;]|\Z)"
)
_SIMPLE_KEY = pattern(r"\w++(?:[:.#$%&+?<>~/-](?=\w)|\w)*+")
_SPACING_TAGS = frozenset({"br", "p", "div", "li", "td", "tr", "th", "hr"})
_ENTITIES = {"&amp;": "&", "&nbsp;": "\u00a0", "&lt;": "<", "&gt;": ">", "&ndash;": "–", "&mdash;": "—", "&quot;": '"'}


class Inline:
    """Reads the signs of a file block by block; afterwards `cuts`, `italics` and `raised` are spans of the file."""

    def __init__(self, text: str, targets: set[str]) -> None:
        self.text = text
        self.cuts: list[Cut] = []
        self.italics: list[Span] = []
        self.raised: list[Span] = []
        self._targets = targets
        self._forget(0)
        self._handlers: dict[str, Callable[[int, int], int]] = {
            "*": self._emphasis, "_": self._emphasis, "`": self._code, "[": self._open_bracket,
            "]": self._close_bracket, "\\": self._escape, "<": self._angle, "&": self._entity,
            "^": self._caret, "~": self._tilde, "$": self._dollar, "@": self._key,
        }  # fmt: skip

    def read(self, block: Span) -> None:
        """Read one block."""
        self._forget(block.end)
        at = block.start
        for sign in _SIGN.finditer(self.text, block.start, block.end):
            if sign.end() > at:
                at = max(at, self._handlers[sign.group(1)](max(sign.start(), at), sign.end()))
        self.italics += emphasised(self._marks, self.cuts)

    def _forget(self, end: int) -> None:
        """Forget what was open in the block before."""
        self._end = end
        self._marks: list[Mark] = []
        self._brackets: list[tuple[int, int]] = []
        self._raising: int | None = None
        self._taken: set[int] = set()
        self._closing_code: dict[int, int] | None = None

    # Each of the following reads the run of one sign from `start` to `end` and returns where reading goes on.

    def _emphasis(self, start: int, end: int) -> int:
        sign = self.text[start]
        if sign == "_" and in_address(self.text, start):
            return end
        found = mark(self.text, start, end, inside_words=sign == "*")
        if found is not None:
            self._marks.append(found)
        return end

    def _code(self, start: int, end: int) -> int:
        if self._closing_code is None:
            self._closing_code = _closing_code(self.text, start, self._end)
        close = self._closing_code.get(start)
        if close is None:
            return end
        role = _ROLE.search(self.text, max(0, start - _LONGEST_ROLE), start)
        if role is not None:
            return self._role(role, Span(end, close))
        self.cuts.append(Cut(start, close + end - start))
        return close + end - start

    def _role(self, role: re.Match[str], content: Span) -> int:
        """Read a role of MyST: {cite:p}`key` becomes [@key], as Pandoc writes it; other roles are like code."""
        end = content.end + content.start - role.end()
        if not _CITES.match(role[1]):
            self.cuts.append(Cut(role.start(), end))
            return end
        at, before = role.start(), "["
        for key in _ROLE_KEY.finditer(self.text, content.start, content.end):
            if key["pre"]:
                self.cuts.append(Cut(at, key.start("pre"), before))
                at, before = key.end("pre"), " "
            simple = _SIMPLE_KEY.fullmatch(key["key"]) is not None
            self.cuts.append(Cut(at, key.start("key"), before + ("@" if simple else "@{")))
            at, before = key.end("key"), "; " if simple else "}; "
            if key["post"]:
                self.cuts.append(Cut(at, key.start("post"), ", " if simple else "}, "))
                at, before = key.end("post"), "; "
        self.cuts.append(Cut(at, end, before.rstrip("; ") + "]" if at > role.start() else ""))
        return end

    def _open_bracket(self, start: int, end: int) -> int:
        if note := _NOTE.match(self.text, end - 1, self._end):
            self.cuts.append(Cut(*note.span()))
            end -= 1
        if end > start:
            self._brackets.append((start, end))
        return note.end() if note else end

    def _close_bracket(self, start: int, end: int) -> int:
        for _ in range(end - start - 1):
            if self._take_bracket() is None:
                break
        opened = self._take_bracket()
        if opened is None:
            return end
        link = _LINK.match(self.text, end, self._end) or _ATTRIBUTES.match(self.text, end, self._end)
        if link is None:
            label = _LABEL.match(self.text, end, self._end)
            known = label and (label.group(1) or self.text[opened + 1 : min(end - 1, opened + 200)])
            link = label if known and " ".join(known.lower().split()) in self._targets else None
        if link is None:
            return end
        more = _ATTRIBUTES.match(self.text, link.end(), self._end)
        close = more.end() if more else link.end()
        if opened and self.text[opened - 1] == "!":
            self._image(opened, end, close)
        else:
            self.cuts += (Cut(opened, opened + 1), Cut(end - 1, close))
        return close

    def _take_bracket(self) -> int | None:
        """Return the place of the bracket opened last, and close it; None where none is open."""
        if not self._brackets:
            return None
        first, last = self._brackets.pop()
        if last - first > 1:
            self._brackets.append((first, last - 1))
        return last - 1

    def _image(self, opened: int, end: int, close: int) -> None:
        """Cut a picture; where it fills its block, the words for it are the caption and stay."""
        alone = not self.text[close : self._end].strip() and not self._before(opened - 1).strip()
        if alone and end - 1 > opened + 1:
            self.cuts += (Cut(opened - 1, opened + 1), Cut(end - 1, close))
        else:
            self.cuts.append(Cut(opened - 1, close))

    def _before(self, offset: int) -> str:
        """Return what stands on the line of `offset` before it."""
        return self.text[max(self.text.rfind("\n", 0, offset) + 1, offset - 80) : offset]

    def _escape(self, start: int, end: int) -> int:
        for at in range(start, end - 1, 2):
            self.cuts.append(Cut(at, at + 1))
        if (end - start) % 2 == 0 or end >= self._end:
            return end
        after = self.text[end]
        if after == "@":
            return end + 1  # a sign that is no citation: it stays to be told from one
        if after.isspace() or (after.isascii() and not after.isalnum()):
            self.cuts.append(Cut(end - 1, end))
            return end + 1
        return end

    def _angle(self, _start: int, end: int) -> int:
        if address := _ADDRESS.match(self.text, end - 1, self._end):
            self.cuts += (Cut(end - 1, end), Cut(address.end() - 1, address.end()))
            return address.end()
        tag = _TAG.match(self.text, end - 1, self._end)
        if tag is None:
            return end
        name = tag.group(1).lower()
        self.cuts.append(Cut(end - 1, tag.end(), " " if name in _SPACING_TAGS else ""))
        if name == "sup":
            if self.text[end] != "/":
                self._raising = tag.end()
            elif self._raising is not None:
                self.raised.append(Span(self._raising, end - 1))
                self._raising = None
        return tag.end()

    def _entity(self, _start: int, end: int) -> int:
        entity = _ENTITY.match(self.text, end - 1, self._end)
        if entity is None:
            return end
        meant = _entity(entity.group())
        if meant != entity.group():
            self.cuts.append(Cut(entity.start(), entity.end(), meant))
        return entity.end()

    def _caret(self, start: int, end: int) -> int:
        if start in self._taken:
            return end
        if self.text.startswith("[", end) and end < self._end:
            self.cuts.append(Cut(end - 1, end, " "))  # a note in the text, ^[like this]: its brackets stay
            return end
        raised = _RAISED.match(self.text, end - 1, self._end)
        if raised:
            self.raised.append(Span(*raised.span(1)))
            self._pair(raised)
        return end

    def _tilde(self, start: int, end: int) -> int:
        lowered = None if start in self._taken else _LOWERED.match(self.text, end - 1, self._end)
        if lowered and end - start == 1:
            self._pair(lowered)
        return end

    def _dollar(self, _start: int, end: int) -> int:
        raised = _RAISED_MATH.match(self.text, end - 1, self._end)
        if raised is None:
            return end
        figures = Span(*raised.span(1 if raised.group(1) else 2))
        self.raised.append(figures)
        self.cuts += (Cut(raised.start(), figures.start), Cut(figures.end, raised.end()))
        return raised.end()

    def _key(self, _start: int, end: int) -> int:
        key = _KEY.match(self.text, end - 1, self._end)
        return key.end() if key else end

    def _pair(self, found: re.Match[str]) -> None:
        """Cut the first and the last sign of what was found."""
        self._taken.add(found.end() - 1)
        self.cuts += (Cut(found.start(), found.start() + 1), Cut(found.end() - 1, found.end()))


def _closing_code(text: str, start: int, end: int) -> dict[int, int]:
    """Return for each run of backticks from `start` on where the next run of the same length begins."""
    after: dict[int, int] = {}
    closing: dict[int, int] = {}
    for run in reversed(list(re.compile(r"`++").finditer(text, start, end))):
        length = run.end() - run.start()
        if length in after:
            closing[run.start()] = after[length]
        after[length] = run.start()
    return closing


@lru_cache(maxsize=4096)
def _entity(written: str) -> str:
    """Return the characters that an entity stands for, itself where it is none."""
    if written in _ENTITIES:
        return _ENTITIES[written]
    import html

    return html.unescape(written)
