"""Lists of authors in the forms that styles give them."""

import pytest

from citecheck.extract.entry import read_entry

LISTS = [
    ("Doe, J. A., Roe, R. B., & Poe, E. (2001). Title of it.", ["Doe", "Roe", "Poe"], "APA"),
    ("Doe, Jane A., Rita Roe, and Edgar B. Poe. 2001. Title of it.", ["Doe", "Roe", "Poe"], "Chicago"),
    ("Doe, Jane, Roe, Rita and Poe, Edgar. 2001. Title of it.", ["Doe", "Roe", "Poe"], "each inverted"),
    ("Jane Doe, Rita Roe and Edgar Poe. Title of the thing. 2001.", ["Doe", "Roe", "Poe"], "natural"),
    ("J.A. Doe, R. Roe and E. van Poe, Title of the thing, Oslo, 2001.", ["Doe", "Roe", "van Poe"], "initials first"),
    ("Doe JA, Roe RB, Poe E. Title of the thing. J Things. 2001;1:2-3.", ["Doe", "Roe", "Poe"], "Vancouver"),
    ("Doe J. A., Roe R. Title of the thing // Things. 2001. Т. 1.", ["Doe", "Roe"], "GOST"),
    (
        "DOE, Jane, Rita ROE und Edgar POE, 2001. Title of it. Oslo: Press",
        ["DOE", "ROE", "POE"],
        "families in capitals",
    ),
    ("Doe, Jane; Roe, Rita. Title of it. Oslo: Press, 2001.", ["Doe", "Roe"], "semicolons"),
    (
        "Doe, X. Z, and C. E Roe. 2003. “Title of it.” Things 20.",
        ["Doe", "Roe"],
        "the last initial bare, as Zotero has it",
    ),
    ("Doe, Jane (Jenny) K, Roe, Rita, and Poe, Edgar. 2001. Title of it.", ["Doe", "Roe", "Poe"], "a nickname"),
    (
        "Doe Marsh J. d’, Roe R., 2001, « Title of it », Things, 4, p. 1-9.",
        ["d’Doe Marsh", "Roe"],
        "an elided particle",
    ),
    (
        "磯辺 一郎・帆足 和子・櫂野 誠（2013）。潮の道。港書房。",
        ["磯辺", "帆足", "櫂野"],
        "Japanese, family names first",
    ),
    ("カール・マルケス（1867）『資本』港書房。", ["カール・マルケス"], "a middle dot inside one name"),
    ("Doe, J., Roe, R., … Poe, E. (2001). Title of it.", ["Doe", "Roe", "Poe"], "an ellipsis in a long list"),
    ("DOE Jane, “Title of it”, Things, C. 3, 2001, s. 4.", ["DOE"], "a family name in capitals first, no comma"),
    ("DOE Jane M, “Title of it”, Things, C. 3, 2001, s. 4.", ["DOE"], "with a middle initial"),
    ("DE ROE Jan, The Title of It, Oslo, 2001.", ["DE ROE"], "with a particle"),
    ("DOES D. (2001), «Title of it», in Roe R.", ["DOES"], "four capitals and one initial"),
    ("Jane M. Doe, ‘Title of It’, Things, 3 (2001), pp. 1–9", ["Doe"], "a middle initial, then a quoted title"),
    ("Doe, Jane, Rivers, Oslo, Il Press, 2001.", ["Doe"], "a title, place and press of one word each"),
    ("DOVER ROEMER, M. A. Title of it. Oslo: Press, 2001.", ["DOVER ROEMER"], "two family names in capitals, initials"),
    ("Doe P. ET R.B. Roe, 2001 « Title of it », Things, 4 : 1‑9.", ["Doe", "Roe"], "a joiner in capitals"),
    ("Doe PT, Roe ET. Title of it. Things. 2001;1:2-3.", ["Doe", "Roe"], "initials that are a joiner elsewhere"),
    ("Doe J. s.d. Title of it. Press, Oslo.", ["Doe"], "no date behind initials"),
    ("King, Martin L., Jr. 1963. Why We Can't Wait. New York: Harper.", ["King"], "a suffix is no author"),
    (
        "García Márquez, Gabriel. 1967. Cien años de soledad. Buenos Aires: Sudamericana.",
        ["García Márquez"],
        "two names",
    ),
    ("Ortega y Gasset, J. (1930). La rebelión de las masas. Madrid.", ["Ortega y Gasset"], "y within a name"),
    ("O’Neill, Onora. 2002. A question of trust. Cambridge.", ["O’Neill"], "an apostrophe"),
    ("Lévi-Strauss, C. (1958). Anthropologie structurale. Plon.", ["Lévi-Strauss"], "a hyphen"),
    ("Shin, C. S. (2014). A title of it. Seoul: Press.", ["Shin"], "C. S. is no abbreviation of “and others”"),
    ("Huang, C.-T. James, and Yafei Li. 2009. The syntax of Chinese.", ["Huang", "Li"], "hyphened initials and a name"),
    ("Roe, J.W., & Roe, J.D. 2018. Shape of rivers. Oslo.", ["Roe", "Roe"], "the same surname twice"),
    ("Doe, John.W., & Roe, J.D. 2018. Shape of rivers. Oslo.", ["Doe", "Roe"], "a period glued to a given name"),
    ("Doe, Kim. L. & Ann Roe. 2014. Shape of rivers. Oslo.", ["Doe", "Roe"], "a period behind a given name"),
    ("Doe, Jean., M. ~C Roe, y F. Poe. 2012. Shape of rivers.", ["Doe", "Roe", "Poe"], "a tie left from LaTeX"),
    ("Doe, Mark AND Alan S. Roe. 1977. Shape of rivers. Oslo.", ["Doe", "Roe"], "“and” in capitals"),
    ("DOE, Joan B. A shape of rivers. Oslo: Press, 1999.", ["DOE"], "ABNT: the title behind an initial"),
    (
        "DOE, Ana; ROE MAIA, Rita A.; POE, Edgar E. V. Novo manual de rios. Porto: Press, 2005.",
        ["DOE", "ROE MAIA", "POE"],
        "semicolons say that a comma is inside a name",
    ),
    ("DOE J.; ROE, Y. Rivers: A guide. Sand. v. 54, n.7. 2013", ["DOE", "ROE"], "a title's word is no surname"),
    (
        "ROE MAYO, Ana del Pilar et DOE, Jan, 2012. Le sable. Lyon : Presses.",
        ["ROE MAYO", "DOE"],
        "four capitals are no initials before a given name",
    ),
    ("DOE (M.I.), ROE (Fr.-R.), « Le sable », Revue 106, 1986, p. 3-4.", ["DOE", "ROE"], "initials in brackets"),
    (
        "Di Roe, Ann M., and Jo Doe, ‘Rivers’, in Sand (Leeds: North, 2005).",
        ["Di Roe", "Doe"],
        "a particle in a capital",
    ),
    ("Ó Roe, Ann. 2014a. Rivers of Cork. Cork: Press.", ["Ó Roe"], "a particle of one letter is no initial"),
    ("Roe Maya M del P, Doe J (2012) Rivers of sand. Sand 3:1–9", ["Roe Maya", "Doe"], "a particle among initials"),
    ("Doe, Ann, *Running Rivers and Sand in Oslo* (Leeds, 1995)", ["Doe"], "italics are the title"),
    ("Roe J., Doe P., s. d., « Le sable », Revue.", ["Roe", "Doe"], "no author called d"),
    (
        "Roe, S., Doe, T., & International Expert Panel on Sand and Dust. (2017). Rivers.",
        ["Roe", "Doe", "International Expert Panel on Sand and Dust"],
        "persons and then a body with small words",
    ),
    ("Παπαδόπουλος, Γ. (1999). Ιστορία. Αθήνα: Εστία.", ["Παπαδόπουλος"], "Greek"),
]


