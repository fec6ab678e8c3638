"""What the tests of rules share: an article is made of a body and its list, and one rule is asked about it."""

import pytest

from citecheck.engine.pipeline import check
from citecheck.engine.settings import Settings


@pytest.fixture
def problems_of(tmp_path):
    """Return what one rule says about a body and its list (one entry a line), in report order."""

    def asked(rule, body, entries, **chosen):
        path = tmp_path / "article.md"
        listed = "\n\n".join(line for line in entries.splitlines() if line)
        path.write_text(f"# On the order of things\n\n{body}\n\n## References\n\n{listed}\n", "utf-8")
        outcome = check(str(path), Settings(select=(rule,), debug=True, **chosen))
        assert outcome.faults == ()
        return outcome.manuscript, outcome.problems

    return asked


@pytest.fixture
def said(problems_of):
    """Return the words that one rule marks, each with what it suggests."""

    def asked(rule, body, entries, **chosen):
        manuscript, problems = problems_of(rule, body, entries, **chosen)
        findings = [problem.finding for problem in problems]
        return [(one.span.of(manuscript.documents[one.document].text), one.suggestion) for one in findings]

    return asked


#: What the articles that have a habit cite.
WORKS = """
Axelrod, Robert. 1984. *The Evolution of Cooperation*. New York: Basic Books.
Crane, Ada, and Ben Dove. 2012. Flocks. *Birds* 3 (2): 110–133.
Finch, Leo. 2010. *Finches*. Perth: Wing.
Goldschmidt, Karl, and Ines Ferreira. 2004. Paper and glue. *Journal of Binding* 7: 1–200.
Kuhn, Thomas S. 1962. *The Structure of Scientific Revolutions*. Chicago: University of Chicago Press.
Lark, Ed, Flo Martin, and Guy Night. 2011. Larks. *Birds* 4: 1–90.
Ostrom, Elinor. 1990. *Governing the Commons*. Cambridge: Cambridge University Press.
Tversky, Amos, and Daniel Kahneman. 1974. Judgment under uncertainty. *Science* 185: 1124–1131.
"""


@pytest.fixture
def by_habit(problems_of):
    """Return what a rule marks behind a frame that shows the habit of an article, and what would mend each."""

    def asked(rule, frame, body):
        manuscript, problems = problems_of(rule, frame + body, WORKS)
        text = manuscript.document.text
        return [(problem.finding.span.of(text), problem.finding.replacement) for problem in problems]

    return asked


@pytest.fixture
def messages(tmp_path):
    """Return what one rule says about a list in BibTeX that is checked by itself, in the year 2026."""

    def asked(rule, text, name="list.bib", **chosen):
        path = tmp_path / name
        path.write_text(text, "utf-8")
        outcome = check(str(path), Settings(select=(rule,), alone=True, present=2026, debug=True, **chosen))
        assert outcome.faults == ()
        return [problem.finding.message for problem in outcome.problems]

    return asked
