"""What citecheck wrote is known again by its beginning, in every format that it writes."""

import pytest

from citecheck.engine.pipeline import check
from citecheck.engine.settings import Settings
from citecheck.report.page.index import index_page
from citecheck.report.recognition import is_report
from citecheck.report.registry import reports
from citecheck.report.report import View

CITED = "# Lists\n\nLists are kept, as Ritter (2011) says{}.\n\n## References\n\nRitter, A. 2011. Lists. Vienna.\n"


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "article.md"

    def written(text):
        path.write_text(text, "utf-8")
        return check(str(path), Settings())

    return written


@pytest.mark.parametrize("width", [40, 100])
@pytest.mark.parametrize(
    "text", [CITED.format(""), CITED.format("; others doubt it (Meyer 1999)"), "Lists are kept.\n"]
)
@pytest.mark.parametrize("report", reports(), ids=lambda report: report.format)
def test_every_report_is_known_again(report, text, width, article):
    written = report.render((article(text),), View(width=width))
    assert is_report(written.encode()[:4096]) or not written


def test_a_page_over_many_files_is_known_again():
    assert is_report("".join(index_page((), "Results")).encode()[:4096])


@pytest.mark.parametrize(
    "text",
    [
        CITED.format(""),
        "Lists: warning: they grow.\n",
        "## Citations and reference lists\n\nHow they agree.\n",
        "Author queries: how they are written\n\nA query is a question.\n",
        "Ritter   lists · orders · 12 citationists\n",
        "<?xml version='1.0'?>\n<article/>\n",
        '{"version": 1, "id": "a"}',
        "path,title\n",
        "mended lists\n",
        "",
    ],
)
def test_articles_are_none(text):
    assert not is_report(text.encode())
