"""What a Markdown file holds that no reader sees: code between fences, comments, scripts, style sheets."""

from __future__ import annotations

import re
from typing import NamedTuple

from citecheck.model.span import Span

#: Directives of MyST whose content is text, unlike that of a block of code.
_TEXTS = frozenset((
    "admonition", "attention", "caution", "danger", "error", "hint", "important", "note", "tip", "warning", "topic",
    "margin", "sidebar", "epigraph", "pull-quote", "figure", "table", "list-table", "seealso", "dropdown", "card",
    "aside",
    "abstract", "theorem", "proof", "definition", "lemma", "example", "remark",
))  # fmt: skip
_DIRECTIVE = re.compile(r"\{([a-z:-]{1,30})\}")
# The options of a directive, on the lines below its fence.
_OPTIONS = re.compile(r"(?:\n[ \t]*+:[a-z-]{1,30}:[^\n]*+)*+")
_FENCE = r"^(?:[ >]{0,12}|[ \t]{0,8})(`{3,}+|~{3,}+)([^\r\n]*+)"
_CLOSERS = {"<!--": "-->", "<script": "</script>", "<style": "</style>"}
_HIDDEN = r"<!--|<script\b|<style\b"


class _Sign(NamedTuple):
    """A fence of code, or the beginning of a comment, script or style sheet."""

    start: int
    end: int
    text: str
    closes: bool
    """Whether it is a bare fence, which can close as well as open."""
    holds_text: bool = False
    """Whether it opens a directive whose content is text."""
    ended: bool = False
    """Whether it is known to close such a directive."""


def opaque(text: str) -> list[Span]:
    """Return what is hidden in `text`, in order. What is opened and never closed is text, and so is read."""
    signs = _signs(text)
    if not signs:
        return []
    longest = _longest_after(signs)
    never_closed: set[str] = set()
    found: list[Span] = []
    at = 0
    number = 0
    while number < len(signs):
        sign = signs[number]
        number += 1
        if sign.start < at:
            continue
        if sign.ended:
            at = sign.end
        elif sign.text in _CLOSERS:
            end = -1 if sign.text in never_closed else text.find(_CLOSERS[sign.text], sign.end)
            if end < 0:
                never_closed.add(sign.text)
                continue
            at = end + len(_CLOSERS[sign.text])
        elif longest[number].get(sign.text[0], 0) >= len(sign.text):
            last = next(i for i in range(number, len(signs)) if _ends(signs[i], sign))
            if sign.holds_text:
                options = _OPTIONS.match(text, sign.end)
                at = options.end() if options else sign.end
                signs[last] = signs[last]._replace(ended=True)
            else:
                number, at = last + 1, signs[last].end
        else:
            continue
        found.append(Span(sign.start, at))
    return found


def masked(text: str, spans: list[Span]) -> str:
    """Return `text` with `spans` as blanks: every offset stays what it was, and nothing in them is read."""
    parts: list[str] = []
    at = 0
    for span in spans:
        parts += (text[at : span.start], " " * len(span))
        at = span.end
    return "".join((*parts, text[at:])) if spans else text


def _signs(text: str) -> list[_Sign]:
    """Return all fences and beginnings of hidden parts, in order."""
    signs: list[_Sign] = []
    if "```" in text or "~~~" in text:
        for fence in re.finditer(_FENCE, text, re.MULTILINE):
            words = fence.group(2)
            if fence.group(1)[0] == "~" or "`" not in words or words.startswith("{"):
                named = _DIRECTIVE.match(words)
                text_inside = named is not None and named[1].removeprefix("prf:") in _TEXTS
                signs.append(_Sign(fence.start(), fence.end(), fence.group(1), not words.strip(), text_inside))
    if "<" in text:
        tags = re.finditer(_HIDDEN, text)
        signs += (_Sign(tag.start(), tag.end(), tag.group(), closes=False) for tag in tags)
        signs.sort()
    return signs


def _ends(sign: _Sign, opening: _Sign) -> bool:
    """Whether `sign` closes the code that `opening` opened."""
    return sign.closes and sign.text[0] == opening.text[0] and len(sign.text) >= len(opening.text)


def _longest_after(signs: list[_Sign]) -> list[dict[str, int]]:
    """Return for each place in `signs` how long the longest closing fence of each sign is from there on."""
    longest: list[dict[str, int]] = [{}]
    for sign in reversed(signs):
        after = longest[-1]
        if sign.closes and len(sign.text) > after.get(sign.text[0], 0):
            after = {**after, sign.text[0]: len(sign.text)}
        longest.append(after)
    longest.reverse()
    return longest
