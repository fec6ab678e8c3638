"""A citation by key as a reader finds it in a file, before the text is woven."""

from __future__ import annotations

from typing import NamedTuple

from citecheck.model.document import KeyedMark
from citecheck.model.span import Span
from citecheck.readers.weaving import Woven


class Mark(NamedTuple):
    """Where the key, the whole citation, and the note behind the key stand in the file."""

    span: Span
    key: str
    cluster: Span
    locator: Span | None

    def woven(self, woven: Woven) -> KeyedMark:
        """Return the citation with its places in the clean text."""
        locator = woven.clean(self.locator) if self.locator is not None else None
        return KeyedMark(woven.clean(self.span), self.key, woven.clean(self.cluster), locator)
