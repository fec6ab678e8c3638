"""Short forms that the text gives for the bodies of its list."""

import pytest

from citecheck.extract.body import Body
from citecheck.extract.short_forms import with_short_forms
from citecheck.model.document import Document
from citecheck.model.span import Span

LIST = """
Crane, Ada. 2012. Flocks. Birds 3 (2): 110–133.
World Health Organization. 2020. Clean Hands. Geneva: WHO.
"""

ROWS = [
    ("The World Health Organization (WHO) met.", "WHO", "a short form in brackets behind the name"),
    ("The World Health Organization [WHO] met.", "WHO", "square brackets"),
    ("The World Health Organization (2020) met.", "", "a year is no short form"),
    ("The World Health Organization (Geneva) met.", "", "neither is a word"),
    ("The Red Cross (RC) met.", "", "a name that is not in the list"),
]


def shortened(text, references):
    return with_short_forms(Body(Document("a.txt", "text", text, (), ()), (Span(0, len(text)),), references)).references


@pytest.mark.parametrize(("text", "expected", "why"), ROWS)
def test_a_body_gets_the_short_form_of_the_text(text, expected, why, references_of):
    references = shortened(text, references_of(LIST))
    assert [name.acronym or "" for reference in references for name in reference.authors] == ["", expected], why


def test_the_short_form_given_first_counts(references_of):
    text = "The World Health Organization (WHO) met. The World Health Organization (WHOX) met again."
    references = shortened(text, references_of(LIST))
    assert references[1].authors[0].acronym == "WHO"
