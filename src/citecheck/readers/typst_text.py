"""The text of a Typst manuscript: markup is text, code is not, but for the content in square brackets inside it."""

from __future__ import annotations

import re

from citecheck.model.document import BlockKind
from citecheck.model.span import Span
from citecheck.readers.emphasis import Mark as Sign
from citecheck.readers.emphasis import emphasised, mark
from citecheck.readers.keyed_mark import Mark
from citecheck.readers.markdown_blocks import Part
from citecheck.readers.weaving import Cut

# Labels are letters, digits and . : _ - inside; a full stop or colon behind one belongs to the sentence.
LABEL = r"[^\W_](?:[\w.:-]{0,198}[\w-])?|_[\w-]{1,198}"
_MARKUP = re.compile(
    rf"(?P<code>\#(?=[\w(\[{{]))|(?<![\w/@])@(?P<key>{LABEL})|<(?P<label>{LABEL})>|(?P<open>\[)|(?P<close>\])"
    r"|(?P<blank>\n[ \t]*+\n\s*+)|(?P<line>\n[ \t]*+(?:=++|[-+][ \t]|/[ \t]|[0-9]{1,4}\.[ \t]))"
    r"|(?P<escape>\\.)|(?P<sign>[*_~$]|---?|-\?)",
    re.DOTALL,
)
# A label may also be made of a string, which then may have any signs: label("doe:99+").
_CODE = re.compile(
    r"\blabel\(\s{0,9}\"(?P<made>[^\"\\\n]{1,200})\"\s{0,9}\)"
    rf"|\"(?:[^\"\\]|\\.)*+\"|<(?P<label>{LABEL})>|(?P<name>[^\W\d][\w-]*+)|[()\[\]{{}}\n;$]",
    re.DOTALL,
)
_KEYWORDS = frozenset(("let", "set", "show", "import", "include", "if", "for", "while", "return", "context", "else"))
_CALL = re.compile(r"[^\W\d][\w-]*+(?:\.[^\W\d][\w-]*+)*+")
_NEXT = re.compile(r"(?P<else>[ \t\n]*+else\b)|\.(?=[^\W\d])")
_LONGEST_FORMULA = 5_000
_NOTES = frozenset(("footnote", "note"))


