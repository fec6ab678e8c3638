"""What is mended of an article, safely and less so; and that mending once more changes nothing."""

import re
import string

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from citecheck.engine.mending import mend
from citecheck.engine.settings import Settings

SAFE = [
    ("Some doubt it (Ostrom 1990).", "Some doubt it (Ostrom, 1990).", "a comma is missing"),
    ("Some doubt it (Crane & Dove, 2012).", "Some doubt it (Crane and Dove, 2012).", "& where the article writes and"),
    ("Some doubt it (Lark et al, 2011).", "Some doubt it (Lark et al., 2011).", "et al. without its period"),
    ("Some doubt it (Lark et. al., 2011).", "Some doubt it (Lark et al., 2011).", "et al. with a period too many"),
    ("Some doubt it (Lark *et al.* 2011).", "Some doubt it (Lark *et al.*, 2011).", "a comma behind italics"),
    ("Some doubt it (Kuhn, 1962: pp. 3-4).", "Some doubt it (Kuhn, 1962: pp. 3–4).", "a hyphen in a range"),
    ("Some doubt it (Kuhn, 1962: pp. 3--4).", "Some doubt it (Kuhn, 1962: pp. 3–4).", "two hyphens in a range"),
    ("Some doubt it (Kuhn, 1962: p. 3–4).", "Some doubt it (Kuhn, 1962: pp. 3–4).", "the label of one page"),
    ("Some doubt it (Ostrom\n1990).", "Some doubt it (Ostrom,\n1990).", "a comma at the end of a line"),
    ("Some doubt it (Ostrom,1990).", "Some doubt it (Ostrom, 1990).", "a space is missing"),
    (
        "Some (Kuhn, 1962) doubt (Finch, 2010) it ( Ostrom , 1990 ).",
        "Some (Kuhn, 1962) doubt (Finch, 2010) it (Ostrom, 1990).",
        "spaces too many",
    ),
    ("Some doubt it (Ostrom  1990).", "Some doubt it (Ostrom, 1990).", "a comma for two spaces"),
    ("Some doubt it (Lark et  al., 2011).", "Some doubt it (Lark et al., 2011).", "two spaces within et al."),
    (
        "According to (Kuhn, 1962: p. 3), so.",
        "According to Kuhn (1962: p. 3), so.",
        "a bracket round the name",
    ),
    ("Some doubt it (Ostrom, 1990.\n\nNets.", "Some doubt it (Ostrom, 1990).\n\nNets.", "a bracket left open"),
    (
        "Some doubt it (Crane & Dove 2012: pp. 111-112).",
        "Some doubt it (Crane and Dove, 2012: pp. 111–112).",
        "three things at one place",
    ),
]
UNSAFE = [
    ("Some doubt it (Ostrum, 1990).", "Some doubt it (Ostrom, 1990).", "a name"),
    ("Some doubt it (Krane and Dovve, 2012).", "Some doubt it (Crane and Dove, 2012).", "two names"),
    ("Some doubt it (Ostrom, 1991).", "Some doubt it (Ostrom, 1990).", "a year"),
    ("Some doubt it (Crane, 2012).", "Some doubt it (Crane and Dove, 2012).", "a co-author left out"),
    ("Some doubt it (Dove and Crane, 2012).", "Some doubt it (Crane and Dove, 2012).", "co-authors out of order"),
    ("Some doubt it (Lark and Night, 2011).", "Some doubt it (Lark, Martin and Night, 2011).", "one of three left out"),
    ("Some doubt it (Ostrom et al., 1990).", "Some doubt it (Ostrom, 1990).", "et al. for nobody"),
    ("Some doubt it (Ostrom, 1990: 68).", "Some doubt it (Ostrom, 1990: p. 68).", "a page without its label"),
    ("Some doubt it (Ostrum 1990).", "Some doubt it (Ostrom, 1990).", "a name, and a comma"),
    ("Some doubt it (Ostrоm, 1990).", "Some doubt it (Ostrom, 1990).", "a Cyrillic letter in a name"),
]
LEFT = [
    ("Some doubt it (Crane and Dove, 2012; Arrow, 1951).", "a work that is not listed"),
    ("Some doubt it (Ostrom, 1990), or (Crane\nand Dove, 2012).", "nothing wrong"),
    ("Some doubt it (K. Ostrum, 1995).", "too far from any entry"),
]


