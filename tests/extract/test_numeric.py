"""Citations by number: which marks of a text cite, and which only look like it."""

import time

import pytest

from citecheck.extract.body import Body
from citecheck.extract.numeric import find
from citecheck.model.citation import Citation, CitationKind, Style
from citecheck.model.document import Document
from citecheck.model.reference import Name, Reference, ReferenceId
from citecheck.model.span import Span

SURNAMES = (
    "Abend", "Bristow", "Carrow", "Delphin", "Eskola", "Farrant", "Gorman", "Hollis", "Ilves", "Jarrold", "Kessler",
    "Lindqvist",
)  # fmt: skip
#: An article that cites all twelve entries in each form; a row's sentence is put behind it.
FRAMES = {
    "square": "Tides rise [1]. They fall [2, 3], and nets drift [4–6]. Ropes rot [7]; tar helps [8, 9]. So [10–12]. ",
    "round": "Tides rise (1). They fall (2, 3), and nets drift (4–6). Ropes rot (7); tar helps (8, 9). So (10–12). ",
    "raised": "Tides rise¹. They fall²,³, and nets drift⁴⁻⁶. Ropes rot⁷; tar helps⁸,⁹. So it was said¹⁰–¹². ",
    "glued": "Tides rise1. They fall2,3, and nets drift4–6. Ropes rot7; tar helps8,9. So it was said10–12. ",
}
PLAIN = (
    "Tides rise (Abend 2001). They fall (Bristow 2002; Carrow 2003), and Delphin (2004) saw nets drift (Eskola 1999). "
)


def reference(number: int, *, printed: bool = True) -> Reference:
    text = f"{SURNAMES[number - 1]} A. On nets and tides. Harbour Press; 20{number:02}."
    return Reference(
        ReferenceId(f"r{number}"),
        Span(0, 0),
        f"{number}. {text}" if printed else text,
        number=number if printed else None,
        authors=(Name(SURNAMES[number - 1]),),
    )


def body(text: str, *, printed: bool = True, superscript: tuple[Span, ...] = (), entries: int = 12) -> Body:
    references = tuple(reference(number, printed=printed) for number in range(1, entries + 1))
    document = Document("a.txt", "text", text, (), (), superscript=superscript)
    return Body(document, (Span(0, len(text)),), references)


def read(frame: str, sentence: str) -> list[Citation]:
    start = len(FRAMES[frame])
    return [citation for citation in find(body(FRAMES[frame] + sentence)) if citation.span.start >= start]


FLAGGED = [
    ("square", "Nets rot [3].", [3], "one number"),
    ("square", "Nets rot [3, 5–8].", [3, 5, 6, 7, 8], "a range counts each of its numbers"),
    ("square", "Nets rot [3]–[5].", [3, 4, 5], "a range from bracket to bracket"),
    ("square", "Nets rot [1], [2], [3].", [1, 2, 3], "IEEE"),
    ("square", "Nets rot [see, for example, 1,2–4].", [1, 2, 3, 4], "words that lead into it"),
    ("square", "Nets rot [12, p. 5].", [12], "a page is no number of the list"),
    ("square", "Nets rot [6, с. 22–24; 7, с. 3].", [6, 7], "GOST, with pages"),
    ("square", "Nets rot [1, S. 7].", [1], "a German page, though S is a joiner in Czech"),
    ("square", "Nets rot [5, among others].", [5], "a remark behind it"),
    ("square", "Nets rot [LSP, 6, 7].", [6, 7], "a remark before it"),
    ("square", "Nets rot [= go bad, see 7].", [7], "words that lead into it, behind a gloss"),
    ("square", "Nets rot [40].", [40], "beyond the list: somebody lost an entry"),
    ("square", "Nets rot, see ref. 3, refs 4 and 5.", [3, 4, 5], "ref. without a bracket"),
    ("square", "Gorman ([7]) saw it.", [7], "a bracket in a bracket"),
    ("round", "Nets rot (3,5).", [3, 5], "Vancouver"),
    ("round", "Nets rot (see 2,3).", [2, 3], "words that lead into it"),
    ("round", "Gorman et al. (7) saw it.", [7], "behind et al."),
    ("round", "In 1969 (1), nets rotted.", [1], "behind a year"),
    ("round", "Nets rot (1, p. 35).", [1], "with a page"),
    ("round", "Nets rot (1 p. 35).", [1], "with a page and no comma, as ISO 690 has it"),
    ("round", "Kessler (70) saw it.", [70], "beyond the list, behind a listed name"),
    ("raised", "Nets rot³⁻⁵.", [3, 4, 5], "raised hyphen"),
    ("raised", "Nets rot³–⁵,⁷.", [3, 4, 5, 7], "plain dash between raised digits"),
    ("raised", "Nets rot(⁴-⁵).", [4, 5], "raised inside brackets"),
    ("raised", "Nets rot ⁴ ⁻ ⁶ .", [4, 5, 6], "with spaces, as pages of some journals are pasted"),
    ("raised", "The tool, version 0.85¹¹, was used.", [11], "behind a decimal number"),
    ("raised", "Gorman’s³ nets rot.", [3], "behind a genitive"),
    ("glued", "Nets rot3–5, as Gorman7 and Kessler11 saw.", [3, 4, 5, 7, 11], "behind words and names"),
    ("glued", "“Nets rot”8, wrote Gorman et al.7.", [8, 7], "behind a quotation and et al."),
]

