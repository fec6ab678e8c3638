"""orphaned-reference: entries that nothing cites, and entries that something does."""

import pytest

AXELROD = "Axelrod, Robert. 1984. *The Evolution of Cooperation*. New York: Basic Books."
GOLDSCHMIDT = "Goldschmidt, Karl, and Ines Ferreira. 2004. Paper and glue. *Journal of Binding* 7: 1–20."
KUHN = "Kuhn, Thomas S. 1962. *The Structure of Scientific Revolutions*. Chicago: University of Chicago Press."
OSTROM = "Ostrom, Elinor. 1990. *Governing the Commons*. Cambridge: Cambridge University Press."
LIST = f"{AXELROD}\n{GOLDSCHMIDT}\n{KUHN}\n{OSTROM}"

FLAGGED = [
    ("(Axelrod, 1984; Goldschmidt and Ferreira, 2004; Kuhn, 1962)", [OSTROM], "never named"),
    (
        "(Axelrod, 1984; Goldschmidt and Ferreira, 2004); Ostrom was there, Kuhn too.",
        [KUHN, OSTROM],
        "named, not cited",
    ),
    ("(Goldschmidt and Ferreira, 2004; Kuhn, 1962) in 1990 and 1984", [AXELROD, OSTROM], "years alone"),
    ("Axelrod (1984) and Kuhn (1962) on paper and glue; Ostrom (1990)", [GOLDSCHMIDT], "a title alone"),
    ("(Axelrod, 1984; Kuhn, 1962; Ostrom, 1990; Ferraro, 2004)", [GOLDSCHMIDT], "another author of the same year"),
]

CLEAN = [
    ("(Axelrod, 1984; Goldschmidt and Ferreira, 2004; Kuhn, 1962; Ostrom, 1990)", "all cited"),
    ("(Axelrud, 1984; Goldschmidt and Ferreira, 2004; Kuhn, 1962; Ostrom, 1990)", "cited with a slip in the name"),
    ("(Axelrod, 1985; Goldschmidt and Ferreira, 2004; Kuhn, 1962; Ostrom, 1990)", "cited with a slip in the year"),
    ("(Axelrod, 1984; Goldschmidt, 2004; Kuhn, 1962; Ostrom, 1990)", "cited without a co-author"),
    ("(Axelrod, 1984; Goldschmidt et al., 2004; Kuhn, 1962; Ostrom, 1990)", "cited with et al. for one"),
    ("(Axelrod, 1984; Goldschmidt and Ferreira, 2004; Kuhn, 1990; Ostrom, 1990)", "cited with a year far off"),
    ("(Axelrod; Goldschmidt and Ferreira, 2004; Kuhn, 1962; Ostrom, 1990) Axelrod’s (1984) view", "in a genitive"),
    (
        "Ostrom shows in a book on nets (1990) what Axelrod (1984), Goldschmidt and Ferreira (2004), Kuhn (1962) say",
        "a name far before its year",
    ),
    (
        "(Axelrod, 1984; Kuhn, 1962; Ostrom, 1990)\n\n| A | B |\n|---|---|\n| C | Goldschmidt and Ferreira 2004 |",
        "in a table",
    ),
    (
        "(Axelrod, 1984; Kuhn, 1962; Ostrom, 1990)\n\nFigure 1. Glue. Source: Goldschmidt and Ferreira (2004).",
        "caption",
    ),
    ("(Axelrod, 1984; Kuhn, 1962; Ostrom, 1990).[^1]\n\n[^1]: See Goldschmidt and Ferreira (2004).", "in a note"),
    ("(Axelrod, 1984; Kuhn, 1962; Ostrom, 1990) [Goldschmidt and Ferreira, 2004]", "in square brackets"),
    ("(Axelrod, 1984; Kuhn, 1962; Ostrom, 1990) (quoted in Goldschmidt and Ferreira, 2004: 3)", "at second hand"),
]


@pytest.mark.parametrize(("body", "entries", "why"), FLAGGED)
def test_an_entry_that_nothing_cites(said, body, entries, why):
    marked = [entry.replace("*", "") for entry, _ in said("orphaned-reference", body, LIST)]
    assert marked == [entry.replace("*", "") for entry in entries], why


@pytest.mark.parametrize(("body", "why"), CLEAN)
def test_an_entry_that_something_cites(said, body, why):
    assert said("orphaned-reference", body, LIST) == [], why


def test_a_text_that_cites_nothing_is_not_told_so_entry_by_entry(said):
    assert said("orphaned-reference", "Nothing is cited here.", LIST) == []


def test_the_second_of_two_equal_entries_is_not_orphaned_too(said):
    assert said("orphaned-reference", "(Axelrod, 1984)", f"{AXELROD}\n{AXELROD}") == []


def test_entries_that_an_ambiguous_citation_may_mean_are_not_orphaned(said):
    entries = "Wren, Jo. 2013a. *Nests*. Bath: Twig.\nWren, Jo. 2013b. *Eggs*. Bath: Twig.\n"
    assert said("orphaned-reference", "(Wren, 2013)", entries) == []
