"""inconsistent-et-al: how et al. is written, against the habit of the article."""

import pytest

PLAIN = "(Lark et al., 2011; Lark et al., 2011: 3). Lark et al. (2011) and Lark et al. (2011) and Lark et al. (2011). "
ITALIC = PLAIN.replace("et al.", "*et al.*")

FLAGGED = [
    (PLAIN, "(Lark et al, 2011)", "et al", "its period lost"),
    (PLAIN, "(Lark et. al., 2011)", "et. al.", "a period too many"),
    (PLAIN, "Lark *et al.* (2011) say so.", "et al.", "italics where plain is usual"),
    (ITALIC, "(Lark et al., 2011)", "et al.", "plain where italics are usual"),
    (PLAIN, "(Lark and others, 2011)", "and others", "in other words"),
]

CLEAN = [
    (PLAIN, "(Lark et al., 2011)", "as usual"),
    (ITALIC, "(Lark *et al.*, 2011)", "in italics, as usual"),
    (PLAIN, "(Lark et\u00a0al., 2011)", "a no-break space"),
    (PLAIN, "(Lark\net al., 2011)", "a line break"),
    (PLAIN, "(Lark, et al., 2011)", "the comma before it follows the number of names"),
    (PLAIN, "(Lark, Martin, and Night, 2011)", "all names"),
    (PLAIN, "Lark et al say so outside any citation.", "outside citations"),
    ("", "(Lark et al., 2011) (Lark et al, 2011)", "too few for a habit"),
]


@pytest.mark.parametrize(("frame", "body", "marked", "why"), FLAGGED)
def test_et_al_unlike_the_others(by_habit, frame, body, marked, why):
    assert [words for words, _ in by_habit("inconsistent-et-al", frame, body)] == [marked], why


@pytest.mark.parametrize(("frame", "body", "why"), CLEAN)
def test_et_al_as_usual(by_habit, frame, body, why):
    assert by_habit("inconsistent-et-al", frame, body) == [], why
