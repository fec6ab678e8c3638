"""What a problem is known by when the manuscript around it changes: its rule and its words, never its place."""

from __future__ import annotations

from hashlib import sha256

from citecheck.model.manuscript import Manuscript
from citecheck.model.problem import Problem
from citecheck.model.reference import Reference

#: So many hexadecimal digits tell the problems of one manuscript apart.
LENGTH = 16
#: So many code points of what a problem marks count, where it names neither citation nor entry.
_MARKED = 200


def fingerprint(problem: Problem, manuscript: Manuscript) -> str:
    """Return the same digits for the same problem, whatever was edited elsewhere; twice for two of the same words."""
    return sha256(
        "\n".join((problem.rule, *subject(problem, manuscript))).encode("utf-8", "backslashreplace")
    ).hexdigest()[:LENGTH]


def subject(problem: Problem, manuscript: Manuscript) -> tuple[str, ...]:
    """Return the words of the citation and of the entry that a problem is about, or else the words it marks."""
    finding = problem.finding
    named: list[str] = []
    if finding.citation is not None:
        named.append(_plain(manuscript.citation(finding.citation).span.of(manuscript.document.text)))
    if finding.reference is not None:
        named.append(_listed(manuscript.reference(finding.reference)))
    if not named and finding.span is not None:
        named.append(_plain(finding.span.of(manuscript.documents[finding.document].text))[:_MARKED])
    return tuple(named)


def _listed(reference: Reference) -> str:
    """Return an entry by its key or its names, year and title; by its words where it has none of them."""
    names = ", ".join(name.shown for name in reference.cited_as)
    parts = (names, reference.year.shown if reference.year else None, reference.title)
    return _plain(reference.key or " ".join(part for part in parts if part) or reference.text)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
