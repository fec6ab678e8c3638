"""The text of a LaTeX manuscript: its blocks, its emphasis, its citations; all else falls out."""

from __future__ import annotations

import re

from citecheck.model.document import BlockKind
from citecheck.model.span import Span
from citecheck.readers import latex_commands as known
from citecheck.readers.keyed_mark import Mark
from citecheck.readers.latex_citations import Command, citation_at, keys_in
from citecheck.readers.latex_groups import Groups, arguments
from citecheck.readers.latex_macros import Macros, filled
from citecheck.readers.markdown_blocks import Part
from citecheck.readers.weaving import Cut
from citecheck.text.latex import plain

_TOKEN = re.compile(
    r"\\(?:(?P<word>[A-Za-z@]++)\*?|(?P<sign>[^A-Za-z@]))|(?P<other>[{}~&$]|---?|``|'')|(?P<blank>\n[ \t]*+\n\s*+)",
    re.DOTALL,
)
_SPACES = re.compile(r"[ \t]*+(?:\n[ \t]*+(?!\n))?")
_RAISED_MATH = re.compile(r"\$[ \t]*+\^[ \t]*+(?:\{([0-9,–\-\s]{1,60})\}|([0-9]))[ \t]*+\$")
_ENVIRONMENT = re.compile(r"[ \t]*+\{([A-Za-z*]{1,40})\}")
_LONGEST_FORMULA, _LONGEST_NAME, _DEEPEST = 5_000, 100, 20


