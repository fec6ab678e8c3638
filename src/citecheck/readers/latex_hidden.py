"""What a LaTeX file holds that is never printed as text: comments, verbatim code, drawings, what is switched off."""

from __future__ import annotations

import re

from citecheck.model.span import Span

_ENVIRONMENTS = (
    "verbatim", "Verbatim", "BVerbatim", "LVerbatim", "SaveVerbatim", "lstlisting", "minted", "comment", "alltt",
    "filecontents", "tikzpicture", "pgfpicture", "pspicture", "tikzcd", "asy", "luacode", "pycode", "knitrout",
)  # fmt: skip
_TOKEN = re.compile(
    rf"%|\\(?:begin[ \t]*+\{{(?P<environment>(?:{'|'.join(_ENVIRONMENTS)})\*?)\}}"
    r"|verb\*?(?P<verb>[^\w\s*])"
    r"|(?:lstinline|mintinline)(?:\[[^\]\n]{0,200}\])?(?:\{[^{}\n]{0,40}\})?(?P<inline>[^\w\s\[{])"
    r"|(?P<off>iffalse|if[ \t]?0)(?![A-Za-z0-9])|(?P<end>endinput(?![A-Za-z])|end[ \t]*+\{document\})|.)",
    re.DOTALL,
)
#: A comment takes the line end and the indentation of the next line with it, unless that line is blank.
_COMMENT = re.compile(r"%[^\n]*+(?:\n(?![ \t]*+\n)[ \t]*+)?")


def hidden(text: str) -> list[Span]:
    """Return what is hidden in `text`, in order. What is opened and never closed is text, and so is read."""
    found: list[Span] = []
    open_ended: set[str] = set()
    at = 0
    while (token := _TOKEN.search(text, at)) is not None:
        if token["end"]:
            found.append(Span(token.start(), len(text)))
            break
        end = _end(text, token, open_ended)
        if end > token.end() or token[0] == "%":
            found.append(Span(token.start(), end))
        at = max(end, token.end())
    return found


def _end(text: str, token: re.Match[str], open_ended: set[str]) -> int:
    """Return where what begins with `token` has ended; the end of the token where it hides nothing."""
    if token[0] == "%":
        comment = _COMMENT.match(text, token.start())
        return comment.end() if comment else token.end()
    delimiter = token["verb"] or token["inline"]
    if delimiter:
        line_end = text.find("\n", token.end())
        close = text.find(delimiter, token.end(), line_end if line_end >= 0 else len(text))
        return close + 1 if close >= 0 else token.end()
    closing = f"\\end{{{token['environment']}}}" if token["environment"] else "\\fi" if token["off"] else None
    if closing is None or closing in open_ended:
        return token.end()
    close = text.find(closing, token.end())
    if close < 0:
        open_ended.add(closing)
        return token.end()
    return close + len(closing)