CLEAN = [
    ("square", "In the interval [0, 1] it holds.", "an interval from nought"),
    ("square", "Odds were 2.1 (95% CI [1.2, 3.4]).", "a confidence interval with decimals"),
    ("square", "Odds were 2 (95% CI [1, 3]).", "a confidence interval of whole numbers"),
    ("square", "For x ∈ [2, 5] it holds.", "an interval behind a sign"),
    ("square", "Take a[3] and b[4].", "elements of an array"),
    ("square", "As she wrote [in 2010], nets rot.", "a year in an insertion"),
    ("square", "[Accessed 3 May]", "a day of a month"),
    ("square", "Nets rot (3).", "another form than the one that prevails"),
    ("square", "Nets rot³ by 10³.", "raised numbers where brackets prevail"),
    ("square", "see [Fig. 3]", "a figure"),
    ("square", "Nets rot [p. 5].", "a page alone"),
    ("square", "[1500] nets", "a year or a count beyond any list"),
    ("round", "E = mc (1)\n", "an equation's number at the end of its line"),
    ("round", "as Eq. (3) shows", "an equation referred to"),
    ("round", "as Figure (3) shows", "a figure referred to"),
    ("round", "(see example 3)", "an example"),
    ("round", "\n\n(1) Nets rot.\n\n(2) Ropes rot.\n", "numbered examples of linguistics"),
    ("round", "There are two: (1) nets rot, and (2) ropes rot.", "an enumeration"),
    ("round", "In all, 45 (12) nets and 31 (8) ropes.", "quantities"),
    ("round", "It fell by 45% (12).", "a quantity behind a percentage"),
    ("round", "The ratio (3:5) held.", "a ratio"),
    ("round", "(3a) is worse than (3b)", "examples with letters"),
    ("round", "f(2) and Fe(3)", "arguments and oxidation states"),
    ("round", "It was late (p = 0.03; n = 12).", "a p-value"),
    ("round", "The book (12 pages) is short.", "a number of pages"),
    ("round", "(5 nets)", "a quantity with its unit"),
    ("round", "It took years (1990–1995).", "years"),
    ("round", "(day 3) and (n. 5)", "numbers of other things"),
    ("raised", "It weighed 10³ kg per m² or cm³.", "an exponent and units"),
    ("raised", "It ran at 5 s⁻¹ and 3 km h⁻².", "negative exponents"),
    ("raised", "Ca²⁺ and ¹⁴C were measured.", "a charge and an isotope"),
    ("raised", "We found R² and χ².", "letters that stand for quantities"),
    ("raised", "It was 5 × 10⁷ in all.", "a power of ten"),
    ("glued", "Cells with p53, CD4 and MMP9 grew.", "genes and proteins"),
    ("glued", "See p.5 and vol.3 of it.", "abbreviations without a space"),
    ("glued", "It rose to 4.5 by 12%.", "decimals"),
    ("glued", "H2O and CO2 rose.", "formulas"),
    ("glued", "As Table2 shows.", "a table"),
]


@pytest.mark.parametrize(("frame", "sentence", "numbers", "why"), FLAGGED)
def test_a_number_is_cited(frame, sentence, numbers, why):
    assert [citation.number for citation in read(frame, sentence)] == numbers, why


@pytest.mark.parametrize(("frame", "sentence", "why"), CLEAN)
def test_a_number_that_is_no_citation(frame, sentence, why):
    assert [citation.number for citation in read(frame, sentence)] == [], why


@pytest.mark.parametrize("frame", FRAMES)
def test_every_entry_is_meant_by_its_number(frame):
    found = find(body(FRAMES[frame]))
    assert [citation.meant for citation in found] == [(ReferenceId(f"r{number}"),) for number in range(1, 13)]
    assert {(citation.kind, citation.style) for citation in found} == {(CitationKind.NUMERIC, Style.NUMERIC)}


AUTHOR_DATE = [
    (PLAIN * 3 + "The scores were [1, 2].", "one interval"),
    (PLAIN * 3 + "As in (1), (2) and (3), where (4) and (5) fail; so do (6)–(9).", "examples of linguistics"),
    (PLAIN * 3 + "So it was.¹ And so not.² But then.³ Perhaps.⁴ No.⁵ Yes.⁶ All.⁷", "footnote marks"),
    (PLAIN * 3 + "Genes p53, CD4, MT1, MT2 and MT3; tests T1 to T9.", "names with numbers"),
    (PLAIN, "nothing but names and years"),
]


