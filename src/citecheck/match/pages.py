"""The page range of an entry, as numbers."""

from __future__ import annotations

import re

from citecheck.model.reference import Reference
from citecheck.text.pattern import pattern

_RANGE = pattern(r"^\s*(?:[a-z]{0,4}\.?\s?)?([0-9]{1,6})\s?[–—‒‐-]{1,2}\s?([0-9]{1,6})\s*$", re.IGNORECASE)
#: A range longer than this is a slip or a whole volume, and proves nothing.
LONGEST = 400


def backwards(pages: str) -> tuple[str, str] | None:
    """Return the first and last page of a range that runs backwards, as written: 120–115, 348–32; else None.

    Of 348–52 the last page is 352.
    """
    for part in pages.replace(";", ",").split(","):
        found = _RANGE.match(part)
        if found is not None:
            first, last = found.groups()
            whole = first[: max(0, len(first) - len(last))] + last
            if int(whole) < int(first):
                return first, last
    return None


def page_range(reference: Reference) -> tuple[int, int] | None:
    """Return first and last page of an entry that gives both, the last one completed (348–52 is 348–352); else None."""
    found = _RANGE.match(reference.pages or "")
    if found is None:
        return None
    first, last = found.groups()
    if len(last) < len(first):
        last = first[: len(first) - len(last)] + last
    pages = int(first), int(last)
    in_title = bool(reference.title) and (reference.pages or "") in (reference.title or "")
    return pages if pages[0] <= pages[1] <= pages[0] + LONGEST and not in_title else None
