"""Comments to citecheck: where they speak, what is no comment, and that no text makes reading them slow or fail."""

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from citecheck.engine.comments import ignores_in
from citecheck.engine.pipeline import check, read
from citecheck.engine.settings import Settings

ENTRIES = (
    "\n\n## References\n\nKuhn, Ada. 1990. Order. Vienna: Zettel.\n\nWeber, Max. 1922. Wirtschaft. Tübingen: Mohr.\n"
)
RULES = ("missing-reference", "orphaned-reference", "year-mismatch")


@pytest.fixture
def comments_of(tmp_path):
    """Return rules, reason and covered words of each comment of an article."""

    def found(body, suffix="md", entries=ENTRIES):
        path = tmp_path / f"article.{suffix}"
        path.write_bytes((body + entries).encode("utf-8", "surrogatepass"))
        manuscript = read(str(path), Settings()).manuscript
        if manuscript is None:
            return []
        text = manuscript.document.text
        return [
            (one.rules, one.reason, one.covers and one.covers.of(text).strip(), one.place)
            for one in ignores_in(manuscript, RULES)
        ]

    return found


SAID = "citecheck: ignore missing-reference"
COVERED = [
    (f"One (A, 1990).\nTwo (B, 1991). <!-- {SAID}: x -->\nThree.", "Two (B, 1991).", "behind the text of a line"),
    (f"<!-- {SAID}: x -->\nOne (A, 1990).\nTwo (B, 1991).\n\nThree.", "One (A, 1990).\nTwo (B, 1991).", "before it"),
    (f"<!-- {SAID}: x -->\n\nOne (A, 1990).\n\nTwo.", "One (A, 1990).", "with a blank line between"),
    (f"One.\n\nTwo.\n<!-- {SAID}: x -->\nThree.\nFour.\n\nFive.", "Three.\nFour.", "in the middle of a paragraph"),
    (f"One.\n\n<!--\n{SAID}:\nover\nlines\n-->\n\nTwo.\n\nThree.", "Two.", "over several lines"),
    (f"One.\r\n\r\n<!-- {SAID}: x -->\r\nTwo.\r\n\r\nThree.", "Two.", "with line ends of Windows"),
    (f"- One.\n<!-- {SAID}: x -->\n- Two.\n- Three.", "- Two.", "an item of a list"),
]


@pytest.mark.parametrize(("body", "covered", "why"), COVERED, ids=[row[2] for row in COVERED])
def test_a_comment_speaks_of_a_line_or_of_what_follows(comments_of, body, covered, why):
    ((rules, reason, words, _),) = comments_of(body)
    assert (rules, words.replace("\r\n", "\n")) == (("missing-reference",), covered), why
    assert reason in {"x", "over lines"}


def test_an_entry_of_the_list_is_meant_by_a_comment_above_it(comments_of):
    entries = ENTRIES.replace("Weber,", "<!-- citecheck: ignore orphaned-reference: x -->\n\nWeber,")
    ((_, _, words, _),) = comments_of("As Kuhn (1990) says.", entries=entries)
    assert words == "Weber, Max. 1922. Wirtschaft. Tübingen: Mohr."


def test_an_entry_alone_is_meant_where_entries_stand_line_by_line(comments_of):
    names = ("Arrow", "Becker", "Coase", "Debreu", "Elster", "Frey", "Gintis", "Hardin")
    lines = "\n".join(
        f"{name}, A. 19{number}. The book of {name}. Vienna: Zettel." for number, name in enumerate(names, 10)
    )
    body = f"As Coase (1912) says.\n\n## References\n\n{lines}"
    marked = body.replace("Debreu, A.", "<!-- citecheck: ignore orphaned-reference: x -->\nDebreu, A.")
    ((_, _, words, _),) = comments_of(marked, entries="\n")
    assert words == "Debreu, A. 1913. The book of Debreu. Vienna: Zettel."


def test_a_comment_behind_everything_speaks_of_nothing(comments_of):
    assert [one[2] for one in comments_of("One.", entries=f"{ENTRIES}\n<!-- {SAID}: x -->\n")] == [None]


NONE = [
    ("md", f"```\n<!-- {SAID}: x -->\n```\n\nOne.", "code between fences"),
    ("md", f"<!-- {SAID}: never closed", "no end"),
    ("md", "One. <!-- ignore missing-reference: x -->", "not said to us"),
    ("tex", f"\\begin{{verbatim}}\n% {SAID}: x\n\\end{{verbatim}}\nOne.", "code of LaTeX"),
    ("tex", f"One \\% {SAID}: x", "a sign of per cent"),
    ("typ", f"One https://{SAID}: x", "an address"),
    ("txt", f"One. <!-- {SAID}: x -->", "plain text has no comments"),
]


@pytest.mark.parametrize(("suffix", "body", "why"), NONE, ids=[row[2] for row in NONE])
def test_what_is_no_comment_to_us(comments_of, suffix, body, why):
    assert comments_of(body, suffix) == [], why


def test_several_rules_and_a_colon_in_the_reason(comments_of):
    ((rules, reason, _, place),) = comments_of(
        "One.\n\nTwo. <!-- citecheck: ignore year-mismatch, missing-reference: a: b -->"
    )
    assert (rules, reason, place) == (("year-mismatch", "missing-reference"), "a: b", "the comment on line 3")


def test_each_part_of_a_project_has_its_own_comments(tmp_path):
    (tmp_path / "main.tex").write_text(
        "\\documentclass{article}\\begin{document}\nAs Meyer (1999) says.\n\n\\input{part}\n\n"
        "\\section*{References}\n\nKuhn, Ada. 1990. Order.\n\\end{document}\n",
        "utf-8",
    )
    (tmp_path / "part.tex").write_text(f"% {SAID}: in print\nAs Weber (1998) says.\n", "utf-8")
    outcome = check(str(tmp_path / "main.tex"), Settings(debug=True))
    assert [one.problem.finding.message[:12] for one in outcome.suppressed] == ["“Weber, 1998"]


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    text=st.lists(
        st.sampled_from(
            ["<!--", "-->", "citecheck:", " ignore ", "missing-reference", ":", ",", "x", "\n", "\n\n", "\r", "% ",
             "//", ".. ", "# ", "\\", "```", "(A, 1990)", "\u2028", "<", ">"]
        ),
        max_size=25,
    ),
    suffix=st.sampled_from(["md", "tex", "typ", "rst", "org", "html"]),
)  # fmt: skip
def test_any_text_is_read(comments_of, text, suffix):
    assert all(rules or reason is None or reason for rules, reason, _, _ in comments_of("".join(text), suffix))


HOSTILE = [
    ("md", "<!-- citecheck:"),
    ("md", "<!-- citecheck: ignore missing-reference: x -->"),
    ("md", "citecheck: "),
    ("tex", "%" * 40 + "citecheck:"),
    ("tex", "% citecheck: ignore a\n"),
    ("typ", "// citecheck: ignore a\n"),
    ("rst", ".. citecheck: ignore a\n\n"),
    ("org", "# citecheck: ignore a\n"),
]


@pytest.mark.parametrize(("suffix", "again"), HOSTILE)
def test_the_time_grows_with_the_text(grows_evenly, tmp_path, suffix, again):
    path = tmp_path / f"article.{suffix}"

    def spent(size):
        path.write_text(f"One.\n\n{again * (size // len(again))}\n\nTwo.{ENTRIES}", "utf-8")
        manuscript = read(str(path), Settings()).manuscript
        start = time.process_time()
        ignores_in(manuscript, RULES)
        return time.process_time() - start

    assert grows_evenly(spent, 20_000, 80_000)
