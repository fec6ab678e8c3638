"""What a person probably meant by a word that is not one of those allowed."""

from __future__ import annotations

from collections.abc import Sequence


def no_such(word: str, allowed: Sequence[str], what: str) -> str:
    """Return one sentence that says `word` is no `what`, and names the nearest that is, or else all."""
    from difflib import get_close_matches

    near = get_close_matches(word[:100].lower().replace("_", "-"), allowed, n=1, cutoff=0.6)
    known = f"choose from {', '.join(allowed)}" if allowed else "there is none at all"
    return f"there is no {what} {word[:100]!r}; {f'did you mean {near[0]}?' if near else known}"
