"""Short forms of bodies that the text itself gives: "World Health Organization (WHO)"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from citecheck.extract.lexicon import Lexicon
from citecheck.model.reference import Name, Reference
from citecheck.model.span import Span
from citecheck.model.value import replace
from citecheck.text.tokens import tokenise

# A bracket with nothing but a short form, which has two capitals at least.
# must match: (WHO) | [UNESCO] | (OECD/FAO); must not: (Smith) | (2014) | (a)
_SHORT = re.compile(r"[(\[]([A-Z][\w&/-]{0,5}[A-Z][\w&/-]{0,8})[)\]]")
#: The name of a body stands at most so far before its short form, in code points.
BESIDE = 120


def with_short_forms(text: str, spans: Sequence[Span], references: tuple[Reference, ...]) -> tuple[Reference, ...]:
    """Return the entries with the short forms that the text gives for their corporate authors."""
    bodies = any(name.corporate and " " in name.family for reference in references for name in reference.cited_as)
    found = {} if not bodies else _short_forms(text, spans, Lexicon(references))
    if not found:
        return references
    return tuple(
        replace(
            reference,
            authors=tuple(_shortened(name, index, found) for name in reference.authors),
            editors=tuple(_shortened(name, index, found) for name in reference.editors),
        )
        for index, reference in enumerate(references)
    )


def _short_forms(text: str, spans: Sequence[Span], lexicon: Lexicon) -> dict[int, str]:
    """Return the short form of the first author of an entry, by the index of the entry; the first one given counts."""
    found: dict[int, str] = {}
    for span in spans:
        for bracket in _SHORT.finditer(text, span.start, span.end):
            tokens = tokenise(text, max(span.start, bracket.start() - BESIDE), bracket.start())
            listed = lexicon.ending_at(tokens, len(tokens) - 1) if tokens else None
            if listed is not None and len(listed[1]) > 1:
                for index, places in lexicon.entries(listed[1]).items():
                    if 0 in places:
                        found.setdefault(index, bracket[1])
    return found


def _shortened(name: Name, index: int, found: dict[int, str]) -> Name:
    if index not in found or not name.corporate or name.acronym:
        return name
    return replace(name, acronym=found[index])
