"""unsorted-list: entries out of the alphabet, and lists that follow it by another custom or not at all."""

import pytest

SORTED = (
    "Abel", "Bruhn", "Claus", "Dirks", "Evers", "Focke", "Gerdes", "Harms", "Ihnen", "Janssen", "Kruse", "Lüken",
    "Meents", "Neumann", "Onken", "Peters",
)  # fmt: skip


def entries(names):
    return "\n".join(f"{name}, Jan. {1980 + at}. *On Dike {at}*. Kiel: Bug." for at, name in enumerate(names))


def moved(name, before):
    names = [one for one in SORTED if one != name]
    names.insert(names.index(before), name)
    return names


FLAGGED = [
    (moved("Peters", "Bruhn"), ["Peters"], "one far too early"),
    (moved("Abel", "Neumann"), ["Abel"], "one far too late"),
    (moved("Kruse", "Janssen"), ["Kruse"], "two neighbours: one of them"),
]

CLEAN = [
    (SORTED, "as it should be"),
    ((*SORTED, "Quast", "quinn"), "a small letter at the end"),
    ((*SORTED[:11], "Lüders", "Lukas", *SORTED[11:]), "ü as u"),
    ((*SORTED[:11], "Luek", *SORTED[11:]), "ü as ue"),
    ((*SORTED, "van der Pol"), "a particle sorted by the name behind it"),
    ((*SORTED, "Ruyter", "de Sade", "Tromp"), "a particle passed over"),
    (("Abel", "Bruhn", "Claus", "de Sade", *SORTED[3:]), "a particle sorted by itself"),
    ((*SORTED[:14], "O’Neill", *SORTED[14:]), "an apostrophe passed over"),
    ((*SORTED[:12], "Mc Nair", "Meents"), "a space inside a name"),
    (SORTED[::-1], "in reverse order"),
    (SORTED[8:] + SORTED[:8], "in another order, such as that of citation"),
    (SORTED[1:4] + SORTED[:1], "too few entries to tell"),
    (sum(zip(SORTED[:8], SORTED[8:], strict=True), ()), "two rows shuffled: no alphabet"),
]


@pytest.mark.parametrize(("names", "marked", "why"), FLAGGED)
def test_an_entry_out_of_the_alphabet(said, names, marked, why):
    found = said("unsorted-list", "(Abel, 1980)", entries(names))
    assert [entry.split(",")[0] for entry, _ in found] == marked, why


@pytest.mark.parametrize(("names", "why"), CLEAN)
def test_a_list_in_an_order_of_its_own(said, names, why):
    assert said("unsorted-list", "(Abel, 1980)", entries(names)) == [], why


def test_works_of_one_author_are_in_any_order_of_years(said):
    more = "\n".join(f"Peters, Jan. {year}. *Mud {year}*. Kiel: Bug." for year in (2009, 1991, 2003))
    assert said("unsorted-list", "(Abel, 1980)", entries(SORTED[:15]) + "\n" + more) == []