@pytest.mark.parametrize(("body", "expected", "why"), SAFE)
@pytest.mark.parametrize("unsafe", [False, True])
def test_typography_is_mended(mended, body, expected, why, unsafe):
    text, mending = mended(body, unsafe=unsafe)
    assert text == expected, why
    assert all(one.safe and one.entry is None for one in mending.after.mended)


@pytest.mark.parametrize(("body", "expected", "why"), UNSAFE)
def test_names_and_years_are_mended_only_when_asked_for(mended, body, expected, why):
    kept, _ = mended(body)
    assert re.sub(r"\W", "", kept) == re.sub(r"\W", "", body), why
    text, mending = mended(body, unsafe=True)
    assert text == expected, why
    assert any(not one.safe for one in mending.after.mended)


@pytest.mark.parametrize(("body", "why"), LEFT)
def test_what_is_left_alone(mended, body, why):
    text, mending = mended(body, unsafe=True)
    assert (text, mending.files) == (body, ()), why


def test_an_unsafe_fix_names_the_entry_it_was_taken_from(mended):
    _, mending = mended("Some doubt it (Ostrom, 1991).", unsafe=True)
    (one,) = mending.after.mended
    assert (one.rule, one.before, one.after, one.line) == ("year-mismatch", "1991", "1990", 9)
    assert one.entry.startswith("Ostrom, Elinor. 1990.")


def test_what_stands_before_and_what_is_left_are_told_apart(mended):
    _, mending = mended("Some doubt it (Ostrom 1990; Arrow, 1951).")
    assert [problem.rule for problem in mending.before.problems] == ["inconsistent-comma", "missing-reference"]
    assert [problem.rule for problem in mending.after.problems] == ["missing-reference"]


def test_a_key_becomes_the_nearest_one(tmp_path):
    (tmp_path / "list.bib").write_text(
        "@book{kuhn1962, author={Kuhn, Thomas}, title={Structure}, year=1962}\n", "utf-8"
    )
    path = tmp_path / "a.md"
    path.write_text(
        "---\nbibliography: list.bib\n---\nSome doubt it [@khun1962, p. 3], some do not [@kuhn1962].\n", "utf-8"
    )
    assert mend(str(path), Settings(debug=True), unsafe=False).files == ()
    (file,) = mend(str(path), Settings(debug=True), unsafe=True).files
    assert "[@kuhn1962, p. 3]" in file.after.decode()


def test_a_name_that_the_list_misspells_is_mended_there(tmp_path):
    bib = tmp_path / "list.bib"
    bib.write_bytes(
        b"@book{a, author={Axelrod, Robert}, title={Evolution}, year=1984}\r\n"
        b"@article{t, author={Tversky, Amos and Kahnemxnn, Daniel}, title={Judgment}, year=1974}\r\n"
    )
    path = tmp_path / "a.md"
    path.write_text(
        "(Axelrod, 1984), (Tversky and Kahneman, 1974), again (Tversky and Kahneman, 1974: p. 3).\n", "utf-8"
    )
    (file,) = mend(str(path), Settings(references=(str(bib),), debug=True), unsafe=True).files
    assert file.path == str(bib)
    assert file.after == bib.read_bytes().replace(b"Kahnemxnn", b"Kahneman")


