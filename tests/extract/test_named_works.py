"""Works cited by the head of their entry: addresses, laws, cases, standards, data, software."""

import pytest

from citecheck.extract.citations import find_citations

ENTRIES = """
Axelrod, Robert. 1984. The Evolution of Cooperation. New York: Basic Books.
Brown v. Board of Education. 347 U.S. 483 (1954).
https://example.org/data. Sea levels at all stations. Accessed 3 May 2020.
ISO 9001:2015. Quality management systems: requirements. Geneva: ISO.
Kuhn, Thomas S. 1962. The Structure of Scientific Revolutions. Chicago: University of Chicago Press.
Ostrom, Elinor. 1990. Governing the Commons. Cambridge: Cambridge University Press.
Regulation (EU) 2016/679 of the European Parliament and of the Council. Official Journal L 119.
R v Smith [1990] 2 AC 45.
SPSS Statistics for Windows, Version 25. Armonk: IBM.
Stata: Release 17. College Station: StataCorp.
Tide gauges of the North Sea. Data set. https://tides.example.net/gauges/.
World Bank. 2015. Ending Poverty. Washington: World Bank.
"""
FRAME = "Co-operation pays (Axelrod, 1984), science turns (Kuhn, 1962), commons last (Ostrom, 1990). "

FLAGGED = [
    ("Data are open (https://example.org/data).", "https://example.org/data", "r3", "an address"),
    ("Data are open (http://www.example.org/data/).", "http://www.example.org/data/", "r3", "otherwise written"),
    ("Gauges (see https://tides.example.net/gauges).", "https://tides.example.net/gauges", "r11", "inside an entry"),
    ("Quality counts (ISO 9001).", "ISO 9001", "r4", "a standard"),
    ("Quality counts (e.g., ISO 9001:2015, section 4).", "ISO 9001:2015", "r4", "a standard, its year and section"),
    ("Privacy (Regulation (EU) 2016/679).", "Regulation (EU) 2016/679", "r7", "a law with a bracket in it"),
    ("Privacy (Regulation (EU) 2016/679, Art. 5).", "Regulation (EU) 2016/679", "r7", "a law and its article"),
    ("Courts agree (R v Smith [1990]).", "R v Smith [1990]", "r8", "a case"),
    ("All was tested (Stata).", "Stata", "r10", "software by its name"),
    ("Tides rise (Tide gauges of the North Sea).", "Tide gauges of the North Sea", "r11", "a data set by its title"),
    ("Quality and data (ISO 9001; Stata).", "ISO 9001", "r4", "two in one bracket"),
]

CLEAN = [
    ("Quality counts (ISO 14001).", "a standard that the list does not have"),
    ("Data are open (https://example.org/other).", "an address that the list does not have"),
    ("The bank (World Bank) lends.", "a body, which is cited with its year"),
    ("A man (Smith) came.", "a name"),
    ("Rules (Regulation) bind.", "one word of a head"),
    ("Statistics (SPSS Statistics) help.", "a part of a head"),
    ("It was tides (tide gauges) that rose.", "lower-case words"),
    ("In May (2015) it rained.", "a year"),
    ("Miranda lost (Roe v. Wade, 1973).", "a case that the list does not have"),
    ("Miranda lost (R v Jones [1991]).", "a case like one that is listed"),
]


def named(body_of, text):
    citations = find_citations(body_of(FRAME + text, ENTRIES)).citations
    return [one for one in citations if one.span.start >= len(FRAME)]


@pytest.mark.parametrize(("text", "marked", "meant", "why"), FLAGGED)
def test_a_work_is_cited_by_its_head(body_of, text, marked, meant, why):
    first = named(body_of, text)[0]
    assert first.span.of(FRAME + text) == marked, why
    assert first.meant in {(meant,), None}, why


@pytest.mark.parametrize(("text", "why"), CLEAN)
def test_what_cites_no_entry(body_of, text, why):
    assert named(body_of, text) == [], why


def test_a_work_is_not_named_where_it_is_cited_by_name_and_year(body_of):
    found = named(body_of, "Poverty ends (World Bank, 2015; Axelrod, 1984, 3).")
    assert [(one.authors[0].text, one.meant) for one in found] == [("World Bank", None), ("Axelrod", None)]
