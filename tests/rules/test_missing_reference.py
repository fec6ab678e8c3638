"""missing-reference: works that are cited and not listed, and what is cited without being a listed work."""

import pytest

LIST = """
Arrow, Kenneth. 1951. *Social Choice and Individual Values*. New York: Wiley.
Axelrod, Robert. 1984. *The Evolution of Cooperation*. New York: Basic Books.
European Commission. 2012. *Annual Report on Bees*. Brussels: Publications Office.
Freud, Sigmund. 1953. *The Interpretation of Dreams*. London: Hogarth. First published 1900.
Goldschmidt, Karl, and Ines Ferreira. 2004. Paper and glue. *Journal of Binding* 7: 1–20.
Hardin, Garrett. 1968. The tragedy of the commons. *Science* 162: 1243–1248.
Kuhn, Thomas S. 1970. *The Structure of Scientific Revolutions*. 2nd ed. Chicago: University of Chicago Press.
Ostrom, Elinor. 1990. *Governing the Commons*. Cambridge: Cambridge University Press.
Ostrom, Elinor. 2005. *Understanding Institutional Diversity*. Princeton: Princeton University Press.
Rahman, Nadia. Forthcoming. *Rivers of Silt*. Dhaka: Delta.
Sen, Amartya. n.d. *A Note on Notes*. Unpublished.
World Health Organization. 2020. *Clean Hands*. Geneva: WHO.
"""

FLAGGED = [
    ("Nothing lasts (Popper, 1934).", "Popper, 1934", "nearest: none", "a name that is nowhere in the list"),
    ("Nothing lasts (Popper 1934: 17).", "Popper 1934", "nearest: none", "with a page"),
    ("Popper (1934) denies it.", "Popper (1934)", "nearest: none", "in the sentence"),
    ("Popper’s (1934) answer is no.", "Popper’s (1934)", "nearest: none", "in the genitive"),
    ("It lasts [Popper, 1934].", "Popper, 1934", "nearest: none", "in square brackets"),
    ("(Axelrod, 1984; Popper, 1934; Kuhn, 1970)", "Popper, 1934", "nearest: none", "one among several"),
    ("(see also Popper and Eccles, 1977)", "Popper and Eccles, 1977", "nearest: none", "two names"),
    ("Popper & Eccles (1977) went on.", "Popper & Eccles (1977)", "nearest: none", "two names in the sentence"),
    ("(Popper et al., 1982)", "Popper et al., 1982", "nearest: none", "et al."),
    (
        "(Ostrom, 1990, 2005; Ostrom, 1965)",
        "Ostrom, 1965",
        "nearest: Ostrom 1990; Ostrom 2005",
        "other years of the same author",
    ),
    ("(van Fraassen, 1980)", "van Fraassen, 1980", "nearest: none", "a name with a particle"),
    ("(World Bank, 1999)", "World Bank, 1999", "nearest: none", "a body"),
    ("(quoted in Popper, 1934: p. 2)", "Popper, 1934", "nearest: none", "quoted at second hand"),
    ("(Popper, n.d.)", "Popper, n.d.", "nearest: none", "without a date"),
    ("(Popper, forthcoming)", "Popper, forthcoming", "nearest: none", "not out yet, and not listed"),
]

CLEAN = [
    ("(Axelrod, 1984; Ostrom, 1990, 2005)", "all listed"),
    ("Ostrom (1990) and (2005) says so.", "a second year of the same author"),
    ("(Ostrom, 1990; 2005: p. 10)", "a second year behind a semicolon"),
    ("(Axelrod, 1985)", "a year that is one off: year-mismatch"),
    ("(Axelrud, 1984)", "a slip: misspelled-author"),
    ("(Goldschmidt, 2004)", "a co-author left out: author-mismatch"),
    ("(Kuhn, 1962)", "an earlier edition may be meant: an entry otherwise uncited"),
    ("(Freud, 1900/1953)", "both years of a reprint"),
    ("(Rahman, forthcoming; Rahman, in press)", "not out yet, in either word"),
    ("(Sen, n.d.; Sen, no date)", "without a date"),
    ("(WHO, 2020; World Health Organization [WHO], 2020)", "a body and its acronym"),
    ("(A. Popper, personal communication, May 3, 2014)", "a letter"),
    ("(K. Popper, pers. comm., 2014)", "a letter, shortened"),
    ("(Popper, unpublished data)", "data that nobody can look up"),
    ("(Popper, this volume)", "another chapter of the same book"),
    ("(interview with a beekeeper, 12 June 2015)", "an interview"),
    ("(author’s interview, Riga, 2015)", "an interview with its place"),
    ("In May 2014 the hives were empty (June 2013 was worse).", "months"),
    ("(12 March 1999; 3 April 2001)", "dates"),
    ("The Maastricht Treaty (1992) came before.", "a treaty"),
    ("the Habitats Directive (1992) and the Nitrates Directive (1991)", "laws of the Union"),
    ("the Companies Act 2006 and the Human Rights Act (1998)", "Acts"),
    ("(Council Regulation 1260/1999)", "a regulation with its number"),
    ("the Seoul Olympics (1988), the World Cup (1990)", "events"),
    ("the First World War (1914–1918)", "a war and its years"),
    ("Queen Victoria (1819–1901) kept bees.", "the years of a life"),
    ("Charles Darwin (1809–82) kept bees too.", "the years of a life, shortened"),
    ("in 2014/15 and in the season (2014/2015)", "a season"),
    ("between 1990 and 2005, and from 1998 to 2003", "plain years"),
    ("(from 1990 to 2005)", "years in a bracket"),
    ("(since 1990)", "a year in a bracket"),
    ("the 2007 Strategy and its review (2009)", "a paper named by its year"),
    ("(N = 2014; p < 0.05)", "a count"),
    ("(Figure 2; Table 1990)", "floats"),
    ("(see Table 3, Appendix 2001)", "floats with a word before"),
    ("(Windows 2000; Office 2010)", "products"),
    ("(in 2010 alone 2,014 tonnes)", "quantities"),
    ("https://example.org/Popper/1934 and doi:10.1000/popper.1934", "addresses"),
    ("Popper wrote in 1934 and died in 1994.", "a person and years without a bracket"),
    ("the bees of (the north in 1934)", "a year in an aside"),
    ("(ibid.: p. 3)", "an ibid. with nothing before it: not a missing entry"),
    ("© 2014 The Bee Press", "a notice of copyright"),
    ("(1934)", "a year alone"),
    ("(Popper, 1934, as cited in Kuhn, 1970)", "a work seen only through another"),
    ("Popper (1934, quoted in Kuhn, 1970: 3)", "a work seen only through another, in the sentence"),
    ("(Popper & Eccles, 1977; cited in Kuhn, 1970)", "two names, seen only through another work"),
    ("(Kuhn, 1970 [1962])", "the year of the first edition behind it"),
    ("the Games (Summer Olympics, 2012)", "an event in a bracket"),
    ("(Fig. 3; 1934 data)", "a year before a noun"),
]


@pytest.mark.parametrize(("body", "marked", "nearest", "why"), FLAGGED)
def test_a_work_that_is_not_listed(problems_of, body, marked, nearest, why):
    manuscript, problems = problems_of("missing-reference", body, LIST)
    assert [one.finding.span.of(manuscript.document.text) for one in problems] == [marked], why
    assert problems[0].finding.help == nearest, why


@pytest.mark.parametrize(("body", "why"), CLEAN)
def test_what_is_not_called_missing(said, body, why):
    assert said("missing-reference", f"{body}\n\nCompare Arrow (1951).", LIST) == [], why
