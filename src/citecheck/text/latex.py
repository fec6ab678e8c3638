"""LaTeX in names and titles, written as a reader of the printed page sees it: accents, signs, no braces."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from citecheck.text.pattern import pattern

#: What needs decoding at all; most values hold nothing of it.
_MARKUP = pattern(r"[\\{}$~]|--|``|''")
_TOKEN = pattern(r"\\(?:(?P<word>[A-Za-z]++)\*?[ \t\r\n]*+|(?P<sign>.))|(?P<other>[{}$~]|---?|``|'')", re.DOTALL)
_SPACES = pattern(r"\s{2,}|[\t\r\n]")

#: Accent commands and the combining characters they stand for.
_ACCENTS = {
    "'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304", ".": "\u0307",
    "u": "\u0306", "v": "\u030c", "H": "\u030b", "c": "\u0327", "d": "\u0323", "b": "\u0331", "k": "\u0328",
    "r": "\u030a", "G": "\u030f", "f": "\u0311", "t": "\u0361", "textcommabelow": "\u0326",
}  # fmt: skip
_LETTERS = {
    "i": "ı", "j": "ȷ", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ss": "ß", "SS": "ẞ", "ae": "æ", "AE": "Æ", "oe": "œ",
    "OE": "Œ", "aa": "å", "AA": "Å", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ", "ng": "ŋ",
    "NG": "Ŋ", "textquoteright": "’", "textquoteleft": "‘", "textquotedblleft": "“", "textquotedblright": "”",
    "textquotesingle": "'", "textendash": "–", "textemdash": "—", "textampersand": "&", "textunderscore": "_",
    "textasciitilde": "~", "textbackslash": "\\", "textbar": "|", "textdegree": "°", "textregistered": "®",
    "texttrademark": "™", "ldots": "…", "dots": "…", "textellipsis": "…", "textquestiondown": "¿",
    "textexclamdown": "¡", "guillemotleft": "«", "guillemotright": "»", "glqq": "„", "grqq": "“", "flqq": "«",
    "frqq": "»", "quotedblbase": "„", "S": "§", "P": "¶", "pounds": "£", "euro": "€", "copyright": "©", "slash": "/",
    "space": " ", "quad": " ", "textsection": "§", "times": "×", "cdot": "·", "pm": "±", "leq": "≤", "geq": "≥",
    "infty": "∞", "sim": "∼", "to": "→", "rightarrow": "→", "cprime": "ʹ", "textprime": "ʹ", "TeX": "TeX",
    "LaTeX": "LaTeX", "BibTeX": "BibTeX", "par": " ", "textasciicircum": "^", "textbraceleft": "{",
    "textbraceright": "}",
}  # fmt: skip
_SIGNS = {"\\": " ", "-": "", "/": "", "!": "", "(": "", ")": "", **dict.fromkeys(",;: \n\t", " ")}
_OTHERS = {"{": "", "}": "", "$": "", "~": " ", "---": "—", "--": "–", "``": "“", "''": "”"}
#: Commands whose first argument is not printed.
_SILENT_FIRST = frozenset(("cite", "color", "href", "hspace", "label", "noopsort", "texorpdfstring", "textcolor"))
#: Commands that change the look of what follows and print nothing.
_LOOKS = frozenset((
    "allowbreak", "bf", "bfseries", "em", "it", "itshape", "large", "nobreak", "noindent", "normalfont", "protect",
    "relax", "rm", "sc", "scshape", "sf", "sl", "small", "tt", "upshape", "xspace",
))  # fmt: skip
_BRACE = pattern(r"\\.|[{}]", re.DOTALL)
_DOTLESS = {"ı": "i", "ȷ": "j"}


def plain(value: str) -> str:
    """Return `value` as printed: accents composed, commands and braces gone, dashes and quotes typographic.

    Never fails: what cannot be understood is left as it stands, without its backslash. Runs of space become one space.
    """
    decoded = _decoded(value) if _MARKUP.search(value) else value
    return _SPACES.sub(" ", decoded).strip()


def unescaped(value: str) -> str:
    """Return an address (URL, DOI) without the braces and backslashes that LaTeX wants in it."""
    if "{" in value or "\\" in value:
        value = re.sub(r"\\(?:url|href|path)\b\s*+|[{}\\]", "", value)
    return value.strip()


def _decoded(value: str) -> str:
    out: list[str] = []
    accents: list[str] = []
    math = False
    closing = True  # whether groups close at all; looking on after one that does not would be quadratic
    at = 0
    while (token := _TOKEN.search(value, at)) is not None:
        _put(value[at : token.start()], out, accents, math=math)
        at = token.end()
        if token["other"] is not None:
            if token["other"] == "$":
                math = not math
            elif token["other"] == "}":
                accents.clear()
            _put(_OTHERS[token["other"]], out, accents, math=False)
        elif token["word"] in _SILENT_FIRST:
            end = _after_group(value, at) if closing else at
            closing, at = closing and (end > at or not value.startswith("{", at)), end
        elif (command := token["word"] or token["sign"]) in _ACCENTS:
            accents.append(_ACCENTS[command])
        elif token["word"]:
            _put(_letter(command, alone=not value.startswith("{", at)), out, accents, math=False)
        else:
            _put(_SIGNS.get(command, command), out, accents, math=False)
    _put(value[at:], out, accents, math=math)
    return "".join(out)


def _put(text: str, out: list[str], accents: list[str], *, math: bool) -> None:
    """Append `text`, its first letter under the accents that wait for one."""
    if math:
        text = text.replace("_", "").replace("^", "")
    if not text:
        return
    if accents:
        letter, text = text[0], text[1:]
        # More than a few accents on one letter is no writing; they would also make composing slow.
        marks = "".join(reversed(accents[-3:]))
        out.append(unicodedata.normalize("NFC", _DOTLESS.get(letter, letter) + marks) if letter.isalpha() else letter)
        accents.clear()
    out.append(text)


@cache
def _greek() -> dict[str, str]:
    """Return Greek letters by the names of their commands."""
    names = {unicodedata.name(chr(code), ""): chr(code) for code in range(0x391, 0x3CA)}
    small = {name.rsplit(" ", 1)[1].lower(): letter for name, letter in names.items() if name.startswith("GREEK SMALL")}
    capital = {name.rsplit(" ", 1)[1].title(): letter for name, letter in names.items() if name.startswith("GREEK CAP")}
    small["lambda"], capital["Lambda"] = "λ", "Λ"
    return {**capital, **small, "sigma": "σ"}


def _letter(command: str, *, alone: bool) -> str:
    """Return what a command prints: one with an argument nothing of its own, an unknown one `alone` its name."""
    found = _LETTERS.get(command) or _greek().get(command)
    return found or (command if alone and command not in _LOOKS else "")


def _after_group(value: str, at: int) -> int:
    """Return where the braced group that opens at `at` has ended; `at` itself where none opens or it does not end."""
    if not value.startswith("{", at):
        return at
    depth = 0
    for brace in _BRACE.finditer(value, at):
        depth += {"{": 1, "}": -1}.get(brace[0], 0)
        if depth == 0:
            return brace.end()
    return at
