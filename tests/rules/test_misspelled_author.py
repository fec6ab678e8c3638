"""misspelled-author: a name that a slip sets apart from the listed one, and spellings that are none."""

import pytest

LIST = """
Axelrod, Robert. 1984. *The Evolution of Cooperation*. New York: Basic Books.
Dostoevsky, Fyodor. 1866. *Crime and Punishment*. Moscow: Russkiy vestnik.
Goldschmidt, Karl, and Ines Ferreira. 2004. Paper and glue. *Journal of Binding* 7: 1–20.
Jørgensen, Mette. 2015. *Small Islands*. Aarhus: Havn.
Khalidov, Timur, Jean Bonnard, and Eva Sand. 2012. Caravans. *Roads* 3: 4–19.
Lévi-Strauss, Claude. 1962. *La pensée sauvage*. Paris: Plon.
Łukasiewicz, Jan. 1951. *Aristotle’s Syllogistic*. Oxford: Clarendon Press.
Müller, Jan. 2009. *Mills*. Kassel: Rad.
O’Sullivan, Mary. 2003. *The Tide Table*. Cork: Quay.
Öztürk, Ayşe. 2011. *Gardens*. Ankara: Bahçe.
Smith, John. 2014. *Hammers*. London: Anvil.
Smyth, Anna. 2014. *Tongs*. Leeds: Forge.
Strauß, Emil. 1998. *Lists and Lives*. Ulm: Turm.
van der Velde, Pieter. 2007. *Dunes*. Leiden: Duin.
World Health Organization (WHO). 2020. *Clean Hands*. Geneva: WHO.
Zhukov, Pavel. 2010. Ferries. *Rivers* 2: 1–9.
Wei, Li. 2016. *Kites*. Singapore: Thread.
"""

FLAGGED = [
    ("(Axelrud, 1984)", "Axelrud", "Axelrod", "another vowel"),
    ("(Axlerod, 1984: p. 3)", "Axlerod", "Axelrod", "two letters swapped"),
    ("Axelrodd (1984) says so.", "Axelrodd", "Axelrod", "a letter doubled, in the sentence"),
    ("Axelrd’s (1984) thesis", "Axelrd", "Axelrod", "a letter lost, in the genitive"),
    ("(Goldschmitt and Ferreira, 2004)", "Goldschmitt", "Goldschmidt", "the first of two names"),
    ("(Goldschmidt & Fereira, 2004)", "Fereira", "Ferreira", "the second of two names"),
    ("(see Khalidow et al., 2012)", "Khalidow", "Khalidov", "before et al."),
    ("(Khalidov, Bonard, and Sand 2012)", "Bonard", "Bonnard", "the one in the middle"),
    ("(Dostoyevsky, 1866)", "Dostoyevsky", "Dostoevsky", "another transliteration: the list should be kept to"),
    ("(Dostojevskij 1866)", "Dostojevskij", "Dostoevsky", "scholarly transliteration against that of the list"),
    ("(Lévy-Strauss, 1962)", "Lévy-Strauss", "Lévi-Strauss", "one half of a double name"),
    ("(Lukasievicz, 1951)", "Lukasievicz", "Łukasiewicz", "v for w beside a letter without its stroke"),
    ("(O’Sulivan, 2003)", "O’Sulivan", "O’Sullivan", "behind an apostrophe"),
    ("(van der Welde, 2007)", "van der Welde", "van der Velde", "behind particles"),
    ("(World Heath Organization, 2020)", "World Heath Organization", "World Health Organization", "in a body's name"),
    ("[Jorgenson, 2015]", "Jorgenson", "Jørgensen", "in square brackets"),
]