@pytest.mark.parametrize(("text", "families", "why"), LISTS, ids=[row[2] for row in LISTS])
def test_lists(text, families, why):
    assert [name.shown for name in read_entry(text).authors] == families, why


ET_AL = [
    "Doe, J. et al. (2001). Title.",
    "Doe J, et al. Title of it. 2001.",
    "Doe, J. u. a. 2001. Titel. Bonn: Verlag.",
    "Doe, J.-B., and Coauthors, 2001: Title of it. Things, 3, 1–9.",
]


def test_a_role_with_a_capital_is_no_given_name():
    editors = read_entry("Doe, Jane, und Rita Roe, Hrsg. 2013. Title of it. Oslo.").editors
    assert [(name.family, name.given) for name in editors] == [("Doe", "Jane"), ("Roe", "Rita")]


def test_a_body_that_edits_is_told_from_its_role():
    entry = read_entry("DOEA, ed. 2001. Title of it. Oslo: Press.")
    assert [name.family for name in entry.editors] == ["DOEA"]


@pytest.mark.parametrize("text", ET_AL)
def test_et_al(text):
    entry = read_entry(text)
    assert entry.et_al
    assert [name.family for name in entry.authors] == ["Doe"]


BODIES = [
    ("Council of the European Union. 2007. A strategy. Brussels.", "Council of the European Union"),
    (
        "U.S. Department of Health and Human Services. (2010). Healthy people.",
        "U.S. Department of Health and Human Services",
    ),
    (
        "Human Rights & Equity Services, Oslo University. 2014. A guide.",
        "Human Rights & Equity Services, Oslo University",
    ),
    ("Energy Workforce and Technology Council (2018). A study.", "Energy Workforce and Technology Council"),
    ("Health and Retirement Study. (2015a). About the study. Ann Arbor.", "Health and Retirement Study"),
    ("Verein für Erdkunde – erde e.V. (2013): Die Erde. Bonn.", "Verein für Erdkunde – erde e.V."),
    ("WHO/FAO Expert Consultation. 2007. Needs. Geneva: WHO.", "WHO/FAO Expert Consultation"),
    ("R Core Team (2019) R: A language. Vienna.", "R Core Team"),
    ("IBM Corp. 2013. Statistics for all. Armonk.", "IBM Corp"),
    ("BBC News. 2014. A day in March. London.", "BBC News"),
    (
        "American Diabetes Association. Standards of care. Diabetes Care. 2014;37:14–80.",
        "American Diabetes Association",
    ),
]


