"""Which of the marks in a text are its citations: the evidence of the whole document, weighed against its list."""

from __future__ import annotations

from itertools import pairwise

from citecheck.extract.body import Body
from citecheck.extract.numeric_marks import Form, Mark, is_et_al, word_before
from citecheck.model.reference import Reference
from citecheck.model.value import value
from citecheck.text.folding import fold
from citecheck.text.pattern import pattern

# The year of an author–date citation: Jones, 2014) | Jones 2014; | Jones (2014)
_YEAR = pattern(r"(?:1[6-9]|20)[0-9]{2}[a-z]?(?=\s?[)\],;:])")
_AFTER_NAME = pattern(r"[^\W\d_.][.,]?\s[(\[]?\Z")
#: What follows the number at the end of a clause, and how many show it.
_ENDS, FEWEST_ENDS = frozenset(".,;:"), 5
#: Where each number is used once, so much of the list is cited, and so much of what is cited is in the list.
MOST, VALID = 0.8, 0.95
_QUOTES = frozenset('”’"»')
# matches at the head of an entry: 1. | [1] | (1) | 1 | 1.Jones   not: 1984 | 10.1016
_LABEL = pattern(r"\s{0,4}[\[(]?([0-9]{1,4})(?:[\]).]{1,2}(?![0-9])|[\s\u00a0])")
# the line of an affiliation under the authors: ¹ University of … | 1 University of …
_AFFILIATION = pattern(r"[ \t]{0,3}(?:[¹²³⁴-⁹]{1,2}|[0-9]{1,2}(?=[ \t]?[^\W\d_]))[ \t]?\w")


#: Authors and affiliations are sought in so many lines; a line this long is a paragraph of the article.
_HEAD_LINES = 40
_PARAGRAPH = 300


@value
class Ledger:
    """What the list allows: which number stands for which entries, and whether the list prints its numbers."""

    numbers: dict[int, tuple[Reference, ...]]
    printed: bool
    surnames: frozenset[str]
    """The last words of the listed names, folded."""

    @property
    def highest(self) -> int:
        """The highest number of the list."""
        return max(self.numbers, default=0)


def ledger(references: tuple[Reference, ...]) -> Ledger:
    """Return the numbers of the list: as it prints them, else by position in each of its lists."""
    printed = [(printed_number(reference), reference) for reference in references]
    labelled = sum(number is not None for number, _ in printed)
    is_printed = labelled >= 0.8 * len(references) > 0
    numbers: dict[int, tuple[Reference, ...]] = {}
    position: dict[tuple[int, int], int] = {}
    for label, reference in printed:
        section = reference.document, reference.section
        position[section] = position.get(section, 0) + 1
        number = label if is_printed else position[section]
        if number is not None:
            numbers[number] = (*numbers.get(number, ()), reference)
    return Ledger(numbers, is_printed, _surnames(references))


def _surnames(references: tuple[Reference, ...]) -> frozenset[str]:
    folded = (fold(name.family).split() for reference in references for name in reference.cited_as)
    return frozenset(words[-1] for words in folded if words)


def printed_number(reference: Reference) -> int | None:
    """Return the number that the list prints before an entry, None where it prints none."""
    if reference.number is not None:
        return reference.number
    label = _LABEL.match(reference.text)
    return int(label[1]) if label and len(label[1]) < 4 else None


@value
class Weight:
    """How well the marks of one form fit the list."""

    form: Form
    marks: tuple[Mark, ...]
    cited: int
    """How many numbers the marks cite, those beyond the list too."""
    valid: float
    """The part of them that the list has."""
    covered: float
    """The part of the list that they cite."""
    rising: float
    """The part of first mentions that come in rising order."""
    repeated: bool
    """Whether some number is cited twice, or several at once: footnote marks never are."""


def weigh(form: Form, marks: tuple[Mark, ...], known: Ledger) -> Weight:
    """Return how well `marks` fit the list."""
    numbers = [one.number for mark in marks if mark.firm for one in mark.numbers]
    inside = [number for number in numbers if number in known.numbers]
    first = list(dict.fromkeys(inside))
    rising = sum(later > earlier for earlier, later in pairwise(first)) / max(1, len(first) - 1)
    return Weight(
        form,
        marks,
        cited=len(numbers),
        valid=len(inside) / max(1, len(numbers)),
        covered=len(first) / max(1, len(known.numbers)),
        rising=rising,
        repeated=len(set(numbers)) < len(numbers) or any(len(mark.numbers) > 1 for mark in marks),
    )


