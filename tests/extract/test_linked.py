import pytest

from citecheck.extract.body import Body
from citecheck.extract.citations import find_citations
from citecheck.extract.tagged_list import tagged_lists
from citecheck.model.citation import CitationKind
from citecheck.model.raw import Raw
from citecheck.readers.jats import read

AUTHORS = {"b1": "Lee", "b2": "Weir", "b3": "Stone", "b4": "Brook"}


def ref(key, number=None, year="2001"):
    label = f"<label>{number}.</label>" if number else ""
    return (
        f"<ref id='{key}'>{label}<element-citation><name><surname>{AUTHORS[key]}</surname>"
        f"<given-names>A</given-names></name><article-title>On {key}</article-title><year>{year}</year>"
        "</element-citation></ref>"
    )


def xref(words, keys):
    return f"<xref ref-type='bibr' rid='{keys}'>{words}</xref>"


def read_citations(body, *entries):
    """The citations of an article, its text, and the keys of its entries."""
    refs = "".join(entries or (ref(key) for key in AUTHORS))
    back = f"<back><ref-list><title>References</title>{refs}</ref-list></back>"
    data = f"<article><body><p>{body}</p></body>{back}</article>"
    document = read(Raw("a.xml", data.encode()))
    _, references, spans = tagged_lists(document)
    keys = {one.id: one.key for one in references}
    return find_citations(Body(document, spans, references)).citations, document.text, keys


def cited(body, *entries):
    """The citations of an article: their words and the keys of the entries meant."""
    found, text, keys = read_citations(body, *entries)
    return [(one.span.of(text), one.meant and [keys[id_] for id_ in one.meant], one.kind) for one in found]


NUMBERED = tuple(ref(key, place) for place, key in enumerate(AUTHORS, start=1))


@pytest.mark.parametrize(
    ("body", "found", "why"),
    [
        (f"So it is [{xref('1', 'b1')}, {xref('2', 'b2')}].", ["b1", "b2"], "one by one"),
        (f"So it is [{xref('1', 'b1')}–{xref('4', 'b4')}].", ["b1", "b2", "b3", "b4"], "tagged at the ends of a range"),
        (f"So it is [{xref('1', 'b1')}]–[{xref('3', 'b3')}].", ["b1", "b2", "b3"], "in brackets each"),
        (f"So it is [{xref('1–3', 'b1 b2 b3')}].", ["b1", "b2", "b3"], "one tag with three names"),
        (f"So it is [{xref('1', 'b1')}] and [3].", ["b1", "b3"], "untagged too"),
        (
            f"So say Lee and others.{xref('1', 'b1')} And Brook.{xref('4', 'b4')}",
            ["b1", "b4"],
            "read by nobody but the tag",
        ),
    ],
)
def test_numbers(body, found, why):
    assert [key for _, keys, _ in cited(body, *NUMBERED) for key in keys] == found, why


@pytest.mark.parametrize(
    ("body", "found", "why"),
    [
        (f"So it is ({xref('Lee, 2001', 'b1')}; {xref('Weir, 2001', 'b2')}).", [["b1"], ["b2"]], "one by one"),
        (
            f"So it is (Lee, {xref('2001', 'b1')}; Weir, {xref('2001', 'b2')}).",
            [["b1"], ["b2"]],
            "the year alone is tagged",
        ),
        (
            f"So it is ({xref('Lee, 2004', 'b1')}).",
            [["b1"]],
            "another year: the tag says what is meant, matching what differs",
        ),
        (f"So it is ({xref('Lee, 2001', 'b2')}).", [None], "these words are those of another entry: matching decides"),
        (f"So it is (Lee, 2001; {xref('the mill of Stone', 'b3')}).", [None, ["b3"]], "no words of a citation"),
        (f"So it is ({xref('Lee, 2001', 'b9')}).", [None], "a tag without a target tells nothing"),
    ],
)
def test_names_and_years(body, found, why):
    assert [keys for _, keys, _ in cited(body)] == found, why


def test_what_only_the_tag_shows_has_the_kind_of_its_shape():
    words, keys, kind = cited(f"Seen (Lee, 2001), {xref('the mill', 'b2')}.")[1]
    assert (words, keys, kind) == ("the mill", ["b2"], CitationKind.PARENTHETICAL)


@pytest.mark.parametrize(
    ("words", "read", "why"),
    [
        ("Lee 2004", ("Lee", 2004), "a year beside the name, which only the tag shows to be a citation"),
        ("Lee, 2004", ("Lee", 2004), "with a comma"),
        ("Stone 2004", None, "another name"),
        ("the mill of 2004", None, "no name"),
    ],
)
def test_name_and_year_in_a_tag_are_read(words, read, why):
    found, _, _ = read_citations(f"Seen (Weir, 2001), so says {xref(words, 'b1')} as well.")
    tagged = found[-1]
    shown = (tagged.authors[0].text, tagged.year.number) if tagged.year else None
    assert shown == read, why


def test_entries_that_are_not_tagged_field_by_field_are_read():
    entry = "<ref id='b1'><mixed-citation>Lee, A. (2001). On mills. Leeds: River Press.</mixed-citation></ref>"
    data = f"<article><body><p>Text (Lee, 2001).</p></body><back><ref-list>{entry}</ref-list></back></article>"
    document = read(Raw("a.xml", data.encode()))
    (section,), (reference,), (body,) = tagged_lists(document)
    assert ([name.family for name in reference.authors], reference.year.number, reference.key) == (["Lee"], 2001, "b1")
    assert section.heading == "References"
    assert body.of(document.text).endswith("References\n\n")
