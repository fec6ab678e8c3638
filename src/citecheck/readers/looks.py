"""How characters look in a word processor, as far as it tells what they mean."""

from __future__ import annotations

from citecheck.model.value import value


@value
class Look:
    """How characters look."""

    italic: bool = False
    raised: bool = False
    hidden: bool = False

    def joined(self, other: Look) -> Look:
        """Return a look that has what either has."""
        if other == PLAIN:
            return self
        return Look(self.italic or other.italic, self.raised or other.raised, self.hidden or other.hidden)


PLAIN = Look()
