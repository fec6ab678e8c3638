"""et-al-threshold: names in full or et al., against the chosen style."""

import pytest

LIST = """
Axelrod, Robert. 1984. *The Evolution of Cooperation*. New York: Basic Books.
Crane, Ada, and Ben Dove. 2012. Flocks. *Birds* 3 (2): 110–133.
Heron, Ivo, Ann Ibis, and Jan Jay. 2015. Waders. *Birds* 6: 1–20.
Heron, Ivo, Kim Kite, and Lou Loon. 2015. Divers. *Birds* 6: 21–40.
Lark, Ed, Flo Martin, and Guy Night. 2011. Larks. *Birds* 4: 1–90.
Owl, Pat, Quin Quail, Roy Raven, and Sue Swan. 2016. Nests. *Birds* 7: 1–50.
"""

FLAGGED = [
    ("apa", "(Lark, Martin, & Night, 2011)", "Lark, Martin, & Night", "Lark et al.", "three authors in APA"),
    ("mla", "(Lark, Martin, and Night, 2011)", "Lark, Martin, and Night", "Lark et al.", "three authors in MLA"),
    ("apa", "Lark, Martin, and Night (2011) sing.", "Lark, Martin, and Night", "Lark et al.", "in the sentence"),
    ("chicago", "(Owl, Quail, Raven, and Swan 2016)", "Owl, Quail, Raven, and Swan", "Owl et al.", "four in Chicago"),
    ("harvard", "(Owl, Quail, Raven and Swan, 2016)", "Owl, Quail, Raven and Swan", "Owl et al.", "four in Harvard"),
    ("abnt", "(Lark et al., 2011)", "et al.", None, "three authors in ABNT"),
    ("iso690", "Lark et al. (2011) sing.", "et al.", None, "three authors in ISO 690"),
]

CLEAN = [
    (None, "(Lark, Martin, & Night, 2011; Owl et al., 2016)", "no style is chosen"),
    ("apa", "(Lark et al., 2011)", "as APA wants it"),
    ("apa", "(Crane & Dove, 2012)", "two authors"),
    ("apa", "(Axelrod, 1984)", "one author"),
    ("apa", "(Heron, Ibis, & Jay, 2015)", "“Heron et al., 2015” would be two works"),
    ("apa", "(Lark & Martin, 2011)", "an author is left out, which is another problem"),
    ("chicago", "(Lark, Martin, and Night 2011)", "three authors, on which the editions differ"),
    ("chicago", "(Lark et al. 2011)", "the same by the later edition"),
    ("harvard", "(Lark, Martin and Night, 2011)", "three authors in Harvard"),
    ("asa", "(Lark, Martin, and Night 2011) (Lark et al. 2011)", "ASA: first in full, later short"),
    ("abnt", "(Owl et al., 2016) (Owl; Quail; Raven; Swan, 2016)", "ABNT leaves it open from four on"),
    ("ieee", "(Lark, Martin, and Night, 2011)", "a style that does not cite by name"),
    ("apa", "Lark, Martin, and Night sing since 2011.", "no citation"),
]


@pytest.mark.parametrize(("style", "body", "marked", "mended", "why"), FLAGGED)
def test_too_many_names_or_too_few(problems_of, style, body, marked, mended, why):
    manuscript, problems = problems_of("et-al-threshold", body, LIST, style=style)
    found = [(one.finding.span.of(manuscript.document.text), one.finding.replacement) for one in problems]
    assert found == [(marked, mended)], why
    assert not problems[0].finding.safe


@pytest.mark.parametrize(("style", "body", "why"), CLEAN)
def test_as_many_names_as_the_style_wants(said, style, body, why):
    assert said("et-al-threshold", body, LIST, style=style) == [], why
