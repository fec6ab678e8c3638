"""How messages name a citation and an entry: the words that all rules share."""

from __future__ import annotations

from citecheck.model.citation import Citation
from citecheck.model.manuscript import Manuscript
from citecheck.model.reference import Reference, ReferenceId

#: The longest quotation in a message, in code points.
LONGEST = 70


def cited_as(citation: Citation, manuscript: Manuscript) -> str:
    """Return the citation by its names and year: "Kuhn, 1962"; a number or key as it stands."""
    if citation.number is not None or citation.key is not None or not citation.authors:
        return shortened(citation.span.of(manuscript.document.text))
    names = ", ".join(name.text for name in citation.authors[:-1])
    last = citation.authors[-1].text
    joined = f"{names} and {last}" if names else last
    if citation.et_al is not None:
        joined += " et al."
    return shortened(f"{joined}, {citation.year.text}" if citation.year else joined)


def listed_as(reference: Reference) -> str:
    """Return the entry by its names and year: "Tversky and Kahneman 1974"; by its first words where it has no names."""
    names = [name.shown for name in reference.cited_as]
    if not names:
        return shortened(reference.title or reference.key or reference.text)
    joined = f"{names[0]} et al." if len(names) > 2 else " and ".join(names)
    return shortened(f"{joined} {reference.year.shown}" if reference.year else joined)


def shortened(text: str) -> str:
    """Return `text` on one line, cut with an ellipsis where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "…"


def cited(manuscript: Manuscript, id: ReferenceId) -> bool:
    """Whether some citation means this entry."""
    return any(id in match.references for match in manuscript.matches)