def prevails(weight: Weight, known: Ledger, names_and_years: int) -> bool:
    """Whether marks of this form are the way in which the document cites.

    Square brackets with valid numbers are hardly anything else. Round brackets are also examples, equations and
    quantities, raised numbers also footnotes, glued digits also names of genes: they need a list that prints its
    numbers, or else that nearly all of it is cited, in order; and fewer citations by name and year.
    """
    if weight.form is Form.SQUARE:
        enough = 0.1 if known.printed else 0.5
        return weight.valid >= 0.6 and weight.covered >= enough and len(weight.marks) * 2 >= names_and_years
    if weight.cited < 2:
        return False
    if len(weight.marks) < names_and_years or weight.valid < 0.6 or not weight.repeated:
        return weight.form is Form.RAISED and _once_each(weight, known) and len(weight.marks) > 2 * names_and_years
    if known.printed:
        return weight.covered >= (0.45 if weight.form is Form.GLUED else 0.35)
    return weight.covered >= 0.7 and weight.valid >= 0.9 and weight.rising >= 0.8


def _once_each(weight: Weight, known: Ledger) -> bool:
    """Whether raised numbers that are each used once, as footnotes are, nevertheless fit a numbered list exactly."""
    return known.printed and weight.covered >= 0.9 and weight.valid >= VALID


def ends_clauses(weight: Weight, known: Ledger, text: str, names_and_years: int) -> bool:
    """Whether numbers in round brackets, each used once, stand at the ends of clauses and fit a numbered list exactly.

    Those of an enumeration, "(1) who, (2) why", stand at the beginning.
    """
    if weight.form is not Form.ROUND or len(weight.marks) <= 2 * names_and_years or not known.printed:
        return False
    if weight.covered < MOST or weight.valid < VALID:
        return False
    ends = sum(text[mark.span.end : mark.span.end + 1] in _ENDS for mark in weight.marks)
    return len(weight.marks) >= FEWEST_ENDS and ends >= 0.9 * len(weight.marks)


def count_names_and_years(body: Body) -> int:
    """Return how often a name is followed by a year the way author–date citations are."""
    text = body.text
    return sum(
        _AFTER_NAME.search(text, max(0, year.start() - 4), year.start()) is not None
        for span in body.spans
        for year in _YEAR.finditer(text, span.start, span.end)
    )


def is_cited_by_name(text: str, mark: Mark, known: Ledger) -> bool:
    """Whether a listed name, "et al." or a closing quotation stands right before a mark."""
    before = text[max(0, mark.span.start - 40) : mark.span.start].rstrip()
    if before[-1:] in _QUOTES or is_et_al(before):
        return True
    word = word_before(text, mark.span.start).removesuffix("'s").removesuffix("’s")
    return fold(word).split()[-1:] != [] and word[0].isupper() and fold(word).split()[-1] in known.surnames


def end_of_authors(text: str, references: tuple[Reference, ...]) -> int:
    """Return where the lines of authors and affiliations at the head of an article end; their numbers cite nothing.

    Affiliations are numbered lines before the first paragraph, and before the list of a short article.
    """
    listed = min((one.span.start for one in references if one.document == 0), default=0) or len(text)
    start = reached = 0
    for _ in range(_HEAD_LINES):
        end = text.find("\n", start)
        if end < 0 or end - start > _PARAGRAPH or start >= listed:
            break
        if _AFFILIATION.match(text, start, end):
            reached = end
        start = end + 1
    return reached


def in_order_of_mention(text: str, marks: tuple[Mark, ...], known: Ledger) -> tuple[Mark, ...]:
    """Return the marks that can stand in a text that cites its list in order: each number known or next, or nearly.

    A gene called after a number (MT3) comes out of turn, a citation glued to a word does not.
    """
    kept: list[Mark] = []
    reached = 0
    for mark in marks:
        if all(one.number > known.highest for one in mark.numbers):
            if is_cited_by_name(text, mark, known):
                kept.append(mark)
            continue
        lowest, highest = min(mark.numbers)[0], max(mark.numbers)[0]
        if not mark.firm and lowest != reached + 1:
            continue
        if lowest <= reached + _slack(known) and highest <= reached + len(mark.numbers) + _slack(known):
            kept.append(mark)
            reached = max(reached, highest)
    return tuple(kept)


def _slack(known: Ledger) -> int:
    return 2 + len(known.numbers) // 25