@pytest.mark.parametrize(("text", "body"), BODIES)
def test_bodies(text, body):
    (name,) = read_entry(text).authors
    assert name.corporate
    assert name.shown == body


ACRONYMS = [
    ("World Bank Group (WBG). 2014. Doing business. Washington.", "World Bank Group", "WBG"),
    ("ILO – International Labour Office. 2010. Work. Geneva.", "International Labour Office", "ILO"),
    ("IBE. Instituto Brasileiro de Estatística. Censo. Rio, 2011.", "Instituto Brasileiro de Estatística", "IBE"),
    ("RLI (River and Laboratory Institute). 2015. Methods.", "River and Laboratory Institute", "RLI"),
    ("RIVER AND LABORATORY INSTITUTE – RLI, 2017. Methods.", "RIVER AND LABORATORY INSTITUTE", "RLI"),
    ("SOCIEDADE DE PESQUISA – SOPESQ. Solos. Brasília, 1999.", "SOCIEDADE DE PESQUISA", "SOPESQ"),
    ("Directorate for Words (DFW), European Commission. 2016a. Report.", "Directorate for Words", "DFW"),
]


@pytest.mark.parametrize(("text", "body", "acronym"), ACRONYMS, ids=[row[2] for row in ACRONYMS])
def test_the_acronym_of_a_body_is_kept(text, body, acronym):
    entry = read_entry(text)
    (name,) = entry.authors
    assert (name.family, name.acronym, name.corporate) == (body, acronym, True)
    assert entry.year is not None


TITLE_FIRST = [
    "Extracting company names from text. 1991. Sixth conference.",
    "“A quoted title of it.” The Daily, 2001.",
]


@pytest.mark.parametrize("text", TITLE_FIRST)
def test_an_entry_may_begin_with_its_title(text):
    assert read_entry(text).authors == ()