CAPITALS = """\
CRANE, Ada, and DOVE, Ben. 2012. Flocks. *Birds* 3 (2): 110–133.

LARK, Ed, MARTIN, Flo, and NIGHT, Guy. 2011. Larks. *Birds* 4: 1–90.

MCDONNELL, Robert. 1984. *The Evolution of Cooperation*. New York: Basic Books.

OSTROM, Elinor. 1990. *Governing the Commons*. Cambridge: Cambridge University Press.
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Some doubt it (Ostrum, 1990).", "Some doubt it (Ostrom, 1990)."),
        ("Some doubt it (McDonneIl, 1984).", "Some doubt it (McDonnell, 1984)."),
        ("Some doubt it (OSTRUM, 1990).", "Some doubt it (OSTROM, 1990)."),
        ("Some doubt it (Crane, 2012).", "Some doubt it (Crane and Dove, 2012)."),
    ],
)
def test_a_list_in_capitals_does_not_shout_in_the_text(tmp_path, body, expected):
    path = tmp_path / "article.md"
    path.write_text(f"# Nets\n\n{body}\n\n## References\n\n{CAPITALS}", "utf-8")
    (file,) = mend(str(path), Settings(debug=True), unsafe=True).files
    assert file.after.decode().split("\n\n")[1] == expected


def test_a_defect_of_the_program_costs_one_article_alone(tmp_path, monkeypatch):
    from citecheck.fix import choosing

    def fails(*_, **__):
        raise ZeroDivisionError

    monkeypatch.setattr(choosing, "chosen", fails)
    path = tmp_path / "article.md"
    path.write_text(f"# Nets\n\nSome doubt it (Ostrum, 1990).\n\n## References\n\n{CAPITALS}", "utf-8")
    mending = mend(str(path), Settings(), unsafe=True)
    assert mending.files == ()
    assert [fault.message for fault in mending.before.faults] == [
        "internal error: ZeroDivisionError while it was mended; --debug shows more"
    ]


TEX = r"""\documentclass{article}
\begin{document}
%s
\section*{References}
%s
\end{document}
"""


@pytest.mark.parametrize(
    ("name", "wrong", "right"),
    [
        ("a.tex", "(Kuhn, 1962: pp. 3-4)", "(Kuhn, 1962: pp. 3--4)"),
        ("a.tex", r"(Crane \& Dove, 2012)", "(Crane and Dove, 2012)"),
        ("a.html", "(Crane &amp; Dove, 2012)", "(Crane and Dove, 2012)"),
        ("a.typ", "(Kuhn, 1962: pp. 3-4)", "(Kuhn, 1962: pp. 3--4)"),
        ("a.rst", "(Crane & Dove, 2012)", "(Crane and Dove, 2012)"),
        ("a.org", "(Ostrom 1990)", "(Ostrom, 1990)"),
        ("a.txt", "(Ostrom 1990)", "(Ostrom, 1990)"),
    ],
)
def test_a_format_gets_the_signs_it_writes(tmp_path, habits, entries, name, wrong, right):
    def page(inside):
        body, listed = f"{habits}\n{inside}\n", entries.replace("*", "")
        if name.endswith((".tex", ".typ")):
            body = body.replace("–", "--")
        if name.endswith(".tex"):
            return TEX % (body, listed)
        if name.endswith(".html"):
            paragraphs = "".join(f"<p>{line}</p>\n" for line in listed.split("\n\n"))
            return f"<!doctype html><html><body><p>{body}</p><h2>References</h2>\n{paragraphs}</body></html>"
        heading = {"a.typ": "= References", "a.rst": "References\n==========", "a.org": "* References"}
        return f"{body}\n\n{heading.get(name, 'References')}\n\n{listed}"

    path = tmp_path / name
    path.write_text(page(wrong), "utf-8")
    mending = mend(str(path), Settings(debug=True), unsafe=False)
    assert [file.after.decode() for file in mending.files] == [page(right)]


#: Citations written in many ways, most of them against the habit of the article.
NAMES = st.sampled_from(
    ["Ostrom", "Ostrum", "Crane and Dove", "Crane & Dove", "Crane", "Lark et al.", "Lark et al", "Kuhn"]
)
YEARS = st.sampled_from(["1990", "2012", "2011", "2021", "1962"])
PAGES = st.sampled_from(["", ": p. 3", ": 3", ": pp. 3-4", ": p. 3–4", ", pp. 3–4"])
CITATION = st.builds("{}{}{}{}".format, NAMES, st.sampled_from([", ", " ", "\n"]), YEARS, PAGES)
BRACKET = st.lists(CITATION, min_size=1, max_size=3).map(lambda works: f"({'; '.join(works)})")
SENTENCE = st.builds(
    "{} {}{}".format,
    st.sampled_from(["Nets are shared", "According to", "Some say (see above)", "In the words of"]),
    BRACKET,
    st.sampled_from([".", ", nets rot.", " and so on."]),
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=st.lists(SENTENCE, min_size=1, max_size=8).map(" ".join), unsafe=st.booleans())
def test_mending_twice_is_mending_once(whole, body, unsafe):
    _, once = whole(body, unsafe=unsafe)
    assert whole(once, unsafe=unsafe)[1] == once


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=st.lists(SENTENCE, min_size=1, max_size=8).map(" ".join))
def test_a_safe_fix_leaves_every_name_and_number(whole, body):
    before, after = whole(body, unsafe=False)

    def kept(words):
        return [word for word in re.findall(r"\w+", words) if word[0] in string.ascii_uppercase + string.digits]

    assert kept(after) == kept(before)