class TypstText:
    """Reads a text; afterwards `parts` are its blocks, `cuts` what is no text, `marks` what cites but for `labels`."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.parts: list[Part] = []
        self.cuts: list[Cut] = []
        self.italics: list[Span] = []
        self.marks: list[Mark] = []
        self.labels: set[str] = set()
        self._stack: list[str] = ["markup"]
        """What is open: "markup" outermost, "[" content, "(" and "{" code, "line" a statement, "text[" a bracket."""
        self._names: list[str] = [""]
        """The function in whose call each of them stands."""
        self._signs: list[Sign] = []
        self._starts: dict[int, BlockKind] = {}

    def read(self) -> None:
        """Read the text."""
        at = self._heading(0) if self.text.startswith("=") else 0
        while at < len(self.text):
            at = self._markup(at) if self._stack[-1] in ("markup", "[", "text[") else self._code(at)
        self.italics += emphasised(self._signs, self.cuts)
        begin, kind = 0, BlockKind.PARAGRAPH
        for start in sorted(self._starts):
            self.parts.append(Part(kind, Span(begin, start)))
            begin, kind = start, self._starts[start]
        self.parts.append(Part(kind, Span(begin, len(self.text))))

    def _push(self, what: str, name: str = "") -> None:
        self._stack.append(what)
        self._names.append(name)

    def _pop(self) -> tuple[str, str]:
        return self._stack.pop(), self._names.pop()

    def _break(self, at: int, kind: BlockKind = BlockKind.PARAGRAPH) -> None:
        """Begin a block, and forget what emphasis was open."""
        self._starts[at] = kind
        self.italics += emphasised(self._signs, self.cuts)
        self._signs = []

    # Markup.

    def _markup(self, at: int) -> int:
        """Read markup up to the next sign of something else; return where to go on."""
        sign = _MARKUP.search(self.text, at)
        if sign is None:
            return len(self.text)
        if sign["key"]:
            return self._key(sign)
        if sign["code"]:
            return self._call(sign.start(), sign.end())
        if sign["label"]:
            self.labels.add(sign["label"])
            self.cuts.append(Cut(*sign.span()))
        elif sign["open"]:
            self._push("text[")
        elif sign["close"]:
            return self._close(sign)
        elif sign["blank"]:
            self._break(sign.end())
        elif sign["line"]:
            return self._line(sign)
        elif sign["escape"]:
            self.cuts.append(Cut(sign.start(), sign.start() + 1))
        else:
            return self._sign(sign)
        return sign.end()

    def _close(self, sign: re.Match[str]) -> int:
        """Read a closing bracket: of brackets in the text, or of content in code."""
        if len(self._stack) == 1:
            return sign.end()
        what, name = self._pop()
        if what == "text[":
            return sign.end()
        self._break(sign.end())
        after = self._after(sign.end(), name)
        self.cuts.append(Cut(sign.start(), after, "]" if name in _NOTES else " "))
        return after

    def _line(self, sign: re.Match[str]) -> int:
        """Read the head of a line: of a heading, or of a list item."""
        begin = sign.start() + 1
        if "=" in sign["line"]:
            return self._heading(begin)
        self._break(begin)
        self.cuts.append(Cut(begin, sign.end()))
        return sign.end()

    def _heading(self, begin: int) -> int:
        """Read the signs before a heading, which ends with its line."""
        marks = re.compile(r"[ \t]*+=++").match(self.text, begin)
        end = marks.end() if marks else begin
        self._break(begin, BlockKind.HEADING)
        self.cuts.append(Cut(begin, end))
        close = self.text.find("\n", end)
        if close >= 0:
            self._starts[close] = BlockKind.PARAGRAPH
        return end

    def _sign(self, sign: re.Match[str]) -> int:
        start, end, written = sign.start(), sign.end(), sign["sign"]
        if written == "$":
            close = self.text.find("$", end, end + _LONGEST_FORMULA)
            end = close + 1 if close >= 0 else end
            self.cuts.append(Cut(start, end))
        elif written in "*_":
            found = mark(self.text, start, end, inside_words=False)
            if found is not None:
                self._signs.append(found)
        else:
            self.cuts.append(Cut(start, end, {"~": "\u00a0", "--": "–", "---": "—"}.get(written, "")))
        return end

    def _key(self, sign: re.Match[str]) -> int:
        """Read a reference, and its supplement: @key[p. 5]."""
        span, key = Span(*sign.span("key")), sign["key"]
        end = sign.end()
        close = self.text.find("]", end, end + 300) if self.text.startswith("[", end) else -1
        if close < 0 or "[" in self.text[end + 1 : close]:
            self.marks.append(Mark(span, key, Span(sign.start(), end), None))
            return end
        self.marks.append(Mark(span, key, Span(sign.start(), close + 1), Span(end + 1, close)))
        return close + 1

    # Code.

    def _call(self, start: int, at: int) -> int:
        """Read what a number sign begins: a statement, a block of code, or a call; return where to go on."""
        opening = self.text[at]
        if opening in "({[":
            self._push(opening)
            if opening == "[":
                self._break(at + 1)
            self.cuts.append(Cut(start, at + 1, " " if opening == "[" else ""))
            return at + 1
        found = _CALL.match(self.text, at)
        if found is None:
            return at
        name = found.group()
        if name in _KEYWORDS:
            self._push("line", name)
            self.cuts.append(Cut(start, found.end()))
            return found.end()
        after = self._after(found.end(), name.rsplit(".", 1)[-1])
        self.cuts.append(Cut(start, after, " [" if name in _NOTES and self._stack[-1] == "[" else ""))
        return after

    def _after(self, at: int, name: str) -> int:
        """Read on behind a name or an argument: another argument, a method, or text again."""
        opening = self.text[at : at + 1]
        if opening and opening in "([" and name:
            self._push(opening, name)
            if opening == "[" and name not in _NOTES:
                self._break(at + 1)
            return at + 1
        follows = _NEXT.match(self.text, at) if name and self._stack[-1] in ("markup", "[", "text[") else None
        if follows is None:
            return at
        if follows["else"]:
            self._push("line", "else")
            return follows.end()
        method = _CALL.match(self.text, follows.end())
        return self._after(method.end(), method.group().rsplit(".", 1)[-1]) if method else at

    def _code(self, at: int) -> int:
        """Read code up to where content begins or the code ends; return where to go on."""
        called, ended = "", ""
        begin = at
        while (sign := _CODE.search(self.text, at)) is not None:
            at = sign.end()
            written = sign.group()
            if sign["name"]:
                called = written
                continue
            if sign["label"] or sign["made"]:
                if "cite" in self._names[-1].lower():  # any other call names a place in the document
                    span = Span(*sign.span("label" if sign["label"] else "made"))
                    self.marks.append(Mark(span, span.of(self.text), span, None))
                    self.cuts.append(Cut(begin, span.start, f"{ended}@"))
                    begin, ended = span.end, " "
            elif written == "$":
                close = self.text.find("$", at, at + _LONGEST_FORMULA)
                at = close + 1 if close >= 0 else at
            elif written == "[":
                self._push("[", called or self._names[-1])
                self._break(at)
                break
            elif written in "({":
                self._push(written, called)
            elif written in ")}]" or (written in "\n;" and self._stack[-1] == "line"):
                at = self._ended(sign)
                if self._stack[-1] in ("markup", "[", "text["):
                    break
            called = ""
        else:
            at = len(self.text)
        self.cuts.append(Cut(begin, at, " "))
        return at

    def _ended(self, sign: re.Match[str]) -> int:
        """Close what a bracket or the end of a statement ends; return where to go on."""
        written = sign.group()
        if written in "\n;":
            self._pop()
            return sign.start() if written == "\n" else sign.end()
        while len(self._stack) > 1 and self._stack[-1] == "line":
            self._pop()  # a statement that stands in content or in braces ends with them
        if written == "]" or len(self._stack) == 1:
            return sign.start() if written == "]" and self._stack[-1] in ("[", "text[") else sign.end()
        _, name = self._pop()
        return self._after(sign.end(), name) if self._stack[-1] in ("markup", "[", "text[") else sign.end()
