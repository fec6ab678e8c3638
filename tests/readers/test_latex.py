"""LaTeX: which commands cite, what is text, how files are put together, where everything stands."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.engine.opening import open_input
from citecheck.model.document import BlockKind
from citecheck.model.fault import FaultKind, ReadError
from citecheck.model.raw import Raw
from citecheck.readers.latex import read


def latex(text):
    return read(Raw("a.tex", text.encode()))


def cited(text):
    return [mark.key for mark in latex(text).marks]


COMMANDS = [
    (r"Nets \cite{doe}.", ["doe"], "plain LaTeX"),
    (r"Nets \citep[see][p.~5]{doe,roe}.", ["doe", "roe"], "natbib with both notes"),
    (r"Nets \citet*{doe}; \Citet{roe}.", ["doe", "roe"], "starred and capitalised"),
    (r"Nets \citeauthor{doe} (\citeyear{doe}).", ["doe", "doe"], "names and year apart"),
    (r"Nets \parencites(see)(end)[a][5]{doe}[7]{roe}.", ["doe", "roe"], "several groups of biblatex"),
    (r"Nets \autocites{doe}{roe} {\em poe}.", ["doe", "roe"], "several groups without notes"),
    (r"Nets\footcite[12]{doe}, \fullcite{roe}.", ["doe", "roe"], "in a footnote, in full"),
    (r"Nets \volcite{2}[5]{doe}.", ["doe"], "the volume stands before the key"),
    (r"Nets \cite<see>[p. 5]{doe}.", ["doe"], "apacite"),
    (r"Nets \textcquote[5]{doe}{rot}.", ["doe"], "a quotation with its source"),
    ("Nets \\citep\n  [see]\n  {doe,\n   roe}.", ["doe", "roe"], "over several lines"),
    ("Nets \\citep{doe,% first\n roe}.", ["doe", "roe"], "a comment among the keys"),
    (r"Nets \citep[see also][and \citealt{roe}]{doe}.", ["roe", "doe"], "a citation in a note, before the key"),
    (r"Nets \posscitet{doe}.", ["doe"], "a command that a style names after the others"),
    (r"\nocite{doe,roe} Nets.", ["doe", "roe"], "listed without a mention"),
    (r"\newcommand{\seen}[1]{(see \citealt{#1})} Nets \seen{doe}.", ["doe"], "a wrapper"),
    (r"\newcommand{\at}[2][5]{\citep[#1]{#2}} Nets \at[3]{doe} \at{roe}.", ["doe", "roe"], "a wrapper with a default"),
    (r"\newcommand{\atpage}[2]{\citep[#2]{#1}} Nets \atpage{doe}{3}.", ["doe"], "the key is the first of two"),
    (r"\def\seen#1{\citep{#1}}\def\twice#1{\seen{#1}} Nets \twice{doe}.", ["doe"], "a wrapper of a wrapper"),
    (r"\newcommand{\thetool}{Tool \citep{doe}} With \thetool.", ["doe"], "a command that always cites the same"),
    (r"\let\old\citep Nets \old{doe}.", ["doe"], "another name for a command"),
    (r"\NewDocumentCommand{\see}{m}{\citep{#1}} Nets \see{doe}.", ["doe"], "the newer way to define"),
    (r"\DeclareCiteCommand{\quick}{}{}{}{} Nets \quick{doe}.", ["doe"], "a command of biblatex's own kind"),
]  # fmt: skip

NONE = [
    (r"As \Cref{doe}, \ref{roe} and \autoref{poe} show.", "references to sections and figures"),
    ("Nets rot. % \\cite{doe}\nSo.", "a comment"),
    ("\\begin{verbatim}\n\\cite{doe}\n\\end{verbatim}\nNets.", "code"),
    (r"Write \verb|\cite{doe}| here.", "code in a sentence"),
    ("\\begin{comment}\\cite{doe}\\end{comment}Nets.", "a long comment"),
    ("\\iffalse \\cite{doe} \\fi Nets.", "switched off"),
    ("Nets.\n\\end{document}\n\\cite{doe}", "behind the end"),
    (r"\citestyle{authoryear}\setcitestyle{square} Nets.", "settings"),
    (r"\newcommand{\seen}[1]{\citep{#1}} Nets.", "a definition that is never used"),
    (r"\newcommand{\citeneeded}[1]{\textbf{#1}} Nets \citeneeded{really here}.", "a command that only sounds like one"),
    (r"\a\def\a{\a\a}\newcommand{\cc}[1]{\cc{#1#1}} Nets \cc{x}.", "commands made of themselves"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "keys", "why"), COMMANDS)
def test_what_cites(text, keys, why):
    assert cited(text) == keys, why


@pytest.mark.parametrize(("text", "why"), NONE)
def test_what_does_not_cite(text, why):
    assert cited(text) == [], why


@pytest.mark.parametrize(
    ("text", "clean", "why"),
    [
        (r"M\"uller and \'E. G\^{o} and \v{S}im\'{\i}k", "Müller and É. Gô and Šimík", "accents"),
        (r"Stra\ss{}e, \O rsted, na\"{\i}ve", "Straße, Ørsted, naïve", "letters"),
        (r"pages 3--5 --- ``so''~he", "pages 3–5 — “so”\u00a0he", "dashes, quotes, hard blanks"),
        (r"Smith \& Co. (50\%)", "Smith & Co. (50%)", "signs"),
        (r"\emph{Nets} and {\it knots}", "Nets and knots", "emphasis"),
        (r"so\footnote{See Smith (1999).} it", "so [See Smith (1999).] it", "a footnote keeps its place"),
        (r"where $x^2$ is", "where  is", "formulas are no text"),
        (r"A\label{sec:a} \textcolor{red}{B} \href{http://x.org}{C}", "A B C", "what is not printed"),
        (r"see \citep[cf.][p.~5]{doe}", "see [cf.: p.\u00a05: @doe]", "a citation reads as in Pandoc"),
    ],
)
def test_clean_text(text, clean, why):
    assert latex(text).text.strip() == clean, why


def test_every_key_leads_back_to_its_place():
    text = "\\section{A}\r\nN\\'ets \\citep[see][5]{ doe , roe}. % c\r\n\\textcite{poe}"
    document = latex(text)
    for mark in document.marks:
        place = document.place(mark.span)
        assert place.span.of(text) == mark.span.of(document.text) == mark.key
    assert [mark.locator and mark.locator.of(document.text) for mark in document.marks] == [None, "5", None]


def test_an_own_list_gives_entries_with_keys():
    document = latex(
        "Nets \\cite{doe}.\n\\begin{thebibliography}{9}\n\\bibitem[Doe(1999)]{doe} Doe, J. 1999. Nets.\n"
        "\\newblock Port Press.\n\n\\bibitem{roe} Roe, R. 2001. Knots.\n\\end{thebibliography}"
    )
    entries = [block for block in document.blocks if block.kind is BlockKind.ENTRY]
    assert [entry.label for entry in entries] == ["doe", "roe"]
    assert entries[1].span.of(document.text) == "Roe, R. 2001. Knots."


def test_the_preamble_is_no_text_but_title_and_abstract_are():
    document = latex(
        "\\documentclass{a}\n\\title{On nets}\\author{Me}\n\\abstract{As \\citet{doe} says.}\n\\begin{document}Nets."
    )
    assert "Me" not in document.text
    assert [mark.key for mark in document.marks] == ["doe"]


def project(folder, **files):
    for name, text in files.items():
        path = folder / name.replace("__", "/")
        path.parent.mkdir(exist_ok=True)
        path.with_suffix(".tex" if path.suffix == "" else path.suffix).write_text(text)
    return read(open_input(str(folder / "main.tex")))


def test_files_are_read_in_their_place(tmp_path):
    document = project(
        tmp_path,
        main="\\addbibresource{a.bib}One \\input{parts/two} three \\include{four}\\bibliography{b,c}",
        parts__two="two \\cite{doe} \\input{parts/deep}",
        parts__deep="deep",
        four="four \\input{main}",
    )
    assert document.text.split() == ["One", "two", "[@doe]", "deep", "three", "four"]
    assert document.lists == ("a.bib", "b.bib", "c.bib")
    (mark,) = document.marks
    place = document.place(mark.span)
    assert place.path.endswith("parts/two.tex")
    assert place.span.of("two \\cite{doe} \\input{parts/deep}") == "doe"


def test_what_lies_outside_is_named_and_not_read(tmp_path):
    (tmp_path / "secret.tex").write_text("hidden words")
    (tmp_path / "in").mkdir()
    document = project(tmp_path / "in", main="One \\input{../secret} two \\input{/etc/hostname}")
    assert "hidden" not in document.text
    assert {fault.kind for fault in document.faults} == {FaultKind.OUTSIDE_PROJECT}


def test_a_missing_file_is_a_fault_in_the_body_and_a_note_in_the_preamble(tmp_path):
    document = project(
        tmp_path, main="\\documentclass{a}\\input{fonts}\\begin{document}One \\input{two}\\end{document}"
    )
    assert [fault.kind for fault in document.faults] == [FaultKind.READ_IN_PART]
    assert "two" in document.faults[0].message
    assert "fonts" in document.notes[0]


def test_the_list_that_bibtex_made_stands_in_for_one_that_is_gone(tmp_path):
    (tmp_path / "main.bbl").write_text(
        "\\begin{thebibliography}{1}\\bibitem{doe} Doe. 1999. Nets.\\end{thebibliography}"
    )
    document = project(tmp_path, main="Nets \\cite{doe}.\\bibliography{gone}")
    assert document.lists == ()
    assert [block.label for block in document.blocks if block.kind is BlockKind.ENTRY] == ["doe"]


SIGNS = [
    *"\\{}[]%$~&\n", "\\cite", "\\citep[", "]{a,b}", "\\newcommand{\\x}[1]{", "\\def\\y#1{", "\\x{",
    "\\begin{verbatim}",
    "\\end{verbatim}", "\\verb|", "|", "\\iffalse", "\\fi", "\\begin{align}", "\\end{align}", "\\section{",
    "\\'e", "--",
    "\\footnote{", "\\bibitem{k}", "\\input{a}", "\\begin{document}", "Lee", " ", "\r\n", "\\emph{", "\u200b",
    "\\[", "\\]",
]  # fmt: skip


@given(text=st.lists(st.sampled_from(SIGNS)).map("".join))
def test_places_never_leave_the_file(text):
    try:
        document = latex(text)
    except ReadError:
        return
    for span in (*(block.span for block in document.blocks), *(mark.span for mark in document.marks or ())):
        place = document.place(span)
        assert 0 <= span.start <= span.end <= len(document.text)
        assert place.span is not None
        assert 0 <= place.span.start <= place.span.end <= len(text)


HOSTILE = (
    "\\cite{",
    "\\cite[",
    "{",
    "[",
    "$",
    "\\begin{verbatim}",
    "\\verb|",
    "\\newcommand{\\a}{",
    "\\'",
    "%",
    "\\[",
    "-",
)


@pytest.mark.parametrize("sign", HOSTILE)
def test_reading_grows_with_the_text(sign):
    started = time.process_time()
    latex("x " + sign * (100_000 // len(sign)))
    assert time.process_time() - started < 2
