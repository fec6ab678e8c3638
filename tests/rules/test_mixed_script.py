"""mixed-script: letters of another script inside a word, and words that only stand beside such letters."""

import pytest

SOUND = "Axelrod, Robert. 1984. *The Evolution of Cooperation*. New York: Basic Books.\n"

FLAGGED = [
    ("(Axelrod, 1984)", "Petrov, Ivan. 2001. *Reki i lуdi*. Moscow: Voda.", "lуdi", "a Cyrillic у in a title"),
    ("(Axelrod, 1984)", "Pеtrov, Ivan. 2001. *Reki*. Moscow: Voda.", "Pеtrov", "a Cyrillic е in a name"),
    ("(Axelrod, 1984)", "Petrov, Ivan. 2001. *Reki*. Μoscow: Voda.", "Μoscow", "a Greek Μ in a place"),
    ("(Pеtrov, 2001; Axelrod, 1984)", "Petrov, Ivan. 2001. *Reki*. Moscow: Voda.", "Pеtrov", "in the text only"),
]

CLEAN = [
    ("(Axelrod, 1984)", "Петров, Иван. 2001. *Реки*. Москва: Вода.", "all Cyrillic"),
    ("(Axelrod, 1984)", "Petrov, Ivan. 2001. *Реки* [Rivers]. Moscow: Voda.", "a Cyrillic title among Latin words"),
    ("(Axelrod, 1984)", "Petrov, Ivan. 2001. *α-helix and β-sheet*. Moscow: Voda.", "Greek letters before a hyphen"),
    ("(Axelrod, 1984)", "Petrov, Ivan. 2001. *Grains of 5 µm and 3 μm*. Moscow: Voda.", "a unit, with either µ"),
    ("(Axelrod, 1984)", "Petrov, Ivan. 2001. *Ω and Δ in networks*. Moscow: Voda.", "Greek letters alone"),
    ("(Axelrod, 1984)", "Petrov, Ivan. 2001. *Internet-опрос*. Moscow: Voda.", "two scripts with a hyphen between"),
    ("(Axelrod, 1984)", "Łukasiewicz, Žarko. 2001. *Æsir œuvre ß*. Gdańsk: Śnieg.", "Latin letters with marks"),
    ("(Axelrod, 1984)", "Νικολάου, Ελένη. 2001. *Νερό*. Αθήνα: Πηγή.", "all Greek"),
    ("(Axelrod, 1984)", "田中, 太郎. 2001. *Rice*. Tokyo: Mori.", "Chinese characters"),
    ("(Axelrod, 1984) and the mоre", "Petrov, Ivan. 2001. *Reki*. Moscow: Voda.", "outside citations and entries"),
]


@pytest.mark.parametrize(("body", "entry", "marked", "why"), FLAGGED)
def test_a_word_with_letters_of_two_scripts(said, body, entry, marked, why):
    assert said("mixed-script", body, f"{SOUND}{entry}\n") == [(marked, None)], why


@pytest.mark.parametrize(("body", "entry", "why"), CLEAN)
def test_a_word_of_one_script(said, body, entry, why):
    assert said("mixed-script", body, f"{SOUND}{entry}\n") == [], why
