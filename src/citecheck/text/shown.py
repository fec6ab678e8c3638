"""Text from a file made safe to show: it cannot steer a terminal, hide, or pass for a command of a build log."""

from __future__ import annotations

import re
from functools import cache

#: The most code points of a file that a report quotes at once.
QUOTED = 200

# C0, DEL and C1; soft hyphen, joiners, fillers and other characters without width; bidirectional marks, embeddings and
# isolates; line and paragraph separators; interlinear marks; surrogates; tags.
_UNSAFE = (
    r"\x00-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    r"\u3164\ud800-\udfff\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff"
)


@cache
def _unsafe() -> re.Pattern[str]:
    """Return what is written as an escape; build logs obey `::` at the start of a line and `##[` anywhere."""
    return re.compile(rf"[{_UNSAFE}]|\A[^\S{_UNSAFE}]*+:(?=:)|#(?=#\[)")


def shown(text: str, limit: int | None = QUOTED) -> str:
    r"""Return `text` for a report: what steers or hides as \uXXXX, and an ellipsis behind `limit` code points.

    `limit` counts code points of `text`, before escaping; None quotes it whole.
    """
    if limit is not None and len(text) > limit:
        return shown(text[: max(limit - 1, 0)], None) + "…"
    if text.isascii() and text.isprintable() and ":" not in text and "#" not in text:
        return text
    return _unsafe().sub(_escaped, text)


def _escaped(found: re.Match[str]) -> str:
    """Return the escapes of the last character found; what stands before it is white space."""
    code = ord(found.group()[-1])
    return found.group()[:-1] + (f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}")
