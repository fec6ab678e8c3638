"""Why a citation is taken to mean an entry: the evidence in words, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.extract.lexicon import words_of
from citecheck.model.citation import Citation, CitationKind
from citecheck.model.manuscript import Manuscript
from citecheck.model.match import Difference, DifferenceKind, Match, Verdict
from citecheck.model.reference import Reference
from citecheck.report.agreement import counted

#: From this confidence on, these words.
_SURENESS = ((0.97, "practically certain"), (0.9, "very likely"), (0.7, "likely"), (0.5, "perhaps"))
_DOUBTFUL = "doubtful"

_DIFFERENCES = {
    DifferenceKind.SPELLING: "the text has “{cited}”, the entry “{listed}”",
    DifferenceKind.YEAR: "the text has {cited}, the entry {listed}",
    DifferenceKind.SUFFIX: "the text has {cited}, the entry {listed}",
    DifferenceKind.AUTHOR_MISSING: "the text leaves out an author of {listed}",
    DifferenceKind.AUTHOR_ADDED: "the text names “{cited}”, who is not among {listed}",
    DifferenceKind.AUTHOR_ORDER: "the text has another order than {listed}",
    DifferenceKind.ET_AL: "the text has “et al.”, the entry only {listed}",
}


def sureness(confidence: float) -> str:
    """Return how sure something is, in words and in per cent."""
    words = next((words for least, words in _SURENESS if confidence >= least), _DOUBTFUL)
    return f"{words} ({round(100 * confidence)} %)"


def evidence(citation: Citation, match: Match, manuscript: Manuscript) -> tuple[str, ...]:
    """Return what speaks for the entry meant and what speaks against it, each a clause without a full stop."""
    if match.verdict is Verdict.NONE:
        return (_nothing(citation, manuscript),)
    if match.verdict is Verdict.SEVERAL:
        return (f"it fits {counted(len(match.references), 'entry', 'entries')} equally well",)
    reference = manuscript.reference(match.references[0])
    return (
        *_agreeing(citation, match, reference),
        *(_differing(difference) for difference in match.differences),
        *_from_afar(citation),
    )


def _nothing(citation: Citation, manuscript: Manuscript) -> str:
    if not manuscript.references:
        return "there is no list to compare it with"
    if citation.number is not None:
        return "the list has no entry of this number"
    return "the list has no entry of this key" if citation.key is not None else "no entry of the list is meant by it"


def _agreeing(citation: Citation, match: Match, reference: Reference) -> Iterator[str]:
    if citation.kind is CitationKind.IBID:
        yield "it repeats the work cited before it"
    elif citation.meant is not None:
        yield _told(citation)
    else:
        yield from _compared(citation, match, reference)


def _told(citation: Citation) -> str:
    if citation.number is not None:
        return "the entry has this number"
    return "the entry has this key" if citation.key is not None else "the document itself points to this entry"


def _compared(citation: Citation, match: Match, reference: Reference) -> Iterator[str]:
    """Yield what was compared and agrees: names, year, short title."""
    kinds = {difference.kind for difference in match.differences}
    about_names = {DifferenceKind.SPELLING, DifferenceKind.AUTHOR_MISSING, DifferenceKind.AUTHOR_ADDED}
    if citation.authors and not kinds & {*about_names, DifferenceKind.AUTHOR_ORDER}:
        yield _names(citation, reference)
    if citation.year is not None and not kinds & {DifferenceKind.YEAR, DifferenceKind.SUFFIX}:
        yield "the year agrees"
    if citation.title is not None:
        yield "the short title is in the entry"


def _names(citation: Citation, reference: Reference) -> str:
    listed = {word for name in reference.cited_as for word in (*words_of(name.shown), *words_of(name.acronym or ""))}
    if not listed & {word for name in citation.authors for word in words_of(name.text)}:
        return "the name stands in the entry, or is a short form of one there"
    if citation.et_al is not None:
        return "the name agrees, and “et al.” stands for the others"
    return "the name agrees" if len(citation.authors) == 1 else "the names agree"


def _differing(difference: Difference) -> str:
    words = _DIFFERENCES[difference.kind].format(cited=difference.cited, listed=difference.listed)
    return f"{words}; it is the entry that looks wrong" if difference.list_errs else words


def _from_afar(citation: Citation) -> Iterator[str]:
    if citation.inherited:
        yield "its name is that of the citation before it"
    elif citation.distant:
        yield "its name stands earlier in the text"
