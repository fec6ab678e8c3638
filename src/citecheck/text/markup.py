"""HTML and XML as a tree whose every part knows where it stands in the file; nothing outside the file is looked at.

lxml reads both, but says only the line of an element and nothing of its text, and positions must not be searched for
again. So the tags are found here: one pass, each character looked at a bounded number of times, entities left to the
writer of the clean text. Entity definitions are refused, so nothing can be expanded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citecheck.model.fault import Fault, FaultKind, ReadError
from citecheck.model.value import value
from citecheck.text.pattern import pattern

DEEPEST = 256
LONGEST = 10_000_000
"""Code points that one text or one tag may have."""

CDATA = "#cdata"
"""The name of an element that holds one stretch of text, in which & and < stand for themselves."""

# A tag with its attributes. "<" ends the attempt, also in a quoted value, but for a few that HTML allows there: so no
# character is tried more than a bounded number of times. <p>, </sec>, <a href='x>y'>, <br/>; not "a < b", "<3".
_TAG = pattern(
    r"<(/?)([A-Za-z_][^\s/<>\"'=]{0,100})"
    r"((?:[^<>\"']++|\"[^\"<]*+(?:<[^\"<]{0,200}+){0,10}+\"|'[^'<]*+(?:<[^'<]{0,200}+){0,10}+')*+)>"
)
_ATTRIBUTE = pattern(r"([^\s=\"'/]{1,200})(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'>]++)))?")

#: Elements of HTML that have no content.
_VOID = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
))  # fmt: skip
#: Elements of HTML in which "<" is no tag.
_OPAQUE = frozenset(("iframe", "noembed", "script", "style", "textarea", "xmp"))

_BLOCKS = (
    "address", "article", "aside", "blockquote", "div", "dl", "fieldset", "figure", "footer", "form", "h1", "h2", "h3",
    "h4", "h5", "h6", "header", "hr", "main", "nav", "ol", "p", "pre", "section", "table", "ul",
)  # fmt: skip
_CELLS = frozenset(("td", "th"))
_ROWS = frozenset(("td", "th", "tr"))
_PARTS = frozenset(("td", "th", "tr", "tbody", "thead", "tfoot"))

#: Which open elements of HTML a start tag closes, and the elements beyond which it does not look for them.
_CLOSES: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    **dict.fromkeys(_BLOCKS, (frozenset(("p",)), frozenset(("table", "td", "th", "caption")))),
    "li": (frozenset(("li",)), frozenset(("ul", "ol", "menu", "table"))),
    **dict.fromkeys(("dt", "dd"), (frozenset(("dt", "dd")), frozenset(("dl", "table")))),
    **dict.fromkeys(("td", "th"), (_CELLS, frozenset(("table",)))),
    "tr": (_ROWS, frozenset(("table",))),
    **dict.fromkeys(("tbody", "thead", "tfoot"), (_PARTS, frozenset(("table",)))),
}

Chars = tuple[int, int]
"""A stretch of the file's text between two tags, half-open."""


class Element:
    """An element: its name without prefix, what stands in it, and where it stands, tags included.

    Grows while it is read. `written` holds its attributes as in the file, which begin there at `attributes_at`.
    No dataclass: an article has thousands, and their making is half of the time of reading it.
    """

    __slots__ = ("attributes_at", "children", "end", "name", "start", "written")

    def __init__(self, name: str, start: int, end: int, written: str = "") -> None:
        self.name = name
        self.start = start
        self.end = end
        self.written = written
        self.attributes_at = end - 1 - len(written)
        self.children: list[Element | Chars] = []

    def attribute(self, name: str) -> str | None:
        """Return the value of an attribute as written, None where there is none of this name."""
        place = self.attribute_place(name)
        return self.written[place[0] - self.attributes_at : place[1] - self.attributes_at] if place else None

    def attribute_place(self, name: str) -> Chars | None:
        """Return where the value of an attribute stands in the file."""
        if name not in self.written:
            return None
        if self.written == f' {name}="{self.written[len(name) + 3 : -1]}"' and self.written.count('"') == 2:
            return self.attributes_at + len(name) + 3, self.attributes_at + len(self.written) - 1
        for one in _ATTRIBUTE.finditer(self.written):
            if one[1] == name:
                group = one.lastindex or 1
                return (
                    (self.attributes_at + one.start(group), self.attributes_at + one.end(group)) if group > 1 else None
                )
        return None

    def has(self, name: str) -> bool:
        """Whether there is an attribute of this name, be it without a value."""
        return name in self.written and any(one[1] == name for one in _ATTRIBUTE.finditer(self.written))

    @property
    def elements(self) -> list[Element]:
        """The elements directly inside."""
        return [child for child in self.children if not isinstance(child, tuple)]

    def child(self, *names: str) -> Element | None:
        """Return the first element of one of these names directly inside."""
        for child in self.children:
            if not isinstance(child, tuple) and child.name in names:
                return child
        return None

    def descendants(self) -> list[Element]:
        """Return every element inside, in the order of the file."""
        found: list[Element] = []
        _gather(self, found)
        return found


