"""Whether the words of a name stand in the text of an entry, beyond the names that were read of it."""

from __future__ import annotations

#: So many words at the head of an entry are its authors and title.
HEAD_WORDS = 12


def holds(text: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Whether the words of `name` stand together in `text`, or in any order, or as one word, at its head."""
    if any(text[at : at + len(name)] == name for at in range(len(text) - len(name) + 1) if text[at] == name[0]):
        return True
    head = text[:HEAD_WORDS]
    return len(name) > 1 and (set(name) <= set(head) or "".join(name) in head)
