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
    ("Doe, J., Roe, R., … Poe, E. (2001). Title of it.", ["Doe", "Roe", "Poe"], "an ellipsis in a long list"),
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
    ("Παπαδόπουλος, Γ. (1999). Ιστορία. Αθήνα: Εστία.", ["Παπαδόπουλος"], "Greek"),
]


@pytest.mark.parametrize(("text", "families", "why"), LISTS, ids=[row[2] for row in LISTS])
def test_lists(text, families, why):
    assert [name.shown for name in read_entry(text).authors] == families, why


ET_AL = [
    "Doe, J. et al. (2001). Title.",
    "Doe J, et al. Title of it. 2001.",
    "Doe, J. u. a. 2001. Titel. Bonn: Verlag.",
]


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


def test_the_acronym_of_a_body_is_kept():
    (name,) = read_entry("World Bank Group (WBG). 2014. Doing business. Washington.").authors
    assert (name.family, name.acronym) == ("World Bank Group", "WBG")


TITLE_FIRST = [
    "Extracting company names from text. 1991. Sixth conference.",
    "“A quoted title of it.” The Daily, 2001.",
]


@pytest.mark.parametrize("text", TITLE_FIRST)
def test_an_entry_may_begin_with_its_title(text):
    assert read_entry(text).authors == ()
