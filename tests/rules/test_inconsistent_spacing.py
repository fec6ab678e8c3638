"""inconsistent-spacing: spaces in and around citations, against the habit of the article."""

import pytest

WIDE = (
    "So (Axelrod, 1984: p. 3; Finch, 2010: p. 7), (Kuhn, 1962: p. 8; Ostrom, 1990: p. 9; Crane and Dove, 2012: p. 5), "
    "so (Lark et al., 2011) and (Kuhn, 1962; Finch, 2010; Ostrom, 1990), so (Axelrod, 1984) and (Kuhn, 1962). "
    "Axelrod (1984) and Finch (2010) and Kuhn (1962) and Ostrom (1990) and Crane and Dove (2012) agree. "
)
FRENCH = WIDE.replace(":", "\u00a0:").replace(";", "\u00a0;")
NARROW = WIDE.replace(": p. ", ":").replace("; ", ";")

FLAGGED = [
    (WIDE, "See (Ostrom,1990).", "Ostrom,1990", "Ostrom, 1990", "no space behind the comma"),
    (WIDE, "See (Ostrom , 1990).", "Ostrom , 1990", "Ostrom, 1990", "one before it"),
    (WIDE, "See (Ostrom,  1990).", "Ostrom,  1990", "Ostrom, 1990", "two"),
    (WIDE, "See (Ostrom, 1990 ).", "Ostrom, 1990 )", "Ostrom, 1990)", "before the closing bracket"),
    (WIDE, "See ( Ostrom, 1990).", "( Ostrom, 1990", "(Ostrom, 1990", "behind the opening one"),
    (WIDE, "See it(Ostrom, 1990).", "it(Ostrom, 1990", "it (Ostrom, 1990", "none before the bracket"),
    (WIDE, "See containment(Ostrom, 1990).", "containment(Ostrom, 1990", "containment (Ostrom, 1990", "a long word"),
    (WIDE, "See Ostrom(1990).", "Ostrom(1990)", "Ostrom (1990)", "nor before that of a year"),
    (WIDE, "See Ostrom ( 1990).", "Ostrom ( 1990)", "Ostrom (1990)", "within that"),
    (WIDE, "See (Ostrom, 1990;Kuhn, 1962).", "Ostrom, 1990;Kuhn, 1962", "Ostrom, 1990; Kuhn, 1962", "between two"),
    (WIDE, "See (Ostrom, 1990:p. 4).", "Ostrom, 1990:p", "Ostrom, 1990: p", "before a page"),
    (WIDE, "See (Ostrom, 1990: p.4).", "p.4", "p. 4", "behind its label"),
    (
        FRENCH,
        "See (Ostrom, 1990: p. 4).",
        "Ostrom, 1990: p",
        "Ostrom, 1990\u00a0: p",
        "a language that parts its signs",
    ),
    (NARROW, "See (Ostrom, 1990: 4).", "Ostrom, 1990: 4", "Ostrom, 1990:4", "an article that sets none"),
]
CLEAN = [
    (WIDE, "See (Ostrom,\n1990; Kuhn,\u00a01962).", "ends of lines, and a space that keeps words together"),
    (FRENCH, "See (Ostrom, 1990\u202f: p. 4).", "a narrow one"),
    (WIDE, "See “(Ostrom, 1990)”, [Kuhn, 1962] and—(Finch, 2010).", "signs before a bracket"),
    (WIDE, "See (e.g. Ostrom, 1990, who says so; but see Kuhn, 1962).", "words between"),
    (WIDE, "See (Lark et al.,2011) and (Lark et al.,2011).", "too few for a habit behind et al."),
    (WIDE, "See (Ostrom 1990).", "no comma at all, which another rule says"),
    ("", "See (Ostrom,1990) and (Kuhn, 1962).", "too few for a habit"),
]


@pytest.mark.parametrize(("frame", "body", "marked", "mended", "why"), FLAGGED)
def test_spaces_unlike_the_others(by_habit, frame, body, marked, mended, why):
    assert by_habit("inconsistent-spacing", frame, body) == [(marked, mended)], why


@pytest.mark.parametrize(("frame", "body", "why"), CLEAN)
def test_spaces_as_usual(by_habit, frame, body, why):
    assert by_habit("inconsistent-spacing", frame, body) == [], why
