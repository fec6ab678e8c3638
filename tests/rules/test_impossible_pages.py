"""impossible-pages: pages run backwards."""

import pytest

FLAGGED = [
    ("120--112", "swapped"),
    ("1234-27", "cut short, and still backwards"),
    ("pp. 120–112", "with a label"),
    ("1-5, 20-12", "the second of two ranges"),
]
CLEAN = [
    ("112--120", "in order"),
    ("348--52", "cut short: 348–352"),
    ("e120-e112", "letters, whose order nobody knows"),
    ("xii-5", "a preface and a page"),
    ("12:1-12:30", "pages of an issue"),
    ("120", "one page"),
    ("120--120", "the same page"),
    ("120-112-115", "no range"),
]


@pytest.mark.parametrize(("pages", "why"), FLAGGED, ids=[row[1] for row in FLAGGED])
def test_flagged(messages, pages, why):
    (message,) = messages("impossible-pages", f"@book{{a, title = {{T}}, pages = {{{pages}}}}}")
    assert "run backwards" in message


@pytest.mark.parametrize(("pages", "why"), CLEAN, ids=[row[1] for row in CLEAN])
def test_clean(messages, pages, why):
    assert messages("impossible-pages", f"@book{{a, title = {{T}}, pages = {{{pages}}}}}") == []
