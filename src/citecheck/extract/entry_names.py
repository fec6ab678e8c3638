"""The authors of an entry: which names its head holds, in whatever form a style writes them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from citecheck.extract.entry_bodies import is_body_word
from citecheck.extract.entry_chunks import Chunk, Head
from citecheck.model.reference import Name


class Form(Enum):
    """How a list writes a name of which it spells out the given name."""

    MIXED = "mixed"
    """Last, First, First Last, and First Last."""
    INVERTED = "inverted"
    """Last, First, Last, First, and Last, First."""
    NATURAL = "natural"
    """First Last, First Last, and First Last."""


@dataclass(slots=True)
class Reading:
    """The names read in one form, where they end, and how odd they would be in that form."""

    names: list[Name] = field(default_factory=list)
    end: int = 0
    taken: int = 0
    """How many chunks were used."""
    cost: float = 0.0
    bodies: bool = False
    """Whether a chunk holds a word that only names of bodies have."""
    lone: bool = False
    """Whether the only name is words without any sign of a person's name."""
    split: tuple[int, int] | None = None
    """Where one person is written as two, joined by "and"."""


def plain(shape: str) -> str:
    """Return the shape of a chunk with K resolved: capitals before or after a name are initials."""
    if "K" not in shape:
        return shape
    if "W" in shape:
        first = shape.index("W")
        return shape[:first].replace("K", "I") + shape[first:].replace("K", "I")
    if shape == "K":
        return shape
    head = shape.index("K")
    return shape[:head] + "W" + shape[head + 1 :].replace("K", "I")


def read_names(text: str, head: Head, *, dated: bool) -> Reading:
    """Return the names that begin the list. `dated`: a year follows, so a plain list is likely inverted."""
    chunks = head.chunks
    if not chunks:
        return Reading()
    shapes = [plain(chunk.shape) for chunk in chunks]
    first = shapes[0]
    if "I" in first or len(chunks) == 1 or chunks[0].sep != "," or not set(shapes[1]) & {"W", "p"} or "I" in shapes[1]:
        if first.startswith("I"):
            return _Walk(text, chunks, shapes, Form.NATURAL).read()
        return _Walk(text, chunks, shapes, Form.INVERTED if chunks[0].sep == "," else Form.MIXED).read()
    readings = [_Walk(text, chunks, shapes, form).read() for form in Form]
    if not dated:
        readings[0].cost += 0.3 * (first.count("W") > 1)
        readings[1].cost += 0.3 * (first.count("W") > 1)
    return min(readings, key=lambda reading: (reading.cost - reading.taken, reading.cost))


