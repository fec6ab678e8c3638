"""year-suffix: letters with a gap before them, and letters that follow on each other."""

import pytest

FLAGGED = [
    (("Crane, Ada. 2010b. *Cranes*.", "Dove, Ben. 2011. *Doves*."), ["2010b"], "b alone"),
    (("Crane, Ada. 2010a. *Cranes*.", "Crane, Ada. 2010c. *Flocks*."), ["2010c"], "c behind a"),
    (("Crane, Ada. 2010. *Cranes*.", "Crane, Ada. 2010b. *Flocks*."), ["2010b"], "b behind none"),
    (("Crane, Ada. 2010a. *Cranes*.", "Crane, Ada. 2011b. *Flocks*."), ["2011b"], "b of another year"),
    (("Crane, Ada. 2010a. *Cranes*.", "Dove, Ben. 2010b. *Doves*."), ["2010b"], "b of another author"),
    (("Forest Board. 2010b. *Oaks*.", "Dove, Ben. 2011. *Doves*."), ["2010b"], "a body"),
]

CLEAN = [
    (("Crane, Ada. 2010a. *Cranes*.", "Crane, Ada. 2010b. *Flocks*."), "a and b"),
    (("Crane, Ada. 2010b. *Cranes*.", "Crane, Ada. 2010a. *Flocks*."), "b before a"),
    (("Crane, Ada. 2010a. *Cranes*.", "Dove, Ben. 2011. *Doves*."), "a alone: its b may have gone"),
    (("Crane, Ada. 2010a. *Cranes*.", "———. 2010b. *Flocks*."), "the name repeated by a dash"),
    (("Müller, Jan. 2010a. *Mills*.", "Muller, Jan. 2010b. *Wheels*."), "marks left out in one of them"),
    (("Crane, Ada. 2010. *Cranes*.", "Dove, Ben. 2011. *Doves*."), "no letters"),
    (
        ("Crane, Ada. 2010a. *Cranes*.", "Crane, Ada, and Ben Dove. 2010b. *Flocks*."),
        "letters that count the works of a first author",
    ),
    (
        ("Crane, Ada. 2010a. *A*.", "Crane, Ada. 2010b. *B*.", "Crane, Ada. 2010c. *C*.", "Crane, Ada. 2010d. *D*."),
        "four of them",
    ),
    (("Crane, Ada. n.d.-a. *Cranes*.", "Crane, Ada. n.d.-b. *Flocks*."), "letters behind no date"),
]


def article(said, entries):
    listed = "\n".join(f"{entry} Ghent: Vogel." for entry in entries)
    return said("year-suffix", "(Crane, 2010a)", listed)


@pytest.mark.parametrize(("entries", "marked", "why"), FLAGGED)
def test_a_letter_with_a_gap_before_it(said, entries, marked, why):
    assert [year for year, _ in article(said, entries)] == marked, why


@pytest.mark.parametrize(("entries", "why"), CLEAN)
def test_letters_that_follow_on(said, entries, why):
    assert article(said, entries) == [], why