@pytest.mark.parametrize(("text", "why"), AUTHOR_DATE)
@pytest.mark.parametrize("printed", [True, False])
def test_a_document_that_cites_by_name_and_year_cites_no_number(text, why, printed):
    assert find(body(text, printed=printed)) == (), why


def test_an_unnumbered_list_is_cited_by_position():
    found = find(body(FRAMES["square"], printed=False))
    assert found[2].meant == (ReferenceId("r3"),)


def test_footnote_marks_used_once_each_are_no_citations_of_an_unnumbered_list():
    text = "One.¹ Two.² Three.³ Four.⁴ Five.⁵ Six.⁶ Seven.⁷ Eight.⁸ Nine.⁹ Ten.¹⁰ Eleven.¹¹ Twelve.¹² "
    assert find(body(text, printed=False)) == ()
    assert len(find(body(text))) == 12


def test_stretches_that_the_format_raises_are_read_like_raised_letters():
    text = FRAMES["glued"]
    digits = [at for at, sign in enumerate(text) if sign.isdigit() or sign == "–"]
    found = find(body(text, superscript=tuple(Span(at, at + 1) for at in digits)))
    assert [citation.number for citation in found] == list(range(1, 13))


def test_spans_are_the_bracket_of_one_number_and_the_number_among_several():
    text = FRAMES["square"] + "Nets rot [3] and [4, p. 5; 6]."
    shown = [citation.span.of(text) for citation in find(body(text))[-3:]]
    assert shown == ["[3]", "4, p. 5", "6"]
    last = find(body(text))[-2]
    assert last.locator is not None
    assert last.locator.pages == ((5, 5),)
    assert last.cluster.of(text) == "[4, p. 5; 6]"


def test_a_hostile_range_is_not_spelt_out():
    found = find(body(FRAMES["square"] + "Nets rot [1–999]."))
    assert [citation.number for citation in found[-2:]] == [1, 999]


def test_a_chapter_means_the_list_that_follows_it():
    chapter = "Tides rise [1], [2], [3]; nets drift [1]. "
    text = chapter + "LIST" + chapter + "LIST"
    entries = tuple(
        Reference(
            ReferenceId(f"s{section}n{number}"), Span(place, place + 4), f"{number}. X", section=section, number=number
        )
        for section, place in enumerate((len(chapter), len(text) - 4))
        for number in (1, 2, 3)
    )
    spans = (Span(0, len(chapter)), Span(len(chapter) + 4, len(text) - 4))
    found = find(Body(Document("a.txt", "text", text, (), ()), spans, entries))
    assert [citation.meant for citation in found[:2]] == [("s0n1",), ("s0n2",)]
    assert [citation.meant for citation in found[4:6]] == [("s1n1",), ("s1n2",)]


def test_a_column_of_references_cites_without_brackets():
    text = FRAMES["raised"] + "\n\nCrop\tLoss\tReferences\nWheat\t57\t4 5\nRice\t12\t7\n\nThen\tnothing\t9\n"
    assert [citation.number for citation in find(body(text))[12:]] == [4, 5, 7]


@pytest.mark.parametrize("one", ["¹", "1"])
@pytest.mark.parametrize("frame", ["raised", "glued"])
def test_affiliations_of_authors_are_no_citations(frame, one):
    head = f"On Nets and Tides\n\nAnn Abend{one} and Bo Bristow{one}\n\n{one} University of the Coast\n\nAbstract\n\n"
    found = find(body(head + FRAMES[frame]))
    assert [citation.number for citation in found] == list(range(1, 13))


def test_an_interval_with_decimals_cites_nothing():
    found = find(body("Nets rot [3]. The odds were high (OR 4.2 [1,09 - 19,50]).", entries=8))
    assert [citation.number for citation in found] == [3]


def test_one_citation_is_enough_in_square_brackets():
    found = find(body("Nets rot [3].", entries=8))
    assert [citation.meant for citation in found] == [("r3",)]


def test_no_list_no_citations():
    assert find(Body(Document("a.txt", "text", FRAMES["square"], (), ()), (Span(0, 20),), ())) == ()


@pytest.mark.parametrize("piece", ["[1, ", "(1", "1,", "¹,", "[see 1; ", "a1 ", "((((", "[1]–"])
def test_time_grows_with_the_text_only(piece, grows_evenly):
    def seconds(times: int) -> float:
        made = body(FRAMES["glued"] + piece * times)
        began = time.process_time()
        find(made)
        return time.process_time() - began

    assert grows_evenly(seconds, 4_000, 16_000)
