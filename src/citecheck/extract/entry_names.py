"""The authors of an entry: which names its head holds, in whatever form a style writes them."""

from __future__ import annotations

from citecheck.extract.entry_bodies import is_body_word, read_body
from citecheck.extract.entry_capitals import capitals_first, join_compound, plain
from citecheck.extract.entry_chunks import Chunk, Head, chunk_text, led, particles, tidy
from citecheck.extract.entry_reading import Form, Reading
from citecheck.extract.lexicon import EAST_ASIAN
from citecheck.model.reference import Name


def read_names(text: str, head: Head, *, dated: bool, vancouver: bool = False, form: Form | None = None) -> Reading:
    """Return the names that begin the list. `dated`: a year follows, so a plain list is likely inverted.

    `form`: how the list is known to write names.
    """
    chunks = head.chunks
    if not chunks:
        return Reading()
    join_compound(text, chunks)
    shapes = plain(text, chunks)
    walk = _Walk(text, chunks, shapes, vancouver=vancouver)
    if form is not None and len(shapes[0]) > 1 and ("W" in (shapes[0][0], form is Form.NATURAL and shapes[0][-1])):
        walk.told = True
        return walk.read(form, dated=dated)
    if chunks[0].sep != "," or len(chunks) == 1 or not shapes[0].strip("I") or shapes[0][0] == "I":
        return walk.read(Form.MIXED if shapes[0][0] != "I" else Form.NATURAL, dated=dated)
    capitals = len(shapes[0]) > 1 and shapes[1].startswith("I") and chunk_text(text, chunks[0]).isupper()
    if (walk.semicolons and "I" not in shapes[0]) or capitals:
        return walk.read(Form.INVERTED, dated=dated)
    plain_words = sum(not set(shape) & {"I", "K"} for shape in shapes)
    told = "I" in shapes[0] or plain_words == 1 or not (plain_words > 2 or "I" in shapes[1])
    if told and not any("W" in shape and shape.count("W") + shape.count("I") > 1 for shape in shapes[1:]):
        return walk.read(Form.INVERTED, dated=dated)
    forms = tuple(Form) if shapes[0].count("W") > 1 else (Form.MIXED, Form.INVERTED)
    readings = [walk.read(form, dated=dated) for form in forms]
    if not dated and shapes[0].count("W") > 1 and not led(text, chunks[0]):
        readings[0].cost += 0.3
        readings[1].cost += 0.3
    return min(readings, key=lambda reading: (reading.cost - reading.taken, reading.cost))