class LatexText:
    """Reads stretches of a text; afterwards `parts` are its blocks, `cuts` what is no text, `marks` the citations."""

    def __init__(self, text: str, groups: Groups, macros: Macros) -> None:
        self.text = text
        self.parts: list[Part] = []
        self.cuts: list[Cut] = []
        self.italics: list[Span] = []
        self.raised: list[Span] = []
        self.marks: list[Mark] = []
        self.all_cited = False
        self._groups = groups
        self._macros = macros
        self._starts: dict[int, tuple[BlockKind, str | None]] = {}
        """Where a block ends and the next begins, of what kind this is, and its label."""
        self._around: dict[int, str] = {}
        """What stands for a brace or bracket."""
        self._opened: list[int] = []
        self._tables: list[str] = []
        self._depth = 0

    def read(self, spans: list[Span]) -> None:
        """Read the stretches that are printed."""
        for span in spans:
            self._starts = {}
            self._opened, self._tables = [], []
            self._scan(span)
            self._divide(span)
        self.marks.sort()

    def _scan(self, span: Span) -> None:
        at = span.start
        while (token := _TOKEN.search(self.text, at, span.end)) is not None:
            if token["word"]:
                at = max(token.end(), self._word(token))
            elif token["sign"]:
                at = self._sign(token)
            elif token["blank"]:
                self._break(token.start())
                at = token.end()
            else:
                at = self._other(token)

    def _divide(self, span: Span) -> None:
        """Make blocks of a stretch that was read."""
        kind, label, begin = BlockKind.PARAGRAPH, None, span.start
        for at in sorted(self._starts):
            if at > begin:
                self.parts.append(Part(kind, Span(begin, at), label))
            begin, (kind, label) = max(at, begin), self._starts[at]
        if begin < span.end:
            self.parts.append(Part(kind, Span(begin, span.end), label))

    def _break(self, at: int, kind: BlockKind | None = None, label: str | None = None) -> None:
        """Begin a block; without a kind of its own it is text, or a row of the table that is open."""
        inside = BlockKind.TABLE if self._tables else BlockKind.PARAGRAPH
        self._starts[at] = (kind or inside, label)

    def _other(self, token: re.Match[str]) -> int:
        sign, start = token[0], token.start()
        if sign == "$":
            return self._formula(token)
        if sign == "{":
            self._opened.append(start)
        elif sign == "}" and self._opened:
            self._opened.pop()
        self.cuts.append(Cut(start, token.end(), self._around.pop(start, known.OTHERS[sign])))
        return token.end()

    def _formula(self, token: re.Match[str]) -> int:
        """Cut a formula; a raised number is a mark of a note or a citation, and stays."""
        start = token.start()
        raised = _RAISED_MATH.match(self.text, start)
        if raised is not None:
            number = Span(*raised.span(1 if raised[1] else 2))
            self.raised.append(number)
            self.cuts += (Cut(start, number.start), Cut(number.end, raised.end()))
            return raised.end()
        sign = "$$" if self.text.startswith("$$", start) else "$"
        return self._without(start, start + len(sign), sign)

    def _without(self, start: int, begin: int, closing: str) -> int:
        """Cut what stands between two signs of mathematics, unless it has a citation in it; return where to go on."""
        end = self.text.find(closing, begin, begin + _LONGEST_FORMULA)
        while end > 0 and closing[0] == "$" and self.text[end - 1] == "\\":
            end = self.text.find(closing, end + 1, begin + _LONGEST_FORMULA)
        inside = self.text[begin:end]
        if end < 0 or "cite" in inside or (closing == "$" and "\n\n" in inside):
            self.cuts.append(Cut(start, begin))
            return begin
        self.cuts.append(Cut(start, end + len(closing)))
        return end + len(closing)

    def _sign(self, token: re.Match[str]) -> int:
        start, sign = token.start(), token["sign"]
        if sign in "([":
            return self._without(start, token.end(), "\\)" if sign == "(" else "\\]")
        accent = known.ACCENT.match(self.text, start)
        if accent is not None:
            return self._letter(accent)
        end = token.end()
        if sign == "\\":
            _, end = self._groups.optional(end)
            if self._tables:
                self._break(end)
        self.cuts.append(Cut(start, end, "\n" if sign == "\\" and self._tables else known.SIGNS.get(sign, sign)))
        return end

    def _letter(self, accent: re.Match[str]) -> int:
        self.cuts.append(Cut(accent.start(), accent.end(), plain(accent.group())))
        return accent.end()

    def _word(self, token: re.Match[str]) -> int:
        """Read a command that has a name; return where reading goes on."""
        start, name = token.start(), self._macros.real(token["word"])
        end = start + 1 + len(token["word"])
        if len(name) == 1 and (accent := known.ACCENT.match(self.text, start)) is not None:
            return self._letter(accent)
        if name in ("begin", "end"):
            return self._environment(start, end, opens=name == "begin")
        macro = self._macros.citing(name)
        if macro is not None:
            return self._own_citation(name, start, end)
        if not self._macros.is_other(name):
            command = citation_at(self._groups, name, end)
            if command is not None:
                return self._citation(name, start, command)
        return self._command(name, start, token.end())

    def _command(self, name: str, start: int, end: int) -> int:
        """Read a command that cites nothing."""
        if name == "bibitem":
            return self._entry(start, end)
        if name in known.BREAKS:
            self._break(start)
        silent = arguments(self._groups, end, known.SILENT[name]).end if name in known.SILENT else end
        begins = name in known.KINDS or name in known.EMPHASIS or name in known.RAISED or name in known.AROUND
        if begins:
            return self._with_argument(name, start, end)
        if name in known.EMPHASISED_FROM_HERE and self._opened:
            close = self._groups.closing.get(self._opened[-1])
            self.italics += [Span(end, close)] if close is not None else []
        if silent == end and self.text.startswith("[", end) and name != "item":
            _, silent = self._groups.optional(end)
        spaces = _SPACES.match(self.text, silent)
        silent = spaces.end() if spaces and silent == end else silent
        self.cuts.append(Cut(start, silent, known.printed(name)))
        return silent

    def _with_argument(self, name: str, start: int, end: int) -> int:
        """Read a command whose argument is a heading, a note, emphasised or raised; its braces are met later."""
        _, begin = self._groups.optional(end)
        if name == "captionof":
            _, begin = self._groups.braced(begin)
        brace = self._groups.after_gap(begin)
        close = self._groups.closing.get(brace) if self.text.startswith("{", brace) else None
        self.cuts.append(Cut(start, begin))
        if close is None:
            return begin
        inner = Span(brace + 1, close)
        if name in known.KINDS:
            self._break(start, known.KINDS[name])
            self._break(close + 1)
        elif name in known.EMPHASIS:
            self.italics.append(inner)
        elif name in known.RAISED:
            self.raised.append(inner)
        else:
            self._around[brace], self._around[close] = known.AROUND[name]
        return begin

    def _environment(self, start: int, end: int, *, opens: bool) -> int:
        found = _ENVIRONMENT.match(self.text, end)
        if found is None:
            self.cuts.append(Cut(start, end))
            return end
        name = found[1].rstrip("*")
        if opens and name in known.MATHEMATICS:
            return self._without(start, found.end(), f"\\end{{{found[1]}}}")
        stop = found.end()
        if opens:
            measures = known.TABLES.get(name, known.MEASURED.get(name, 0))
            stop = arguments(self._groups, stop, measures).end
            if measures == 0:
                _, stop = self._groups.optional(stop)
            if name in known.TABLES:
                self._tables.append(name)
        elif self._tables and self._tables[-1] == name:
            self._tables.pop()
        self._break(start)
        self.cuts.append(Cut(start, stop, "\n"))
        return stop

    def _entry(self, start: int, end: int) -> int:
        """Begin an entry of the manuscript's own list."""
        _, begin = self._groups.optional(end)
        key, stop = self._groups.braced(begin)
        if key is None:
            self.cuts.append(Cut(start, end))
            return end
        self._break(start, BlockKind.ENTRY, " ".join(key.of(self.text).split())[:_LONGEST_NAME])
        self.cuts.append(Cut(start, stop, "\n"))
        return stop

    def _own_citation(self, name: str, start: int, end: int) -> int:
        """Read a command that the document defines with a citation in it."""
        macro = self._macros.named[name]
        given = arguments(self._groups, end, macro.braced)
        if len(given.braced) < macro.braced:
            self.cuts.append(Cut(start, end))
            return end
        command = Command([], [], [], given.end, narrative=True)
        for key in macro.keys or ():
            place = (
                given.braced[int(key[1]) - 1] if re.fullmatch("#[1-9]", key) and int(key[1]) <= macro.braced else None
            )
            written = [keys_in(self.text, place)] if place is not None else []
            for found in written:
                command.keys.extend(found)
            if place is None:
                words = filled(key, [one.of(self.text) for one in given.braced])
                command.keys.extend((word, Span(start, end)) for word, _ in keys_in(words, Span(0, len(words))))
        command.locators.extend([None] * len(command.keys))
        return self._citation(name, start, command)

    def _citation(self, name: str, start: int, command: Command) -> int:
        """Keep the keys and notes of a citation: [note: @key; @key]."""
        if name.lower() == "nocite" and any(key == "*" for key, _ in command.keys):
            self.all_cited = True
            self.cuts.append(Cut(start, command.end))
            return command.end
        cluster = Span(start, command.end)
        own = all(span.start > start for _, span in command.keys)
        kept = sorted({*command.notes, *(span for _, span in command.keys)})
        bracketed = bool(command.notes) or len(command.keys) > 1 or not command.narrative
        places = {span for _, span in command.keys}
        at = start
        before = "[" if bracketed else ""
        for span in kept if own else ():
            self.cuts.append(Cut(at, span.start, before + ("@" if span in places else "")))
            before = "; " if span in places else ": "
            at = span.end
        if own:
            self.cuts.append(Cut(at, command.end, "]" if bracketed else ""))
            self._inside(command.notes)
        else:
            self.cuts.append(Cut(start, command.end, f"[@{'; @'.join(key for key, _ in command.keys)}]"))
        for (key, span), locator in zip(command.keys, command.locators, strict=True):
            self.marks.append(Mark(span if own else cluster, key, cluster, locator))
        return command.end

    def _inside(self, notes: list[Span]) -> None:
        """Read the notes of a citation, in which others may stand."""
        if self._depth < _DEEPEST:
            self._depth += 1
            for note in notes:
                self._scan(note)
            self._depth -= 1
