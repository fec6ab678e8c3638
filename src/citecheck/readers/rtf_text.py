"""Follows the groups and words of an RTF file and writes its text."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable

from citecheck.model.document import BlockKind, Document
from citecheck.model.fault import Fault, FaultKind, ReadError
from citecheck.model.value import replace
from citecheck.readers.composing import Composer
from citecheck.readers.field_stack import FieldStack
from citecheck.readers.looks import PLAIN
from citecheck.readers.numerals import roman
from citecheck.readers.rtf_state import Aside, Flow, Group, Paragraph, Place
from citecheck.readers.rtf_tokens import Token, Tokens
from citecheck.readers.rtf_words import CHARACTERS, CHARSETS, DECLARED, ENTERED, SKIPPED, SYMBOLS, encoding_of_page

_MOST_NOTES = 50_000
_DEEPEST = 200
_MOST_FALLBACK = 32
"""No character has a longer replacement for old programs."""
_RAISED_BY = 4
"""Characters that stand higher than the line by more half points are superscript."""
_FONT = re.compile(rb"\\f([0-9]{1,5})(?![0-9])[^{}]{0,200}?\\fcharset([0-9]{1,3})(?![0-9])")
#: A style for headings, by the English name that programs give it in the file.
_HEADING = re.compile(rb"\{\\s([0-9]{1,5})(?![0-9])[^{};]{0,600}? (?:heading [1-9]|(?:sub)?title);", re.IGNORECASE)
_ENDNOTE = b"\\ftnalt"


class Transcript:
    """The text of an RTF file; what tracked changes deleted is left out, for the `original` what they inserted."""

    def __init__(self, data: bytes, *, original: bool = False) -> None:
        self._undone = b"revised" if original else b"deleted"
        self._tokens = Tokens(data)
        self._composer = Composer()
        self._fields = FieldStack(self._composer, lambda meaning: meaning, sure=False)
        self._groups: list[Group] = []
        self._group = Group()
        self._paragraph = Paragraph()
        self._flow = Flow()
        self._encoding = "cp1252"
        self._fonts: dict[int, str] = {}
        self._headings: set[int] = set()
        self._is_open = self._in_row = False
        self._notes: list[tuple[bool, Aside]] = []
        self._boxes: list[Aside] = []
        self._counts = {False: 0, True: 0}
        self._shapes: dict[bool, Callable[[int], str]] = {False: str, True: roman}
        """How the numbers of footnotes and of endnotes are shown."""
        self._in_note = False
        self._words = self._all_words()

    def document(self, path: str, format: str) -> Document:
        """Read all of it and return it as a document."""
        whole = self._run(self._tokens)
        self._end_paragraph()
        self._end_row()
        self._write_notes()
        faults = () if whole else (Fault(FaultKind.READ_IN_PART, "the file breaks off before its end"),)
        return self._composer.document(path, format, faults)

    def _run(self, tokens: Tokens) -> bool:
        """Read a stretch of the file; return whether its groups end."""
        outer, self._tokens = self._tokens, tokens
        depth = len(self._groups)
        begins, optional = False, False
        for token in tokens:
            if token.kind in {"text", "hex"}:
                self._add_bytes(token)
                begins = False
                continue
            self._flush()
            if token.kind == "word":
                self._word(token, begins=begins, optional=optional)
                begins = False
            elif token.kind == "{":
                self._begin_group()
                begins, optional = True, False
            elif token.kind == "}":
                if len(self._groups) <= depth:
                    break
                self._end_group()
                begins = False
                if not self._groups and outer is tokens:  # what stands behind the end of the file is no text
                    break
            elif token.value == b"*":
                optional = True
            else:
                self._sign(token.value)
                begins = False
        self._flush()
        whole = len(self._groups) == depth
        while len(self._groups) > depth:
            self._end_group()
        self._tokens = outer
        return whole

    # Groups

    def _begin_group(self) -> None:
        if len(self._groups) >= _DEEPEST:
            raise ReadError(FaultKind.TOO_LARGE, f"the groups of the file are nested too deep (limit {_DEEPEST})")
        self._groups.append(self._group)
        self._group = replace(self._group, is_field=False)
        self._flow.pass_over = 0

    def _end_group(self) -> None:
        closed, self._group = self._group, self._groups.pop()
        self._flow.pass_over = 0
        if closed.place is Place.STORED and self._group.place is not Place.STORED:
            digits = "".join("".join(self._flow.stored).split())
            self._flow.stored.clear()
            if re.fullmatch(r"(?:[0-9A-Fa-f]{2})*+", digits):
                self._fields.store(b64encode(bytes.fromhex(digits)).decode("ascii"))
        if closed.is_field:
            self._fields.end()

    def _word(self, token: Token, *, begins: bool, optional: bool) -> None:
        word = token.value
        if word in SKIPPED or (begins and optional and word not in ENTERED):
            self._leave_group()
            return
        self._flow.pass_over = 0
        character = CHARACTERS.get(word)
        if character is not None:
            self._put(character)
            return
        handler = self._words.get(word)
        if handler is not None:
            handler(token.number)

    def _leave_group(self) -> tuple[int, int]:
        """Jump behind the group that is open; return where what was left of it stands."""
        span = self._tokens.skip_group()
        if self._groups:
            self._end_group()
        return span

    # Words

    def _all_words(self) -> dict[bytes, Callable[[int | None], None]]:
        return {
            b"par": self._new_paragraph, b"sect": self._new_paragraph, b"pard": self._plain_paragraph,
            b"stylesheet": self._style_sheet, b"s": self._style, b"outlinelevel": self._outline,
            b"intbl": self._table, b"cell": self._cell, b"nestcell": self._cell,
            b"row": self._row, b"i": self._italic, b"super": self._super, b"sub": self._level,
            b"nosupersub": self._level, b"aftnnar": self._arabic,
            b"up": self._up, b"v": self._hide, b"plain": self._plain, b"uc": self._fall_back,
            self._undone: self._delete, b"u": self._unicode,
            b"f": self._font, b"ansicpg": self._page, b"fonttbl": self._font_table,
            b"field": self._field, b"fldinst": self._code, b"fldrslt": self._result, b"datafield": self._store,
            b"listtext": self._label, b"pntext": self._label, b"shpinst": self._shape, b"shptxt": self._box,
            b"footnote": self._note, **{word: self._declare(name) for word, name in DECLARED.items()},
        }  # fmt: skip

    def _new_paragraph(self, _: int | None) -> None:
        if self._group.place is Place.TEXT and not self._group.deleted:
            self._end_paragraph()

    def _plain_paragraph(self, _: int | None) -> None:
        if self._group.place is Place.TEXT:
            self._paragraph = Paragraph()

    def _style_sheet(self, _: int | None) -> None:
        start, end = self._leave_group()
        self._headings.update(int(style[1]) for style in _HEADING.finditer(self._tokens.data, start, end))

    def _style(self, number: int | None) -> None:
        self._paragraph.heading |= number in self._headings

    def _outline(self, number: int | None) -> None:
        self._paragraph.heading = number is not None and 0 <= number < 9

    def _table(self, _: int | None) -> None:
        self._paragraph.in_table = True

    def _cell(self, _: int | None) -> None:
        self._is_open = False
        self._composer.part("\t")

    def _row(self, _: int | None) -> None:
        self._end_row()

    def _italic(self, number: int | None) -> None:
        self._group.look = replace(self._group.look, italic=number != 0)

    def _super(self, number: int | None) -> None:
        self._group.look = replace(self._group.look, raised=number != 0)

    def _level(self, _: int | None) -> None:
        self._group.look = replace(self._group.look, raised=False)

    def _up(self, number: int | None) -> None:
        self._group.look = replace(self._group.look, raised=(number or 0) > _RAISED_BY)

    def _hide(self, number: int | None) -> None:
        self._group.look = replace(self._group.look, hidden=number != 0)

    def _delete(self, number: int | None) -> None:
        self._group.deleted = number != 0

    def _plain(self, _: int | None) -> None:
        self._group.look, self._group.deleted, self._group.font = PLAIN, False, None

    def _fall_back(self, number: int | None) -> None:
        self._group.fallback = min(max(number if number is not None else 1, 0), _MOST_FALLBACK)

    def _font(self, number: int | None) -> None:
        self._group.font = number

    def _arabic(self, _: int | None) -> None:
        self._shapes[True] = str

    def _page(self, number: int | None) -> None:
        self._encoding = encoding_of_page(number or 0) or self._encoding

    def _declare(self, encoding: str) -> Callable[[int | None], None]:
        def declared(_: int | None) -> None:
            self._encoding = encoding

        return declared

    def _font_table(self, _: int | None) -> None:
        start, end = self._leave_group()
        for font in _FONT.finditer(self._tokens.data, start, end):
            encoding = CHARSETS.get(int(font[2]))
            if encoding is not None:
                self._fonts[int(font[1])] = encoding

    def _field(self, _: int | None) -> None:
        if not self._group.is_field:
            self._group.is_field = True
            self._fields.begin()

    def _code(self, _: int | None) -> None:
        self._group.place = Place.CODE

    def _store(self, _: int | None) -> None:
        self._group.place = Place.STORED

    def _result(self, _: int | None) -> None:
        if self._group.place is Place.TEXT:
            self._open()
        self._fields.separate()

    def _label(self, _: int | None) -> None:
        if self._group.place is Place.TEXT:
            self._group.place = Place.LABEL
            self._flow.label.clear()

    def _shape(self, _: int | None) -> None:
        self._group.place = Place.NOWHERE

    def _box(self, _: int | None) -> None:
        group = replace(self._groups[-1] if self._groups else self._group, place=Place.TEXT)
        self._boxes.append(Aside(*self._leave_group(), group))

    def _note(self, _: int | None) -> None:
        group = replace(self._group, look=PLAIN, is_field=False)
        start, end = self._leave_group()
        if self._in_note or group.place is not Place.TEXT or group.deleted or len(self._notes) >= _MOST_NOTES:
            return
        is_endnote = _ENDNOTE in self._tokens.data[start : min(end, start + 40)]
        self._notes.append((is_endnote, Aside(start, end, group)))
        self._open()
        self._counts[is_endnote] += 1
        self._composer.call(self._shapes[is_endnote](self._counts[is_endnote]))

    # Text

    def _add_bytes(self, token: Token) -> None:
        flow = self._flow
        if token.kind == "hex":
            if flow.pass_over:
                flow.pass_over -= 1
            else:
                flow.bytes.append(int(token.value, 16))
            return
        written = token.value[flow.pass_over :]
        flow.pass_over = max(0, flow.pass_over - len(token.value))
        flow.bytes += written

    def _flush(self) -> None:
        if self._flow.bytes:
            font = self._group.font
            encoding = self._fonts.get(font, self._encoding) if font is not None else self._encoding
            text = self._flow.bytes.decode(encoding, "replace")
            self._flow.bytes.clear()
            self._put(text)

    def _unicode(self, number: int | None) -> None:
        code = (number or 0) % 0x10000
        if 0xD800 <= code < 0xDC00:
            self._flow.surrogate = code
        elif 0xDC00 <= code < 0xE000:
            if self._flow.surrogate:
                self._put(chr(0x10000 + ((self._flow.surrogate - 0xD800) << 10) + code - 0xDC00))
        elif code:
            self._put(chr(code))
        if not 0xD800 <= code < 0xDC00:
            self._flow.surrogate = 0
        self._flow.pass_over = self._group.fallback

    def _sign(self, sign: bytes) -> None:
        if self._flow.pass_over:
            self._flow.pass_over -= 1
        elif sign in b"\r\n":
            self._new_paragraph(None)
        elif sign in SYMBOLS:
            self._put(SYMBOLS[sign])

    def _put(self, text: str) -> None:
        group = self._group
        if group.place is Place.TEXT:
            if not (group.deleted or group.look.hidden):
                self._open()
                self._composer.write(text, italic=group.look.italic, raised=group.look.raised)
        elif group.place is Place.CODE:
            self._fields.code(text)
        elif group.place is Place.LABEL:
            self._flow.label.append(text)
        elif group.place is Place.STORED:
            self._flow.stored.append(text)

    # Blocks

    def _open(self) -> None:
        """Begin a paragraph where none is open."""
        if self._is_open:
            return
        self._is_open = True
        if self._in_row and not self._paragraph.in_table:
            self._end_row()
        if self._paragraph.in_table and not self._in_row and not self._composer.is_held:
            self._composer.open(BlockKind.TABLE)
            self._composer.hold()
            self._in_row = True
            return
        label = "".join(self._flow.label).strip()
        self._flow.label.clear()
        kind = BlockKind.HEADING if self._paragraph.heading else BlockKind.PARAGRAPH
        if self._fields.bibliographies and kind is BlockKind.PARAGRAPH:
            kind = BlockKind.ENTRY
        self._composer.open(kind, prefix=f"{label} " if any(sign.isalnum() for sign in label) else "")

    def _end_paragraph(self) -> None:
        self._is_open = False
        self._flow.label.clear()
        self._composer.end_paragraph()
        if not self._composer.is_held:
            while self._boxes:
                self._write_aside(self._boxes.pop(0))

    def _end_row(self) -> None:
        if self._in_row:
            self._in_row = self._is_open = False
            self._composer.release()
            self._composer.close()

    def _write_notes(self) -> None:
        self._in_note = True
        for wanted in (False, True):
            for number, aside in enumerate((aside for is_endnote, aside in self._notes if is_endnote is wanted), 1):
                self._composer.begin_notes()
                with self._composer.note(self._shapes[wanted](number), None):
                    self._write_aside(aside)

    def _write_aside(self, aside: Aside) -> None:
        outer, paragraph = self._group, self._paragraph
        self._group, self._paragraph, self._is_open = aside.group, Paragraph(), False
        self._run(Tokens(self._tokens.data, aside.start, aside.end))
        self._end_paragraph()
        self._group, self._paragraph = outer, paragraph
