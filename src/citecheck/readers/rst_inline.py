"""The signs of reStructuredText inside a block: emphasis, literals, roles that cite, references to notes."""

from __future__ import annotations

import re

from citecheck.model.span import Span
from citecheck.readers.keyed_mark import Mark
from citecheck.readers.weaving import Cut

_SIGN = re.compile(
    r"``(?:[^`]|`(?!`)){1,2000}+``|:(?P<role>[a-z][\w:+.-]{0,60}):`(?P<content>(?:[^`\\]|\\.){1,4000}+)`"
    r"|`(?P<text>[^`\n]{1,500}?)(?:[ \n]<(?P<target>[^<>\n]{1,500})>)?`(?P<link>__?)?(?::[a-z]{1,30}:)?"
    r"|(?<!\w)\[(?P<key>[^\]\s\[]{1,100})\]_(?!\w)|(?P<strong>\*\*?)(?P<words>[^\s*](?:[^*]{0,500}[^\s*])?)(?P=strong)"
    r"|\\(?P<escaped>.)|(?<=\w)(?P<reference>__?)(?!\w)|\|(?P<substitution>[^|\n]{1,60})\|_?",
    re.DOTALL,
)
#: Roles that cite: cite, cite:p, footcite, footcite:t, citep.
_CITES = re.compile(r"(?:foot)?cite(?::[a-z]{0,20}|[a-z]{0,20})?\Z")
# A key with what stands before and behind it: {see}key{p. 5}.
_KEY = re.compile(
    r"(?:\{(?P<pre>[^{}]{0,300})\})?\s{0,3}(?P<key>[^\s,{}][^,{}]{0,300}?)\s{0,3}(?:\{(?P<post>[^{}]{0,300})\})?\s{0,9}(?:,|\Z)"
)
_SILENT = frozenset(("ref", "numref", "eq", "math", "label", "index", "download", "func", "class", "mod", "code"))


class RstInline:
    """Reads block by block; afterwards `cuts`, `italics`, `raised` and `marks` are places in the file."""

    def __init__(self, text: str, labels: set[str]) -> None:
        self.text = text
        self.cuts: list[Cut] = []
        self.italics: list[Span] = []
        self.raised: list[Span] = []
        self.marks: list[Mark] = []
        self._labels = labels

    def read(self, block: Span) -> None:
        """Read one block."""
        for sign in _SIGN.finditer(self.text, block.start, block.end):
            if sign["role"]:
                self._role(sign)
            elif sign["key"]:
                self._reference(sign)
            elif sign["text"]:
                self._keep(sign, Span(*sign.span("text")))
            elif sign["words"]:
                self._keep(sign, Span(*sign.span("words")))
                if sign["strong"] == "*":
                    self.italics.append(Span(*sign.span("words")))
            elif sign["substitution"]:
                continue
            elif sign["escaped"]:
                self.cuts.append(Cut(sign.start(), sign.start() + (1 if not sign["escaped"].isspace() else 2)))
            else:
                self.cuts.append(Cut(*sign.span()))

    def _keep(self, sign: re.Match[str], inner: Span) -> None:
        """Keep of a sign what stands inside it."""
        self.cuts += (Cut(sign.start(), inner.start), Cut(inner.end, sign.end()))

    def _role(self, sign: re.Match[str]) -> None:
        role, content = sign["role"].lower(), Span(*sign.span("content"))
        if _CITES.match(role):
            self._citation(sign, content, narrative=role.endswith((":t", ":ts", ":ct", ":cts", "citet")))
        elif role in ("sup", "superscript"):
            self.raised.append(content)
            self._keep(sign, content)
        elif role in _SILENT:
            self.cuts.append(Cut(*sign.span()))
        else:
            self._keep(sign, content)

    def _citation(self, sign: re.Match[str], content: Span, *, narrative: bool) -> None:
        """Keep keys and notes of a citation: [see @key p. 5; @key]."""
        keys = list(_KEY.finditer(self.text, content.start, content.end))
        if not keys:
            self.cuts.append(Cut(*sign.span()))
            return
        cluster = Span(*sign.span())
        bracketed = not narrative or len(keys) > 1 or any(key["pre"] or key["post"] for key in keys)
        at, before = sign.start(), "[" if bracketed else ""
        for key in keys:
            if key["pre"]:
                self.cuts.append(Cut(at, key.start("pre"), before))
                at, before = key.end("pre"), " "
            self.cuts.append(Cut(at, key.start("key"), f"{before}@"))
            at, before = key.end("key"), "; "
            locator = Span(*key.span("post")) if key["post"] else None
            self.marks.append(Mark(Span(*key.span("key")), " ".join(key["key"].split()), cluster, locator))
            if locator is not None:
                self.cuts.append(Cut(at, locator.start, ", "))
                at = locator.end
        self.cuts.append(Cut(at, sign.end(), "]" if bracketed else ""))

    def _reference(self, sign: re.Match[str]) -> None:
        """Take [key]_ for a citation, a number for a note."""
        key = sign["key"]
        span = Span(*sign.span("key"))
        if key.isdecimal() or key[0] in "#*":
            self.raised.append(span)
            self._keep(sign, span)
            return
        self.cuts.append(Cut(sign.end() - 1, sign.end()))
        self.marks.append(Mark(span, key, Span(sign.start(), sign.end() - 1), None))
