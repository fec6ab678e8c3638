"""malformed-entry: entries without year or title, persons written as two, and entries of another kind."""

import pytest

SOUND = """
Axelrod, Robert. 1984. *The Evolution of Cooperation*. New York: Basic Books.
Crane, Ada, and Ben Dove. 2012. Flocks. *Birds* 3 (2): 110–133.
Finch, Leo. 2010. *Finches*. Perth: Wing.
Kuhn, Thomas S. 1962. *The Structure of Scientific Revolutions*. Chicago: University of Chicago Press.
Ostrom, Elinor. 1990. *Governing the Commons*. Cambridge: Cambridge University Press.
Tversky, Amos, and Daniel Kahneman. 1974. Judgment under uncertainty. *Science* 185: 1124–1131.
"""

FLAGGED = [
    ("Aydin, and Leyla. 2012. *Bread*. Izmir: Fırın.", "Aydin, and Leyla", "Aydin, Leyla", "one person as two"),
    ("Moreau, and Claire. 2008. Salt. *Sea* 3: 1–9.", "Moreau, and Claire", "Moreau, Claire", "one person as two"),
]

CLEAN = [
    ("Moreau, Claire. 2008. Salt. *Sea* 3: 1–9.", "a person"),
    ("Moreau, Claire, and Jean Petit. 2008. Salt. *Sea* 3: 1–9.", "two persons"),
    ("Moreau, C., & Petit, J. (2008). Salt. *Sea, 3*, 1–9.", "two persons with initials"),
    ("Moreau C, Petit J. Salt. Sea. 2008;3:1–9.", "Vancouver: the year at the end"),
    ("Moreau, Claire. n.d. *Salt*. Nantes: Mer.", "no date, and it says so"),
    ("Moreau, Claire. Forthcoming. *Salt*. Nantes: Mer.", "not out yet"),
    ("Moreau, Claire. In press. Salt. *Sea*.", "in press"),
    ("World Health Organization. 2020. *Clean Hands*. Geneva: WHO.", "a body"),
    ("Procter and Gamble. 2011. *Soap*. Cincinnati: P&G.", "a body with “and” in its name"),
    ("Johnson & Johnson. 2011. *Cotton*. New Brunswick: J&J.", "a body with & in its name"),
    ("Food and Agriculture Organization. 2011. *Wheat*. Rome: FAO.", "a body with “and” inside"),
    ("Moreau, Claire, ed. 2008. *Salt*. Nantes: Mer.", "an editor"),
    ("Plato. 1997. *Complete Works*. Indianapolis: Hackett.", "a person of one name"),
    ("Moreau, Claire. 2008. “1984.” *Sea* 3: 1–9.", "a title that is a number"),
    ("Moreau, Claire. 2008. *M*. Nantes: Mer.", "a title of one letter"),
]

NAMES = ("Abel", "Bruhn", "Claus", "Dirks", "Evers", "Focke", "Gerdes", "Harms", "Ihnen", "Janssen")
WORDS = ("sea", "dike", "tide", "mud", "net", "boat", "mast", "sail", "rope", "crew")


@pytest.mark.parametrize(("entry", "marked", "suggested", "why"), FLAGGED)
def test_one_person_written_as_two(problems_of, entry, marked, suggested, why):
    manuscript, problems = problems_of("malformed-entry", "(Axelrod, 1984)", f"{SOUND}{entry}\n")
    [finding] = [problem.finding for problem in problems]
    assert finding.span.of(manuscript.document.text).startswith(marked), why
    assert suggested in finding.suggestion, why
    assert problems[0].severity.value == "error"


@pytest.mark.parametrize(("entry", "why"), CLEAN)
def test_an_entry_that_is_whole(said, entry, why):
    assert said("malformed-entry", "(Axelrod, 1984; Kuhn, 1962)", f"{SOUND}{entry}\n") == [], why


def test_a_list_that_gives_no_years_at_all_does_so_by_habit(said):
    entries = "\n".join(f"{name}, Jan. *On the {word}*. Kiel: Bug." for name, word in zip(NAMES, WORDS, strict=True))
    assert said("malformed-entry", "(Abel, 1984)", entries) == []


REGULAR = """
Abel, Ada. 2001. *Boats*. Oslo: Press.
Bruhn, Bo. 2002. Nets. In *Ropes of the North*, ed. Ann Lind, 1–9. Oslo: Press.
Claus, Cem. 2003. Tides. In *Seas*, ed. Ann Lind, 1–9. Bergen: Forlag.
Dirks, Dee. 2004. Moons. In *Skies*, ed. Ann Lind, 1–9. Oslo: Press.
Evers, Eva. 2005. Winds. In *Airs*, ed. Ann Lind, 1–9. Tromsø: Havn.
Focke, Fay. 2006. Storms ahead. *The Post*, 3 May. <https://example.org/1>.
Gerdes, Gil. 2007. Storms behind. *The Post*, 4 June. <https://example.org/2>.
Harms, Hal. 2008. Calm. *The Post*, 5 July. <https://example.org/3>.
Ihnen, Ida. 2009. Fog. *The Post*, 6 August. <https://example.org/4>.
"""

JOINED = [
    ("Lund, Lea. 2010. *Rivers*. Ghent, Ledeberg, Vogel.", "Ghent, Ledeberg, Vogel", "a comma before the publisher"),
    ("Lund, Lea. 2010. *Are there rivers?* UNHA: Papers.", "UNHA: Papers", "a body in place of the place"),
    ("Lund, Lea. 2010. Rivers in *Waters*, ed. Ann Lind, 1–9. Oslo: Press.", " in Waters", "a chapter without period"),
    ("Lund, Lea. 2010. Rivers. *The Post* (7 May) <https://example.org/5>.", "(7 May)", "a day in brackets"),
]

LIKE_MOST = [
    ("Lund, Lea. 2010. *Rivers*. Ghent: Vogel.", "a book"),
    ("Lund, Lea. 2010. Rivers. *Waters* 3 (2): 1–9.", "an article"),
    ("Lund, Lea. 2010. Faith in *Waters of the World*: A review. *Birds* 3: 1–9.", "in within a title"),
    ("Lund, Lea. 2010. Rivers. PhD thesis, University of Ghent.", "a thesis"),
    ("Lund, Lea. 2010. *Boats, Nets, Ropes*. Ghent: Vogel.", "commas in a title"),
]


@pytest.mark.parametrize(("entry", "marked", "why"), JOINED, ids=[row[2] for row in JOINED])
def test_parts_joined_otherwise_than_in_most_entries(problems_of, entry, marked, why):
    manuscript, problems = problems_of("malformed-entry", "(Abel, 2001)", f"{REGULAR}{entry}\n")
    [problem] = problems
    assert marked in problem.finding.span.of(manuscript.document.text), why
    assert problem.severity.value == "style"


def test_a_body_before_the_colon_where_publishers_stand_first(said):
    entries = "".join(f"{name}, Jan. 2001. *Nets*. Linden University Press: Ghent.\n" for name in NAMES)
    assert said("malformed-entry", "(Abel, 2001)", f"{entries}Lund, Lea. 2010. *Rivers*. UNHA: Ghent.\n") == []


@pytest.mark.parametrize(("entry", "why"), LIKE_MOST, ids=[row[1] for row in LIKE_MOST])
def test_parts_joined_as_in_most_entries(said, entry, why):
    assert said("malformed-entry", "(Abel, 2001)", f"{REGULAR}{entry}\n") == [], why
