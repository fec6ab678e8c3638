"""How a citation sits in its sentence: whether the sentence needs its names, and whether its brackets are whole."""

from __future__ import annotations

from citecheck.languages.language import bare, words
from citecheck.model.citation import Citation, CitationKind

#: How far back the beginning of a sentence is looked for, in code points.
SENTENCE = 60


def needs_names(text: str, citation: Citation) -> bool:
    """Whether the sentence around a bracket lacks the names inside it: "according to (Smith, 2014), …"."""
    if citation.inherited or not citation.authors or citation.cluster.start + 1 != citation.span.start:
        return False
    after = text[citation.cluster.end : citation.cluster.end + 40].lstrip()
    before = text[max(0, citation.cluster.start - SENTENCE) : citation.cluster.start]
    if not before.endswith((" ", "\n")):
        return False
    lead = before.replace("\n", " ").rstrip()
    last = bare(lead).split()
    governed = bool(last) and (last[-1] in words("governing") or " ".join(last[-2:]) in words("governing"))
    if governed and not lead.endswith((",", ".", ";", ":")):
        return bool(after) and after[0] not in ".;)"
    return _opens_sentence(before) and after[:1].islower() and after.split()[0] not in words("joiners")


def _opens_sentence(before: str) -> bool:
    """Whether a bracket stands at the head of a sentence, behind at most one word of introduction and its comma."""
    sentence = before[max(before.rfind(end) for end in (". ", "? ", "! ", "\n")) + 1 :].strip()
    if len(before) == SENTENCE and sentence == before.strip():
        return False
    return sentence.endswith(",") and len(sentence.split()) == 1 and sentence[0].isupper()


def half_bracketed(text: str, citation: Citation) -> bool:
    """Whether a citation outside any bracket has an opening sign before it or a closing one behind it."""
    if citation.kind is not CitationKind.NARRATIVE or citation.cluster != citation.year_span:
        return False
    end = citation.locator.span.end if citation.locator else citation.span.end
    return text[citation.span.start - 1 : citation.span.start] in {"(", "["} or text[end : end + 1] in {")", "]"}