def _gather(element: Element, found: list[Element]) -> None:
    for child in element.children:
        if not isinstance(child, tuple):
            found.append(child)
            if child.children:
                _gather(child, found)


def texts(element: Element | None) -> Iterator[Chars]:
    """Yield the stretches of text in an element."""
    for child in element.children if element else ():
        if isinstance(child, tuple):
            yield child
        else:
            yield from texts(child)


def contents(source: str, element: Element | None) -> str:
    """Return what an element holds, without tags, its white space made single; "" where it is missing."""
    if element is None or not element.children:
        return ""
    first = element.children[0]
    if len(element.children) == 1 and isinstance(first, tuple):
        written = source[first[0] : first[1]]
    else:
        written = "".join(source[start:end] for start, end in texts(element))
    if "&" in written:
        import html

        written = html.unescape(written)
    return " ".join(written.split())


@value
class Tree:
    """A file as elements under one nameless root, all of them in the order of the file, and what is amiss with it."""

    root: Element
    elements: tuple[Element, ...]
    faults: tuple[Fault, ...]


def read_tree(text: str, *, html: bool = False) -> Tree:
    """Return the elements of `text`; raises `ReadError` beyond the limits.

    HTML is read as browsers do where tags are left out; in XML a tag without its partner is a fault, and the rest is
    read nevertheless.
    """
    builder = _Builder(text, html=html)
    at = 0
    while (tag := text.find("<", at)) >= 0:
        found = _TAG.match(text, tag)
        at = builder.tag(found) if found else builder.other(tag)
    return builder.tree()