class _Walk:
    """Reads the chunks of a list from left to right in one form."""

    def __init__(self, text: str, chunks: list[Chunk], shapes: list[str], form: Form) -> None:
        self.text = text
        self.chunks = chunks
        self.shapes = shapes
        self.form = form
        self.out = Reading()
        self.full = False
        """Whether given names are spelled out."""
        self.initials = False
        """Whether a name with initials was read."""

    def read(self) -> Reading:
        at = 0
        while at < len(self.chunks):
            step = self._name(at)
            if not step:
                break
            at += step
            self.out.taken = at
            if at < len(self.chunks) and self.chunks[at - 1].sep not in {",", ";", "&", ""}:
                break
        return self.out

    def _name(self, at: int) -> int:
        """Read the name that begins at a chunk; return how many chunks it takes, 0 when there is none."""
        chunk, shape = self.chunks[at], self.shapes[at]
        if "I" not in shape and "K" not in shape:
            return self._words(at)
        if not shape.strip("IK"):
            return self._family(at) if shape == "K" else 0
        self.initials = True
        core = shape.lstrip("p")
        if core.startswith("I"):
            return self._initials_first(chunk, shape)
        return self._family_first(chunk, shape)

    def _words(self, at: int) -> int:
        """A chunk of words alone: a family name before its comma, or a whole name in natural order."""
        chunk, shape = self.chunks[at], self.shapes[at]
        count = shape.count("W")
        if count > 1 and any(is_body_word(self.text[a:b]) for a, b in chunk.spots):
            return self._body(chunk)
        follows = at + 1 < len(self.chunks) and chunk.sep == "," and not self.chunks[at + 1].joined
        if follows and not self.shapes[at + 1].strip("IKp"):
            return self._family(at)
        if self.form is Form.NATURAL or (self.form is Form.MIXED and (at > 0 or not follows)):
            if count > 1 and not chunk.broken:
                return self._natural(chunk, shape)
            if self.form is Form.NATURAL:
                self.out.cost += 1
                return 0
        return self._family(at)

    def _body(self, chunk: Chunk) -> int:
        if chunk.broken:
            return 0
        self.out.names.append(Name(tidy(chunk_text(self.text, chunk)), corporate=True))
        self.out.end = chunk.end
        self.out.bodies = True
        return 1

    def _family(self, at: int) -> int:
        """A family name and, when the next chunk holds it, its given name."""
        chunk = self.chunks[at]
        if chunk.broken:
            return 0
        following = self.chunks[at + 1] if at + 1 < len(self.chunks) else None
        if chunk.sep == "," and following is not None:
            used = self._given(at + 1)
            if used:
                return 2
        return self._alone(at)

    def _given(self, at: int) -> bool:
        """Take a chunk as the given name of the family name before it."""
        chunk, shape = self.chunks[at], self.shapes[at]
        family = self.chunks[at - 1]
        count = len(shape)
        body = shape.rstrip("p")
        lead = len(body) - len(body.lstrip("IK"))
        if chunk.joined:
            return self._split_name(at)
        if lead and "W" in body[lead:]:
            if chunk.sep in {",", ";", "&"} and not chunk.broken:
                return False
            count = lead
            body = body[:lead]
        elif chunk.broken or body.count("W") > 3:
            return False
        if "W" in body:
            self.full = True
            if shape.startswith("p"):
                return False
        given_end = chunk.spots[len(body) - 1][1] if body else chunk.start
        particle = self.text[chunk.spots[len(body)][0] : chunk.end] if len(body) < count else None
        self._add(family, given=self.text[chunk.start : given_end] if body else None, tail=particle, suffix=chunk.suffix)
        self.out.end = max(chunk.spots[count - 1][1], chunk.end if count == len(shape) else 0)
        if count < len(shape):
            chunk.sep = "."
        return True

    def _split_name(self, at: int) -> bool:
        """One person written as two: the family name, a comma, "and", and one given name."""
        chunk, family = self.chunks[at], self.chunks[at - 1]
        if at != 1 or len(self.chunks) != 2 or chunk.shape != "W" or chunk.broken or "," not in family.sep:
            return False
        self._add(family, given=chunk_text(self.text, chunk))
        self.out.end = chunk.end
        self.out.split = (family.start, chunk.end)
        return True

    def _alone(self, at: int) -> int:
        """A family name without a given name: a mononym, a body, or no name at all."""
        chunk = self.chunks[at]
        if at and not chunk.joined and self.initials:
            return 0
        self.out.cost += 1 if chunk.sep != "," else 1.5
        self.out.lone = at == 0 and len(self.chunks) == 1
        self._add(chunk)
        self.out.end = chunk.end
        return 1

    def _natural(self, chunk: Chunk, shape: str) -> int:
        """Given names, then the family name with its particles: "Oscar van der Straten"."""
        if self.initials and not self.full and not chunk.joined and self.form is not Form.MIXED:
            return 0
        cut = len(shape) - 1
        while cut > 1 and shape[cut - 1] == "p":
            cut -= 1
        self._add_natural(chunk, cut)
        self.out.lone = len(self.chunks) == 1 and "p" not in shape
        self.full = True
        return 1

    def _initials_first(self, chunk: Chunk, shape: str) -> int:
        """Initials, then the family name: "J. van der Berg"; a full name after them when the list has such: "J. Paul Getty"."""
        if chunk.broken or "W" not in shape:
            return 0
        cut = len(shape) - len(shape.lstrip("pI"))
        if cut and shape[cut - 1] == "p":
            while cut and shape[cut - 1] == "p":
                cut -= 1
        trailing = shape.rstrip("I")
        if trailing != shape and cut == len(trailing) - 1:
            cut = len(trailing) - 1
        if self.full and len(shape) - cut > 1 and "p" not in shape:
            cut = len(shape) - 1
        self._add_natural(chunk, cut)
        return 1

    def _family_first(self, chunk: Chunk, shape: str) -> int:
        """Words and then initials: "Smith JA", or a natural name with a middle initial: "Lisa F. Rau"."""
        first = shape.index("I")
        last = first
        while last < len(shape) and shape[last] == "I":
            last += 1
        rest = shape[last:]
        if "W" not in rest:
            self._add(chunk, words=first, given=self.text[chunk.spots[first][0] : chunk.spots[last - 1][1]],
                      tail=self.text[chunk.spots[last][0] : chunk.end] if rest else None, suffix=chunk.suffix)
            self.out.end = chunk.end
            return 1
        natural = rest.count("W") == 1 and not chunk.broken and not chunk.doubtful and self.text[chunk.spots[first][1] - 1] == "."
        if natural and (not self.out.names or self.full):
            cut = len(shape) - len(rest)
            self.full = True
            self._add_natural(chunk, cut)
            return 1
        self._add(chunk, words=first, given=self.text[chunk.spots[first][0] : chunk.spots[last - 1][1]])
        self.out.end = chunk.spots[last - 1][1]
        chunk.sep = "."
        return 1

    def _add_natural(self, chunk: Chunk, cut: int) -> None:
        text, spots = self.text, chunk.spots
        given = text[spots[0][0] : spots[cut - 1][1]] if cut else None
        stop = cut
        shape = plain(chunk.shape)
        while stop < len(shape) - 1 and shape[stop] == "p":
            stop += 1
        particle = text[spots[cut][0] : spots[stop - 1][1]] if stop > cut else None
        self.out.names.append(Name(tidy(text[spots[stop][0] : spots[-1][1]]), given, particle, chunk.suffix))
        self.out.end = chunk.end

    def _add(
        self, chunk: Chunk, *, words: int | None = None, given: str | None = None, tail: str | None = None,
        suffix: str | None = None,
    ) -> None:
        """Add a name whose family name is the first `words` words of a chunk; `tail` is a particle after the given name."""
        text, spots = self.text, chunk.spots
        count = len(spots) if words is None else words
        start = 0
        while start < count - 1 and chunk.shape[start] == "p":
            start += 1
        particle = text[spots[0][0] : spots[start - 1][1]] if start else tail
        family = tidy(text[spots[start][0] : spots[count - 1][1]])
        self.out.names.append(Name(family, given, particle, suffix or chunk.suffix))


def chunk_text(text: str, chunk: Chunk) -> str:
    """Return the words of a chunk as they stand."""
    return text[chunk.start : chunk.end]


def tidy(name: str) -> str:
    """Return a name with single spaces and without a hanging period."""
    return " ".join(name.split()).rstrip(".,") if " " in name or name[-1] in ".," else name