class _Walk:
    """Reads the chunks of a list from left to right in one form."""

    def __init__(self, text: str, chunks: list[Chunk], shapes: list[str], *, vancouver: bool) -> None:
        self.text = text
        self.chunks = chunks
        self.shapes = shapes
        self.vancouver = vancouver
        self.semicolons = len(chunks) > 1 and chunks[0].sep == "," and chunks[1].sep == ";"
        """Whether semicolons part the names, so that a comma stands inside one."""
        self.told = False
        """Whether the list tells in which form it writes names."""
        self._begin(Form.MIXED, dated=False)

    def _begin(self, form: Form, *, dated: bool) -> None:
        self.form = form
        self.dated = dated
        self.out = Reading()
        self.full = False
        """Whether given names are spelled out."""
        self.initials = False
        """Whether a name with initials was read."""
        self.trailing = False
        """Whether a name with its initials behind it and no comma was read."""
        self.alone = True
        """Whether all names so far stand without a given name."""

    def read(self, form: Form, *, dated: bool) -> Reading:
        """Read as much as there is in one form."""
        self._begin(form, dated=dated)
        at = 0
        while at < len(self.chunks):
            step = self._name(at)
            if not step:
                break
            at += step
            if at < len(self.chunks) and (self.chunks[at - 1].sep not in {",", ";", "&", ""} or self.out.cut):
                break
        self.out.taken = at
        return self.out

    def _name(self, at: int) -> int:
        """Read the name that begins at a chunk; return how many chunks it takes, 0 when there is none."""
        chunk, shape = self.chunks[at], self.shapes[at]
        if at and chunk.doubtful and chunk.sep == "&" and not set(shape) & {"I", "K"}:
            return 0  # "Surveiller et punir": what "and" joins to a word in lower case is a title
        count = shape.count("W")
        if count == 1 and at == 0 and chunk_text(self.text, chunk).isupper():
            count = chunk.shape.count("W") + chunk.shape.count("K")
        if count > (1 if at == 0 or self.alone else 2) and self._is_body(chunk):
            return self._body(at)
        if "I" not in shape and "K" not in shape:
            return self._words(at)
        if not shape.strip("IK"):
            if self.trailing and shape == "II":
                return self._trailing(chunk, 1, 2)
            return self._family(at) if shape == "K" else 0
        core = shape.lstrip("p")
        if core.startswith("I"):
            return self._initials_first(at)
        return self._family_first(at)

    def _is_body(self, chunk: Chunk) -> bool:
        words = [self.text[start:end] for start, end in chunk.spots]
        if any(word.endswith(".") for word in words):
            return False
        return any(is_body_word(word) and kind != "I" for kind, word in zip(chunk.shape, words, strict=True))

    def _words(self, at: int) -> int:
        """A chunk of words alone: a family name before its comma, or a whole name in natural order."""
        chunk, shape = self.chunks[at], self.shapes[at]
        count = shape.count("W")
        follows = at + 1 < len(self.chunks) and chunk.sep == "," and not self.chunks[at + 1].joined
        if follows and not self.shapes[at + 1].strip("IKp"):
            return self._family(at)
        whole = self.form in {Form.NATURAL, Form.FAMILY_FIRST}
        if whole or (self.form is Form.MIXED and (at > 0 or not follows)) or (at and not follows):
            if count > 1 and not chunk.broken:
                return self._natural(at)
            if whole:
                self.out.cost += 1
                return 0
        return self._family(at)

    def _body(self, at: int) -> int:
        chunk = self.chunks[at]
        if at and not (chunk.joined or self.trailing or self.dated):
            return 0  # "G. Doe, Gli statuti del Comune": a title may hold such a word
        if chunk.broken:
            body = read_body(self.text, chunk.start, len(self.text)) if at and chunk.joined else None
            if body is None:
                return 0
            self.out.names.append(body.name)
            self.out.end = body.end
            return 1
        self.out.names.append(Name(tidy(chunk_text(self.text, chunk)), corporate=True))
        self.out.end = chunk.end
        self.out.body = self.out.body or at == 0
        return 1

    def _family(self, at: int) -> int:
        """A family name and, when the next chunk holds it, its given name."""
        chunk = self.chunks[at]
        if chunk.broken:
            return 0
        if chunk.sep == "," and at + 1 < len(self.chunks) and self._given(at + 1):
            return 2
        if self.shapes[at].count("W") > 1 and not self.dated and (self.form is not Form.INVERTED or at == 0):
            return self._natural(at)
        return self._alone(at)

    def _given(self, at: int) -> bool:
        """Take a chunk as the given name of the family name before it."""
        chunk, shape = self.chunks[at], self.shapes[at]
        family = self.chunks[at - 1]
        if chunk.joined:
            return self._split_name(at)
        if self.text[family.start] >= EAST_ASIAN:
            return False  # "王小明，李华": each is a whole name
        body = shape.rstrip("p")
        lead = len(body) - len(body.lstrip("IK"))
        count = len(shape)
        if lead and "W" in body[lead:] and not self._initial_and_name(at, body[lead:], lead):
            if (self.trailing and not self._parted(at)) or (chunk.sep in {",", ";", "&"} and lead == 1 and self.full):
                return False
            count = lead
            body = body[:lead]
            self.out.cut = True
        elif chunk.broken and "W" not in body:
            self.out.cut = True
        elif "IW" in body[lead:]:
            count = body.index("IW") + 1
            body = body[:count]
            self.out.cut = True
        elif (
            chunk.broken
            or shape.startswith("p")
            or (chunk.doubtful and chunk.sep == "&" and "I" not in body)
            or not self._may_be_given(family, chunk, body)
        ):
            return False
        if self._spelled_late(at, family):
            return False
        self.full |= "W" in body
        self.initials |= "W" not in body
        self.alone = False
        given_end = chunk.spots[len(body) - 1][1]
        particle = self.text[chunk.spots[len(body)][0] : chunk.end] if len(body) < count else None
        self._add(family, given=self.text[chunk.start : given_end], tail=particle, suffix=chunk.suffix)
        self.out.end = chunk.spots[count - 1][1] if self.out.cut else chunk.end
        return True

    def _spelled_late(self, at: int, family: Chunk) -> bool:
        """Whether a list of initials would spell a name out: that is a title, "Doe, J., The Rivers, MIT Press"."""
        if at < 2 or self.full or not self.initials or family.shape.count("W") < 2:
            return False
        return self.text[self.chunks[at].spots[0][1] - 1] != "." and self.shapes[at] != "I"

    def _parted(self, at: int) -> bool:
        """Whether a semicolon stands before the family name of a given name, so that the comma is inside the name."""
        return at > 1 and self.chunks[at - 2].sep == ";"

    def _may_be_given(self, family: Chunk, chunk: Chunk, body: str) -> bool:
        """Whether words after a comma are a given name, and no further name or acronym."""
        both_long = family.shape.count("W") > 1 and body.count("W") > 1
        if both_long and not (self.dated or self.semicolons or led(self.text, family)):
            return False
        if body.count("W") > 3 or (self.trailing and "WI" in body):
            return False
        acronym = len(chunk.shape) == 1 and chunk.end - chunk.start > 2 and chunk_text(self.text, chunk).isupper()
        return not (family.shape == "K" and acronym)

    def _initial_and_name(self, at: int, words: str, lead: int) -> bool:
        """Whether "K. Jarrod" is a given name and not an initial with the first word of the title."""
        chunk = self.chunks[at]
        if (
            words != "W"
            or lead > 1 + (not self.out.names)
            or chunk.broken
            or chunk.doubtful
            or (self.out.names and not self.full)
        ):
            return False
        if chunk.sep == "," or (self.dated and at + 1 >= len(self.chunks)):
            return True
        return (
            chunk.sep == "&"
            and at + 1 < len(self.chunks)
            and (len(self.shapes[at + 1]) > 1 or self.chunks[at + 1].sep == ",")
        )

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
        follows = at + 1 < len(self.chunks) and chunk.sep == "," and "I" in self.shapes[at + 1]
        sandwiched = self.trailing and len(chunk.shape) == 1 and (follows or chunk.joined)
        if at and not self.alone and not sandwiched:
            return 0
        self.out.cost += 1 if chunk.sep != "," else 1.5
        self.out.lone = at == 0 and len(self.chunks) == 1
        self._add(chunk)
        self.out.end = chunk.end
        return 1

    def _natural(self, at: int) -> int:
        """Given names, then the family name with its particles: "Oscar van der Straten"."""
        chunk, shape = self.chunks[at], self.shapes[at]
        if (self.initials and not self.full and not chunk.joined) or (at and chunk.doubtful and not chunk.joined):
            return 0
        ends = chunk.sep not in {",", "&", ";"}
        if at and not chunk.joined and ends and not (self.dated and at + 1 == len(self.chunks)):
            return 0
        self._add_natural(chunk, self._family_start(chunk, shape, len(shape) - 1))
        self.out.lone = len(self.chunks) == 1 and "p" not in shape
        self.full = True
        self.alone = False
        return 1

    def _family_start(self, chunk: Chunk, shape: str, cut: int) -> int:
        """Move the cut between given and family name before its particles: "Odile Le Brandt"."""
        while cut > 1 and (shape[cut - 1] == "p" or (shape[cut - 1] == "W" and self._family_word(chunk, cut - 1))):
            cut -= 1
        return cut

    def _family_word(self, chunk: Chunk, at: int) -> bool:
        """Whether a word before the last belongs to the family name: a particle, or capitals among "Ana LIMA COSTA"."""
        word, last = self.text[slice(*chunk.spots[at])], self.text[slice(*chunk.spots[-1])]
        capitals = word.isupper() and last.isupper() and not chunk.shape[at:].strip("WK")
        return word.casefold() in particles() or capitals

    def _initials_first(self, at: int) -> int:
        """Initials, then the family name: "J. van der Berg"; after full names only the last word: "J. Paul Getty"."""
        chunk, shape = self.chunks[at], self.shapes[at]
        if chunk.broken or "W" not in shape:
            return 0
        cut = len(shape) - len(shape.lstrip("pI"))
        while cut and shape[cut - 1] == "p":
            cut -= 1
        if self.full and len(shape) - cut > 1 and "p" not in shape:
            cut = self._family_start(chunk, shape, len(shape.rstrip("I")) - 1)
        self.initials = True
        self.alone = False
        self._add_natural(chunk, cut)
        return 1

    def _family_first(self, at: int) -> int:
        """Words and then initials: "Smith JA", or a natural name with a middle initial: "Lisa F. Rau"."""
        chunk, shape = self.chunks[at], self.shapes[at]
        if at and self.initials and not self.trailing and not self.full and self.form is Form.NATURAL:
            return 0
        first = shape.index("I")
        last = len(shape) - len(shape[first:].lstrip("I"))
        if self.form is Form.FAMILY_FIRST and "W" not in shape[last:]:
            return self._trailing(chunk, min(first, self._led(chunk)), last)
        if 0 < (capitals := capitals_first(self.text, chunk)) < first:
            return self._trailing(chunk, capitals, last)  # "ARDEN Michael L"
        if "W" in shape[last:]:
            if self._middle_initial(at, first, last):
                self.full = True
                self.alone = False
                self._add_natural(chunk, self._family_start(chunk, shape, len(shape) - 1))
                return 1
            if self.full:
                return 0
            self.out.cut = True
        return self._trailing(chunk, first, last)

    def _trailing(self, chunk: Chunk, first: int, last: int) -> int:
        """A family name of `first` words and its initials behind it."""
        if chunk.shape[last:].strip("p") == "I" and chunk.shape[-1] == "I" and not self.out.cut:
            last = len(chunk.shape)  # "Mayo M del P"
        rest = chunk.shape[last:]
        tail = self.text[chunk.spots[last][0] : chunk.end] if rest and not self.out.cut else None
        given = self.text[chunk.spots[first][0] : chunk.spots[last - 1][1]]
        self._add(chunk, words=first, given=given, tail=tail, suffix=chunk.suffix)
        self.out.end = chunk.spots[last - 1][1] if self.out.cut else chunk.end
        self.initials = self.trailing = True
        self.alone = False
        return 1

    def _middle_initial(self, at: int, first: int, last: int) -> bool:
        """Whether words stand around initials as in "Lisa F. Rau", and not as in "Rau LF. Extracting names"."""
        chunk, rest = self.chunks[at], self.shapes[at][last:]
        if self.trailing or chunk.broken or self.full:
            return self.full and not (self.trailing or chunk.broken)
        title = chunk.sep in {":", "0"} or (chunk.sep == '"' and self.text[chunk.end] != ",")
        if self.told:
            return True
        if title or self.vancouver or self.initials or chunk.doubtful or rest.count("W") > 1:
            return False
        if chunk.sep == "&" and at + 2 == len(self.chunks) and self.shapes[at + 1] == "W":
            return False
        return self.text[chunk.spots[first][1] - 1] == "." and (chunk.sep != "(" or self.dated)

    def _led(self, chunk: Chunk) -> int:
        """Return how many words the family name has that begins a chunk, its particles among them."""
        lead = next(
            (at for at, spot in enumerate(chunk.spots) if self.text[slice(*spot)].casefold() not in particles()), 0
        )
        return lead + 1

    def _add_natural(self, chunk: Chunk, cut: int) -> None:
        text, spots, shape = self.text, chunk.spots, chunk.shape
        self.out.end = chunk.end
        if text[chunk.start] >= EAST_ASIAN and not "ァ" <= text[chunk.start] <= "ヿ" and cut:
            self._add(chunk, words=1, given=text[spots[1][0] : chunk.end])  # "渡良 進"
            return
        capitals = capitals_first(text, chunk)
        if self.form is Form.FAMILY_FIRST or capitals:
            capitals = capitals or self._led(chunk)
            given = text[spots[capitals][0] : chunk.end] if capitals < len(spots) else None
            self._add(chunk, words=capitals, given=given)
            return
        given = text[spots[0][0] : spots[cut - 1][1]] if cut else None
        stop = cut
        while stop < len(shape) - 1 and shape[stop] == "p":
            stop += 1
        particle = text[spots[cut][0] : spots[stop - 1][1]] if stop > cut else None
        self.out.names.append(Name(tidy(text[spots[stop][0] : spots[-1][1]]), given, particle, chunk.suffix))

    def _add(
        self,
        chunk: Chunk,
        *,
        words: int | None = None,
        given: str | None = None,
        tail: str | None = None,
        suffix: str | None = None,
    ) -> None:
        """Add a name: its family is the first `words` words of a chunk, `tail` a particle after its given name."""
        text, spots = self.text, chunk.spots
        count = len(spots) if words is None else words
        start = 0
        while start < count - 1 and chunk.shape[start] == "p":
            start += 1
        particle = text[spots[0][0] : spots[start - 1][1]] if start else tail
        family = tidy(text[spots[start][0] : spots[count - 1][1]])
        self.out.names.append(Name(family, given, particle, suffix or chunk.suffix))
