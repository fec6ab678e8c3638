"""duplicate-reference: one work listed twice, and works that are only alike."""

import pytest

KUHN = "Kuhn, Thomas S. 1962. *The Structure of Scientific Revolutions*. Chicago: University of Chicago Press."

FLAGGED = [
    (KUHN, KUHN, "word for word"),
    (
        KUHN,
        "Kuhn, Thomas. 1962. *The structure of scientific revolutions*. Chicago: University of Chicago Press.",
        "capitals and an initial",
    ),
    (
        KUHN,
        "Kuhn, Thomas S. 1962. *The Strucure of Scientific Revolutions*. Chicago: University of Chicago Press.",
        "a letter lost",
    ),
    (
        "Hardin, Garrett. 1968. The tragedy of the commons. *Science* 162: 1243–1248.",
        "Hardin, G. 1968. The Tragedy of the Commons. *Science* 162 (3859): 1243–48.",
        "pages shortened",
    ),
    (
        "Hardin, Garrett. 1968. The tragedy of the commons. *Science* 162: 1243–48. doi:10.1126/science.162.3859.1243",
        "Hardin, Garrett. 1968. Tragedy of the commons. *Science*. https://doi.org/10.1126/SCIENCE.162.3859.1243",
        "the same DOI in other letters",
    ),
    (
        "Müller, Jan. 2009. The history of mills in Hesse. *Mills* 3: 1–9.",
        "Mueller, Jan. 2009. The history of mills in Hesse. *Mills* 3: 1–9.",
        "ü and ue",
    ),
]

CLEAN = [
    (KUHN, KUHN.replace("1962", "1970").replace(". Chicago", ", 2nd ed. Chicago"), "two editions"),
    (
        "Braudel, Fernand. 1979. *Civilisation and Capitalism, vol. I*. Paris: Colin.",
        "Braudel, Fernand. 1979. *Civilisation and Capitalism, vol. II*. Paris: Colin.",
        "two volumes of one work",
    ),
    (
        "Crane, Ada. 2012. On flocks, part 1. *Birds* 3: 1–9.",
        "Crane, Ada. 2012. On flocks, part 2. *Birds* 4: 1–9.",
        "two parts of one article",
    ),
    (
        "Crane, Ada. 2012a. Editorial. *Birds* 3: 1–2.",
        "Crane, Ada. 2012b. Editorial. *Birds* 4: 1–2.",
        "two editorials",
    ),
    (
        "Crane, Ada. 2012. Reply. *Birds* 3: 15–16.",
        "Crane, Ada. 2012. Reply. *Birds* 3: 88–90.",
        "two replies in one volume",
    ),
    (
        "Lark, Ed. 2019. Songs at dawn. arXiv:1901.00001.",
        "Lark, Ed. 2020. Songs at dawn. *Birds* 9: 1–9.",
        "a preprint and the article",
    ),
    (
        "Freedom Watch. 2017. *Nations in 2016*. Bern: Freedom Watch.",
        "Freedom Watch. 2017. *Nations in 2017*. Bern: Freedom Watch.",
        "yearly reports that appeared in one year",
    ),
    (
        "Eurobarometer. 2010. *Standard Eurobarometer 73*. Brussels: Commission.",
        "Eurobarometer. 2010. *Standard Eurobarometer 74*. Brussels: Commission.",
        "numbers of a series",
    ),
    (
        "Adams, John. 2014. *Introduction*. Boston: Row.",
        "Baker, John. 2014. *Introduction*. Boston: Row.",
        "another author of the same title",
    ),
    (
        "Finch, Leo. 2010. Freedom in the world. *Wing* 1: 1–5.",
        "Finch, Leo. 2010. Freedom of the press. *Wing* 2: 1–5.",
        "titles with the same words at both ends",
    ),
    (
        "Finch, Leo. 2010. The north of the lake. *Wing* 1: 1–5.",
        "Finch, Leo. 2010. The south of the lake. *Wing* 2: 1–5.",
        "titles that differ in one word",
    ),
    (
        "Heron, Max. 2005. Herons. doi:10.1000/aa.1",
        "Heron, Max. 2005. Herons. doi:10.1000/aa.2",
        "two DOIs",
    ),
]


@pytest.mark.parametrize(("first", "second", "why"), FLAGGED)
def test_a_work_listed_twice(said, first, second, why):
    marked = [entry for entry, _ in said("duplicate-reference", "(Kuhn, 1962)", f"{first}\n{second}")]
    assert marked == [second.replace("*", "")], why


@pytest.mark.parametrize(("first", "second", "why"), CLEAN)
def test_works_that_are_alike(said, first, second, why):
    assert said("duplicate-reference", "(Kuhn, 1962)", f"{first}\n{second}") == [], why


def test_a_work_listed_three_times_is_said_twice(problems_of):
    _, problems = problems_of("duplicate-reference", "(Kuhn, 1962)", f"{KUHN}\n{KUHN}\n{KUHN}")
    assert [problem.finding.related for problem in problems] == [("r1",), ("r1",)]
