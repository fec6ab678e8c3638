"""Short forms of bodies that the text itself gives: "World Health Organization (WHO)"."""

from __future__ import annotations

from citecheck.extract.body import Body
from citecheck.model.reference import Name
from citecheck.model.value import replace
from citecheck.text.pattern import pattern
from citecheck.text.tokens import tokenise

# A bracket with nothing but a short form, which has two capitals at least.
# must match: (WHO) | [UNESCO] | (OECD/FAO); must not: (Smith) | (2014) | (a)
_SHORT = pattern(r"[(\[]([A-Z][\w&/-]{0,5}[A-Z][\w&/-]{0,8})[)\]]")
#: The name of a body stands at most so far before its short form, in code points.
BESIDE = 120
#: The longest bracket with a short form, in code points.
LONGEST = 17


def with_short_forms(body: Body) -> Body:
    """Return a body of which the entries have the short forms that the text gives for their corporate authors."""
    bodies = any(name.corporate and " " in name.family for reference in body.references for name in reference.cited_as)
    found = _short_forms(body) if bodies else {}
    if not found:
        return body
    references = tuple(
        replace(
            reference,
            authors=tuple(_shortened(name, index, found) for name in reference.authors),
            editors=tuple(_shortened(name, index, found) for name in reference.editors),
        )
        if index in found
        else reference
        for index, reference in enumerate(body.references)
    )
    return body.beside(references)


def _short_forms(body: Body) -> dict[int, str]:
    """Return the short form of the first author of an entry, by the index of the entry; the first one given counts."""
    found: dict[int, str] = {}
    for bracket in body.brackets.brackets:
        start = bracket.span.start
        short = _SHORT.match(body.text, start) if len(bracket.span) <= LONGEST else None
        if short is None:
            continue
        tokens = tokenise(body.text, max(body.begins(start), start - BESIDE), start)
        listed = body.lexicon.ending_at(tokens, len(tokens) - 1) if tokens else None
        if listed is not None and len(listed[1]) > 1:
            for index, places in body.lexicon.entries(listed[1]).items():
                if 0 in places:
                    found.setdefault(index, short[1])
    return found


def _shortened(name: Name, index: int, found: dict[int, str]) -> Name:
    if index not in found or not name.corporate or name.acronym:
        return name
    return replace(name, acronym=found[index])
