"""The report for a browser: one page, whole in one file, that asks for nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from citecheck import __version__
from citecheck.model.outcome import Outcome
from citecheck.report.report import Report, View


def render(outcomes: Sequence[Outcome], _: View) -> str:
    """Return the page of all files: of one by itself, of several each as a section, with a table of them first."""
    from citecheck.report.page.article import article
    from citecheck.report.page.templates import filled

    several = len(outcomes) > 1
    articles = [article(one, f"a{at}-" if several else "") for at, one in enumerate(outcomes, start=1)]
    title = f"{len(outcomes):,} files" if several else "".join(one.name for one in articles)
    return filled("page.html.j2", title=title, articles=articles, several=several, version=__version__)


def article_page(outcome: Outcome) -> str:
    """Return the page of one article."""
    return render((outcome,), View())


REPORT = Report("html", (".html", ".htm"), render, "a page for a browser: text, list and problems")
