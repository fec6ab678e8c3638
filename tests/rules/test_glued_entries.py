"""glued-entries: two entries on one line, and sentences inside an entry that look like a second one."""

import pytest

SOUND = """
Axelrod, Robert. 1984. *The Evolution of Cooperation*. New York: Basic Books.
Braudel, Fernand. 1979. *Civilisation and Capitalism*. Paris: Colin.
Crane, Ada, and Ben Dove. 2012. Flocks. *Birds* 3 (2): 110–133.
Eider, Gro. 2016. Down. *Birds* 7: 348–352.
Finch, Leo. 2010. *Finches*. Perth: Wing.
Kuhn, Thomas S. 1962. *The Structure of Scientific Revolutions*. Chicago: University of Chicago Press.
"""

FLAGGED = [
    (
        "Lark, Ed. 2011. Larks. *Birds* 4: 1–9. Martin, Flo. 2013. *Martins*. Ghent: Vogel.",
        "Martin, Flo. 2013",
        "two persons",
    ),
    (
        "Lark, Ed. 2011. *Larks at Dawn*. Ghent: Vogel. Ministry of Forests. 2008. *The Forest Act*. Oslo: Ministry.",
        "Ministry of Forests. 2008",
        "a body behind a person",
    ),
]

CLEAN = [
    ("Lark, Ed. 2011. Larks. In *Dawn Birds*, edited by Flo Martin, 1–9. Ghent: Vogel.", "an editor"),
    ("Lark, E. (2011). Larks. In F. Martin & G. Night (Eds.), *Dawn Birds* (pp. 1–9). Vogel.", "editors with initials"),
    ("Lark, Ed. 2011. Larks. Translated by Flo Martin. Ghent: Vogel.", "a translator"),
    ("Lark, Ed. 2011. *Larks*. Ghent: Vogel. First published 1978.", "the year of the first edition"),
    ("Lark, Ed. 2011. Larks. *Birds*. Accessed 3 May 2014. https://example.org/larks.", "the date of a visit"),
    ("Lark, Ed. 2011. Larks. Paper given at the Congress of Birders. Ghent, 3–5 May 2010.", "a congress and its date"),
    ("Lark, Ed. 2011. The year 1848. A history of larks. Ghent: Vogel.", "a year in the title"),
    ("Lark, Ed. 2011. Review of *Martins*, by Flo Martin. 2009. *Birds* 4: 1–9.", "a review of a dated book"),
    ("Lark, Ed, Martin, Flo, and Night, Guy. 2011. Larks. *Birds* 4: 1–9.", "three authors, all inverted"),
    ("Lark, Ed. 2011. Жаворонки [Larks]. *Birds* 4: 1–9.", "a title with its translation"),
]


@pytest.mark.parametrize(("line", "head", "why"), FLAGGED)
def test_a_second_entry_on_the_line(problems_of, line, head, why):
    manuscript, problems = problems_of("glued-entries", "(Axelrod, 1984)", f"{SOUND}{line}\n")
    marked = [one.finding.span.of(manuscript.document.text) for one in problems]
    assert [words[: len(head)] for words in marked] == [head], why
    assert len(manuscript.references) == 8


@pytest.mark.parametrize(("line", "why"), CLEAN)
def test_one_entry_on_the_line(problems_of, line, why):
    manuscript, problems = problems_of("glued-entries", "(Axelrod, 1984)", f"{SOUND}{line}\n")
    assert problems == (), why
    assert len(manuscript.references) == 7, why
