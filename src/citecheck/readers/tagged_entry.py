"""The fields of an entry that markup names: what the elements of JATS and TEI say, as plain values."""

from __future__ import annotations

import re

from citecheck.languages.language import words
from citecheck.model.reference import Name, Reference, ReferenceId, Year
from citecheck.model.span import Span

_YEAR = re.compile(r"(?<![0-9])(1[0-9]{3}|20[0-9]{2})([a-z]?)(?![0-9a-z])")
_NUMBER = re.compile(r"[\[(]?\s?([0-9]{1,4})\s?[\]).]{0,2}")
_DOI = re.compile(r"10\.[0-9]{4,9}/\S{1,200}")

EMPTY = Reference(ReferenceId(""), Span(0, 0), "")
"""An entry of which nothing is known yet."""


def person(family: str, given: str | None, suffix: str | None = None) -> Name:
    """Return a person; the particles that lead a family name are told apart."""
    lead, particles = 0, words("particles")
    parts = family.split()
    while lead < len(parts) - 1 and parts[lead][0].islower() and parts[lead] in particles:
        lead += 1
    return Name(" ".join(parts[lead:]) or family, given or None, " ".join(parts[:lead]) or None, suffix or None)


def year_of(written: str) -> Year | None:
    """Return the year that a field names by a number, None where it names none."""
    found = _YEAR.search(written)
    return Year(written, int(found[1]), found[2]) if found else None


def printed_number(label: str) -> int | None:
    """Return the number that a label is, None where it is another one."""
    found = _NUMBER.fullmatch(label)
    return int(found[1]) if found else None


def doi_in(written: str) -> str | None:
    """Return the DOI in an address or a field."""
    found = _DOI.search(written)
    return found[0].rstrip(".,;)") if found else None
