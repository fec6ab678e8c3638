"""The words of RTF: which groups hold no text, which words stand for a character, which encoding a font has."""

from __future__ import annotations

#: Groups without text of the manuscript.
SKIPPED = frozenset((
    b"colortbl", b"info", b"pict", b"header", b"headerl", b"headerr", b"headerf", b"footer",
    b"footerl", b"footerr", b"footerf", b"ftnsep", b"ftnsepc", b"ftncn", b"aftnsep", b"aftnsepc", b"aftncn", b"objdata",
    b"nonshppict", b"xe", b"tc", b"tcn", b"bkmkstart", b"bkmkend", b"themedata", b"datastore", b"listtable",
    b"listoverridetable", b"revtbl", b"rsidtbl", b"generator", b"annotation", b"atnid", b"atnauthor", b"atnref",
    b"fldtype", b"sp", b"shprslt", b"private", b"filetbl", b"template", b"passwordhash", b"formfield", b"pntxta",
    b"pntxtb",
))  # fmt: skip

#: Groups that a program may skip and and that hold text, or what it is read with, nevertheless.
ENTERED = frozenset((b"fldinst", b"shpinst", b"shptxt", b"footnote", b"datafield", b"fonttbl"))

CHARACTERS = {
    b"tab": "\t", b"line": "\n", b"lbr": "\n", b"emdash": "—", b"endash": "–", b"lquote": "‘", b"rquote": "’",
    b"ldblquote": "“", b"rdblquote": "”", b"bullet": "•", b"emspace": "\u2003", b"enspace": "\u2002", b"qmspace": " ",
}  # fmt: skip
SYMBOLS = {b"~": "\u00a0", b"_": "-", b"\\": "\\", b"{": "{", b"}": "}"}

#: The encoding of a font by its character set.
CHARSETS = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gb18030", 136: "big5", 161: "cp1253",
    162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
    255: "cp437",
}  # fmt: skip
DECLARED = {b"ansi": "cp1252", b"mac": "mac_roman", b"pc": "cp437", b"pca": "cp850"}


def encoding_of_page(number: int) -> str | None:
    """Return the encoding of a code page, None where there is none of this number."""
    import codecs

    name = {10000: "mac_roman", 65001: "utf-8", 936: "gb18030"}.get(number, f"cp{number}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return None
