"""What capitals mean in an author list: initials, or a name in capitals; and names that hold a joiner."""

from __future__ import annotations

from citecheck.extract.entry_chunks import Chunk

#: So many capitals may be the initials of a given name.
LONGEST_INITIALS = 2


def plain(text: str, chunks: list[Chunk]) -> list[str]:
    """Return the shapes of the chunks with K resolved: capitals before or after a name are initials, else a name."""
    shapes = [chunk.shape for chunk in chunks]
    if not any("K" in shape for shape in shapes):
        return shapes
    capital_families = text[slice(*chunks[0].spots[0])].isupper() and chunks[0].shape[0] in "WK"
    for at, chunk in enumerate(chunks):
        if "K" not in chunk.shape:
            continue
        given = _before_given(text, chunk, chunks[at + 1]) if at + 1 < len(chunks) else False
        shapes[at] = _resolved(text, chunk, words=given, capital_families=capital_families)
    return shapes


def _before_given(text: str, chunk: Chunk, after: Chunk) -> bool:
    """Whether a given name follows: initials, or after a family name in capitals, "GARCÍA MAYO, María del Pilar"."""
    if chunk.sep != "," or after.joined:
        return False
    if not after.shape.strip("I"):
        return True
    spelled = after.shape[0] == "W" and "K" not in after.shape and not text[slice(*after.spots[0])].isupper()
    return spelled and len(chunk.shape) > 1 and text[chunk.start : chunk.end].isupper()


def _resolved(text: str, chunk: Chunk, *, words: bool, capital_families: bool) -> str:
    shape = chunk.shape
    if words or "pK" in shape or (capital_families and not text[chunk.start : chunk.end].isupper() and shape[0] == "W"):
        return shape.replace("K", "W")
    if shape.startswith("I") and "W" not in shape:
        return shape[:-1].replace("K", "I") + shape[-1].replace("K", "W")
    if "W" in shape or shape.startswith("I"):
        return shape.replace("K", "I")
    head = shape.index("K")
    return shape if shape == "K" else shape[:head] + "W" + shape[head + 1 :].replace("K", "I")


def join_compound(text: str, chunks: list[Chunk]) -> None:
    """Make one family name of "Ortega y Gasset, J.": a name joined by a single letter to one with initials."""
    if len(chunks) < 3 or chunks[0].shape != "W" or chunks[1].shape != "W" or chunks[0].sep != "&":
        return
    between = text[chunks[0].end : chunks[1].start].strip()
    if len(between) == 1 and between.isalpha() and chunks[1].sep == "," and chunks[2].shape.strip("I") == "":
        first = chunks.pop(0)
        at = text.index(between, first.end)
        chunks[0].spots = [*first.spots, (at, at + 1), *chunks[0].spots]
        chunks[0].shape, chunks[0].start, chunks[0].joined = "WWW", first.start, False


def capitals_first(text: str, chunk: Chunk) -> int:
    """Return how many words in capitals begin a name whose other words have small letters: "DE VRIES Jan"."""
    said = [text[slice(*spot)] for spot in chunk.spots]
    many = next((at for at, word in enumerate(said) if not word.isupper()), 0)
    others = [word for word in said[many:] if word.isupper() and len(word) > LONGEST_INITIALS]
    return many if many and len(said[many - 1]) > LONGEST_INITIALS and not others else 0
