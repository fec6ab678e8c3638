"""no-reference-list: one problem for the document, where nothing can be checked."""

import pytest

from citecheck.engine.pipeline import check
from citecheck.engine.settings import Settings

UNHEADED = (
    "One asks (Kuhn, 1962). Another answers (Ostrom, 1990). A third doubts it (Arrow, 1951).\n\n"
    "Arrow, Kenneth. 1951. *Social Choice and Individual Values*. New York: Wiley.\n\n"
    "Hardin, Garrett. 1968. The tragedy of the commons. *Science* 162: 1243–1248.\n\n"
    "Kuhn, Thomas. 1962. *The Structure of Scientific Revolutions*. Chicago: University of Chicago Press.\n\n"
    "Ostrom, Elinor. 1990. *Governing the Commons*. Cambridge: Cambridge University Press.\n"
)

FLAGGED = [
    ("One asks (Kuhn, 1962). Another answers (Ostrom, 1990).\n", "citations and no list"),
    ("Kuhn (1962) asks.\n\n## Conclusion\n\nOstrom (1990) answers.\n", "headings of other parts"),
    ("One asks (Kuhn, 1962).\n\n## References\n", "a heading with nothing below it"),
]

CLEAN = [
    ("One asks (Kuhn, 1962).\n\n## References\n\nKuhn, Thomas. 1962. *Revolutions*. Chicago: UCP.\n", "a list"),
    ("One asks (Kuhn, 1962).\n\n## Literatur\n\nKuhn, Thomas. 1962. *Revolutions*. Chicago: UCP.\n", "in German"),
    ("One asks (Kuhn, 1962).\n\nBibliography\n\nKuhn, Thomas. 1962. *Revolutions*. Chicago: UCP.\n", "plain heading"),
    (
        UNHEADED,
        "no heading, but entries",
    ),
]


def problems(tmp_path, text):
    path = tmp_path / "article.md"
    path.write_text(text, "utf-8")
    return check(str(path), Settings(debug=True)).problems


@pytest.mark.parametrize(("text", "why"), FLAGGED)
def test_a_text_without_its_list(tmp_path, text, why):
    found = problems(tmp_path, text)
    assert [(problem.rule, problem.finding.span) for problem in found] == [("no-reference-list", None)], why
    assert "--references" in found[0].finding.help


@pytest.mark.parametrize(("text", "why"), CLEAN)
def test_a_text_with_its_list(tmp_path, text, why):
    assert "no-reference-list" not in {problem.rule for problem in problems(tmp_path, text)}, why
