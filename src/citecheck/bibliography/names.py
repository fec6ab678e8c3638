"""Names as formats of lists write them: "Family, Given", particles, suffixes, bodies with their acronyms."""

from __future__ import annotations

import re

from citecheck.languages.language import bare, words
from citecheck.model.reference import Name

_SUFFIX = re.compile(r"(?:[JS]r|[IVX]{2,4}|[JS]nr)\.?", re.IGNORECASE)
#: "Smith JA", "Smith J.-A. Jr"; the family name has a small letter, or it would be an acronym's letters.
_INITIALS = re.compile(r"(\w.{0,100}?[^\W\dA-Z_]) ((?:[A-Z]\.?-?){1,4})(?: ([JS]r\.?|[2-4](?:nd|rd|th)|I{1,3}V?))?")
#: "World Health Organization (WHO)". Not "Smith (ed.)": an acronym begins with a capital and has another one.
_ACRONYM = re.compile(r"\s[(\[]([A-Z][\w&./-]{0,18}[A-Z][\w-]{0,3})[)\]]$")


def person(family: str, given: str | None = None, *, particle: str | None = None, suffix: str | None = None) -> Name:
    """Return a person; lower-case words that lead the family name are its particle where none is given."""
    if not particle:
        particle, family = split_particle(family)
    return Name(family, given or None, particle, suffix or None)


def body(text: str) -> Name:
    """Return a corporate author, its acronym apart where the name ends with it in brackets."""
    found = _ACRONYM.search(text)
    if found:
        return Name(text[: found.start()].rstrip(), corporate=True, acronym=found[1])
    return Name(text, corporate=True)


def inverted(text: str) -> Name | None:
    """Return the name of "Family, Given", "Family, Given, Jr." or "Family GN Jr"; else several words are a body."""
    family, *rest = (part.strip() for part in text.split(","))
    if not family:
        return None
    if not rest:
        initials = _INITIALS.fullmatch(family)
        if initials:
            return person(initials[1], initials[2], suffix=initials[3])
        return body(family) if " " in family else Name(family)
    return from_parts(family, rest)


def from_parts(family: str, rest: list[str]) -> Name:
    """Return the name of "Family, Given", "Family, Jr, Given" or "Family, Given, Jr", cut at its commas."""
    parts = [part for part in rest if part]
    suffix = next((part for part in parts if _SUFFIX.fullmatch(part)), None) if len(parts) > 1 else None
    if suffix is not None:
        parts.remove(suffix)
    return person(family, ", ".join(parts), suffix=suffix)


def split_particle(family: str) -> tuple[str | None, str]:
    """Return the lower-case words that lead `family` and the rest; the last word is never a particle."""
    if not family[:1].islower() or " " not in family:
        return None, family
    words = family.split()
    lead = 0
    while lead < len(words) - 1 and words[lead][0].islower():
        lead += 1
    return " ".join(words[:lead]), " ".join(words[lead:])


def is_et_al(name: str) -> bool:
    """Whether what stands as a name says that there are more."""
    return bare(name) in words("et_al")


def is_suffix(word: str) -> bool:
    """Whether `word` is what stands behind a name: Jr., Sr., III."""
    return _SUFFIX.fullmatch(word) is not None