class _Builder:
    """What has been read of a file so far."""

    def __init__(self, text: str, *, html: bool) -> None:
        self._text = text
        self._html = html
        self._open = [Element("", 0, len(text))]
        self._all: list[Element] = []
        self._count: dict[str, int] = {}
        self._begin = 0
        self._fault: Fault | None = None

    def tree(self) -> Tree:
        """Return what was read, when all of it is."""
        self._chars(len(self._text))
        if len(self._open) > 1 and not self._html:
            self._amiss(self._open[-1].start, f"<{self._open[-1].name}> is not closed")
        for element in self._open:
            element.end = len(self._text)
        return Tree(self._open[0], tuple(self._all), (self._fault,) if self._fault else ())

    def tag(self, found: re.Match[str]) -> int:
        """Take a start or end tag; return where reading goes on."""
        start, end = found.span()
        if start > self._begin:
            self._chars(start)
        if end - start > LONGEST:
            raise _too_long()
        self._begin = end
        closing, name, written = found.groups()
        if self._html:
            name = name.lower()
        if ":" in name:
            name = name.rpartition(":")[2]
        if closing:
            if self._open[-1].name == name:
                self._open.pop().end = end
                self._count[name] -= 1
            else:
                self._close(name, start, end)
            return end
        if self._html and name in _CLOSES:
            self._imply(*_CLOSES[name], start)
        element = Element(name, start, end, written)
        self._open[-1].children.append(element)
        self._all.append(element)
        if written[-1:] == "/" or (self._html and name in _VOID):
            return end
        self._count[name] = self._count.get(name, 0) + 1
        self._open.append(element)
        if len(self._open) > DEEPEST:
            raise ReadError(FaultKind.TOO_LARGE, f"the elements are nested too deep (limit {DEEPEST})")
        return self._opaque(name, end) if self._html and name in _OPAQUE else end

    def other(self, start: int) -> int:
        """Take what begins with "<" and is no tag: a comment, a declaration, text; return where reading goes on."""
        text = self._text
        for opening, closing, what in (
            ("<!--", "-->", "a comment"),
            ("<![CDATA[", "]]>", "a CDATA section"),
            ("<?", "?>" if not self._html else ">", "an instruction"),
        ):
            if text.startswith(opening, start):
                end = text.find(closing, start + len(opening))
                return self._aside(start, end + len(closing) if end >= 0 else -1, what)
        if text.startswith(("<!", "</"), start):
            return self._declaration(start)
        if not self._html:
            self._amiss(start, "“<” is not the beginning of a tag")
        return start + 1

    def _aside(self, start: int, end: int, what: str) -> int:
        """Leave out what is no text, but for a CDATA section, which is; -1 is no end."""
        self._chars(start)
        if end < 0:
            self._amiss(start, f"{what} is not closed")
            end = len(self._text)
        elif self._text.startswith("<![CDATA[", start):
            section = Element(CDATA, start, end)
            section.children.append((start + 9, end - 3))
            self._open[-1].children.append(section)
        self._begin = end
        return end

    def _declaration(self, start: int) -> int:
        """Leave out a document type; one that defines entities is refused."""
        text = self._text
        end = text.find(">", start)
        subset = text.find("[", start, end if end >= 0 else len(text))
        if subset >= 0 and text[start : start + 9].upper() == "<!DOCTYPE":
            close = text.find("]", subset)
            if "<!ENTITY" in text[subset : close if close >= 0 else len(text)]:
                raise ReadError(FaultKind.UNREADABLE, "the file defines entities of its own, which are not expanded")
            end = text.find(">", close) if close >= 0 else -1
        return self._aside(start, end + 1 if end >= 0 else -1, "a declaration")

    def _chars(self, end: int) -> None:
        if end > self._begin:
            if end - self._begin > LONGEST:
                raise _too_long()
            self._open[-1].children.append((self._begin, end))
            self._begin = end

    def _close(self, name: str, start: int, end: int) -> None:
        """Close the innermost element of this name, and what was left open in it."""
        if not self._count.get(name):
            if not self._html:
                self._amiss(start, f"</{name[:40]}> closes nothing")
            return
        while True:
            element = self._open.pop()
            self._count[element.name] -= 1
            if element.name == name:
                element.end = end
                return
            element.end = start
            if not self._html:
                self._amiss(start, f"</{name[:40]}> stands where <{element.name[:40]}> is still open")

    def _imply(self, closed: frozenset[str], barrier: frozenset[str], start: int) -> None:
        """Close the elements that a start tag closes without being told."""
        if not any(map(self._count.get, closed)):
            return
        for at in range(len(self._open) - 1, 0, -1):
            name = self._open[at].name
            if name in barrier:
                return
            if name in closed:
                for element in self._open[at:]:
                    element.end = start
                    self._count[element.name] -= 1
                del self._open[at:]
                if name not in _ROWS:
                    return

    def _opaque(self, name: str, at: int) -> int:
        """Pass over the content of a script or style."""
        found = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(self._text, at)
        self._begin = found.start() if found else len(self._text)
        if not found:
            self._amiss(at, f"<{name}> is not closed")
        return self._begin

    def _amiss(self, at: int, what: str) -> None:
        """Note the first thing that is wrong with the markup."""
        if self._fault is None:
            line = self._text.count("\n", 0, at) + 1
            kind = FaultKind.READ_IN_PART if self._html else FaultKind.DAMAGED
            self._fault = Fault(kind, f"the markup is damaged: {what} (line {line}); the rest was read as it stands")


def _too_long() -> ReadError:
    return ReadError(FaultKind.TOO_LARGE, f"a stretch of text is too long (limit {LONGEST // 1_000_000} MB)")
