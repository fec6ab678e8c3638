"""The signs of Org inside a block: emphasis, links, notes, and three ways to cite."""

from __future__ import annotations

import re

from citecheck.model.span import Span
from citecheck.readers.keyed_mark import Mark
from citecheck.readers.latex_citations import citation_at
from citecheck.readers.latex_groups import Groups
from citecheck.readers.weaving import Cut

_KEYS = r"[\w:.#$%&*+?<>~/-]{1,300}"
_SIGN = re.compile(
    r"\[(?P<silent>no)?cite(?:/[\w/-]{0,40})?:(?P<cited>[^\[\]]{1,3000}(?:\[[^\[\]]{0,300}\][^\[\]]{0,1000}){0,9})\]"
    r"|\[\[(?P<how>[A-Za-z]{0,12}cite[A-Za-z]{0,12}\*?):(?P<linked>[^\[\]]{1,2000})\](?:\[(?P<note>[^\[\]]{0,300})\])?\]"
    rf"|(?<![\w:/])(?P<bare>[A-Za-z]{{0,12}}cite[A-Za-z]{{0,12}}\*?):(?P<keys>{_KEYS}(?:,{_KEYS}){{0,100}})"
    r"|\\(?P<command>[A-Za-z]{0,12}[Cc]ite[A-Za-z]{0,14})(?=[*\[{])"
    r"|\[\[(?P<target>[^\[\]]{1,2000})\](?:\[(?P<words>[^\[\]]{0,1000})\])?\]"
    r"|\[fn:(?P<fn>[\w-]{0,60})(?P<inline>:)?(?P<end>\])?"
    r"|(?<![\w*/=~_+])(?P<sign>[*/=~_])(?P<inner>[^\s*/=~_](?:[^\n*/=~_]{0,300}[^\s*/=~_])?)(?P=sign)(?!\w)"
)
_CITED = re.compile(r"[@&](?P<key>[^\s@&;,\[\]]{1,300})")


class OrgInline:
    """Reads block by block; afterwards `cuts`, `italics` and `marks` are places in the file."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.cuts: list[Cut] = []
        self.italics: list[Span] = []
        self.marks: list[Mark] = []
        self.all_cited = False
        self._groups: Groups | None = None

    def read(self, block: Span) -> None:
        """Read one block."""
        at = block.start
        while (sign := _SIGN.search(self.text, at, block.end)) is not None:
            at = sign.end()
            if sign["cited"]:
                self._citation(sign, Span(*sign.span("cited")), silent=sign["silent"] is not None)
            elif sign["linked"]:
                self._keys(sign, Span(*sign.span("linked")), sign["how"])
            elif sign["keys"]:
                at = self._keys(sign, Span(*sign.span("keys")), sign["bare"])
            elif sign["command"]:
                at = self._command(sign)
            elif sign["target"]:
                inner = Span(*sign.span("words" if sign["words"] else "target"))
                self.cuts += (Cut(sign.start(), inner.start), Cut(inner.end, sign.end()))
            elif sign["sign"]:
                self._emphasis(sign)
            else:
                self.cuts.append(Cut(sign.start(), sign.end(), " [" if sign["inline"] else ""))

    def _emphasis(self, sign: re.Match[str]) -> None:
        inner = Span(*sign.span("inner"))
        if sign["sign"] in "=~":
            self.cuts.append(Cut(*sign.span()))
            return
        self.cuts += (Cut(sign.start(), inner.start), Cut(inner.end, sign.end()))
        if sign["sign"] == "/":
            self.italics.append(inner)

    def _citation(self, sign: re.Match[str], cited: Span, *, silent: bool) -> None:
        """Read [cite/t:see @key p. 5; @key]: as Pandoc writes it, but for its head."""
        self.all_cited = self.all_cited or (silent and "@*" in cited.of(self.text))
        found = list(_CITED.finditer(self.text, cited.start, cited.end))
        for key, end in zip(found, [*(key.start() for key in found[1:]), cited.end], strict=True):
            written = key["key"].rstrip(".:,")
            if written in ("", "*"):
                continue
            span = Span(key.start("key"), key.start("key") + len(written))
            stop = self.text.find(";", span.end, end)
            locator = Span(span.end, stop if stop >= 0 else end)
            self.marks.append(Mark(span, written, Span(*sign.span()), locator if len(locator) else None))
        self.cuts.append(Cut(sign.start(), cited.start, "["))

    def _keys(self, sign: re.Match[str], keys: Span, how: str) -> int:
        """Read the keys of org-ref: cite:key,key and [[cite:see &key p. 5;&key]]; return where they end."""
        written = keys.of(self.text)
        if how.lower() == "nocite" and written.strip() == "*":
            self.all_cited = True
        if "&" in written:
            self._citation(sign, keys, silent=False)
            if sign["linked"]:
                self.cuts.append(Cut(keys.end, sign.end(), "]"))
            return sign.end()
        end = sign.end() - (len(written) - len(written.rstrip(".:?/&,")) if sign["keys"] else 0)
        cluster = Span(sign.start(), end)
        bracketed = end > keys.end
        at, before = sign.start(), "[@" if bracketed else "@"
        for key in re.compile(r"[^\s,]++").finditer(self.text, keys.start, min(keys.end, end)):
            if key.group() == "*":
                continue
            self.cuts.append(Cut(at, key.start(), before))
            self.marks.append(Mark(Span(*key.span()), key.group(), cluster, None))
            at, before = key.end(), "; @"
        self.cuts.append(Cut(at, end, "]" if bracketed and at > sign.start() else ""))
        return end

    def _command(self, sign: re.Match[str]) -> int:
        """Read a citation command of LaTeX, which Org hands on; return where it ends."""
        self._groups = self._groups or Groups(self.text)
        command = citation_at(self._groups, sign["command"], sign.end())
        if command is None:
            return sign.end()
        self.all_cited = self.all_cited or (sign["command"] == "nocite" and command.keys[0][0] == "*")
        cluster = Span(sign.start(), command.end)
        at, before = sign.start(), "[@"
        for (key, span), locator in zip(command.keys, command.locators, strict=True):
            if key != "*":
                self.cuts.append(Cut(at, span.start, before))
                self.marks.append(Mark(span, key, cluster, locator))
                at, before = span.end, "; @"
        self.cuts.append(Cut(at, command.end, "]" if at > sign.start() else ""))
        return command.end