CLEAN = [
    ("(Axelrod, 1984)", "as listed"),
    ("(AXELROD, 1984)", "in capitals"),
    ("Axelrod’s (1984), Axelrod's (1984) and Axelrod´s (1984) thesis", "genitives with any apostrophe"),
    ("(Müller, 2009; Mueller, 2009; Muller, 2009)", "ü, ue and u"),
    ("(Mu\u0308ller, 2009)", "a letter with its marks apart"),
    ("(Öztürk, 2011; Ozturk, 2011; Oeztuerk, 2011)", "ö, o and oe"),
    ("(Strauß, 1998; Strauss, 1998; STRAUSS, 1998)", "ß, ss and capitals"),
    ("(Łukasiewicz, 1951; Lukasiewicz, 1951)", "ł and l"),
    ("(Jørgensen, 2015; Jorgensen, 2015; Joergensen, 2015)", "ø, o and oe"),
    ("(O’Sullivan, 2003; O'Sullivan, 2003; O‘Sullivan, 2003; OʼSullivan, 2003)", "any apostrophe"),
    ("(O´Sullivan, 2003; O`Sullivan, 2003; OSullivan, 2003)", "accents for apostrophes, and none"),
    ("(Lévi-Strauss, 1962; Levi‐Strauss, 1962; Lévi‑Strauss, 1962; Lévi–Strauss, 1962)", "any hyphen"),
    ("(Lévi Strauss, 1962)", "a space for the hyphen"),
    ("(van der Velde, 2007; Van der Velde, 2007; Van Der Velde, 2007)", "particles in any case"),
    ("(Velde, 2007)", "without its particles"),
    ("(van\u00a0der\u00a0Velde, 2007)", "no-break spaces"),
    ("(vanderVelde, 2007)", "spaces lost"),
    ("(Axel\u00adrod, 1984)", "a soft hyphen"),
    ("(Smith, 2014; Smyth, 2014)", "like names, both listed"),
    ("(J. Smith, 2014; John Smith, 2014)", "given names before it"),
    ("(Smith J, 2014)", "initials behind it"),
    ("(Wei, 2016; Li Wei, 2016; Wei Li, 2016)", "family name first or last"),
    ("(WHO, 2020)", "an acronym"),
    ("(World Health Organization [WHO], 2020)", "a name with its acronym"),
    ("(Khalidov et al., 2012; Khalidov et al 2012; Khalidov *et al.*, 2012)", "et al. in any dress"),
    ("(Goldschmidt/Ferreira 2004)", "names parted by a slash"),
    ("(Smith, 1975)", "another year: for other rules"),
    ("(Sand, 1836)", "a co-author's name and a year that is far off"),
    ("(Lang, 1984)", "a short name that is not like any"),
    ("(Ward, 2014)", "another name of the same year"),
    ("Axelrod¹ (1984) says so.", "a note mark behind the name"),
    ("(Axelrod, personal communication, 3 May 2015)", "a letter"),
]


@pytest.mark.parametrize(("body", "marked", "suggested", "why"), FLAGGED)
def test_a_slip_in_a_name_is_marked(said, body, marked, suggested, why):
    assert said("misspelled-author", body, LIST) == [(marked, suggested)], why


@pytest.mark.parametrize(("body", "why"), CLEAN)
def test_a_spelling_that_is_no_slip(said, body, why):
    assert said("misspelled-author", body, LIST) == [], why


@pytest.mark.parametrize("rule", ["missing-reference", "year-mismatch", "author-mismatch", "ambiguous-citation"])
@pytest.mark.parametrize(("body", "marked", "suggested", "why"), FLAGGED)
def test_a_slip_is_said_once(said, rule, body, marked, suggested, why):
    assert said(rule, body, LIST) == [], why


def test_a_name_that_two_entries_come_near_to_is_not_guessed_at_random(said):
    entries = "Brandt, Uta. 2001. *Ash*. Kiel: Bug.\nBrandes, Jan. 1975. *Oak*. Kiel: Bug.\n"
    assert said("misspelled-author", "(Brand, 2001)", entries) == [("Brand", "Brandt")]


def test_names_in_other_scripts_are_those_of_the_list(said):
    entries = "Жуков, Павел. 2010. *Паромы*. Москва: Река.\nAxelrod, Robert. 1984. *Cooperation*. New York: Basic.\n"
    assert said("misspelled-author", "(Жуков, 2010; Zhukov, 2010; Axelrod, 1984)", entries) == []
    assert said("misspelled-author", "(Жукав, 2010; Axelrod, 1984)", entries) == [("Жукав", "Жуков")]
