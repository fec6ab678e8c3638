"""stale-field: citations of a reference manager that were changed by hand, and changes that are none."""

import json
from html import escape

import pytest

from citecheck.engine.pipeline import check
from citecheck.engine.settings import Settings

SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)
ENTRIES = (
    "Axelrod, Robert. 1984. The Evolution of Cooperation. New York: Basic Books.",
    "Hardin, Garrett. 1968. The Tragedy of the Commons. Science 162: 1243–1248.",
    "Kuhn, Thomas. 1962. The Structure of Scientific Revolutions. Chicago: University of Chicago Press.",
)


def held(plain, *years, **properties):
    works = [
        {
            "uris": [f"u{year}"],
            "itemData": {"title": "The Evolution of Cooperation", "issued": {"date-parts": [[year]]}},
        }
        for year in years or (1984,)
    ]
    said = {"plainCitation": plain, **properties} if plain else properties
    return "ZOTERO_ITEM CSL_CITATION " + json.dumps({"properties": said, "citationItems": works})


@pytest.fixture
def said(tmp_path):
    """Return the words marked in a text whose one citation has a field that holds something."""

    def asked(shown, field):
        name = escape(field, quote=True)
        cited = f'<text:reference-mark-start text:name="{name}"/>{shown}<text:reference-mark-end text:name="{name}"/>'
        listed = "".join(f"<text:p>{entry}</text:p>" for entry in ENTRIES)
        body = f"<text:p>Nobody shares {cited}, says Hardin (1968).</text:p><text:h>References</text:h>{listed}"
        path = tmp_path / "a.fodt"
        path.write_text(
            f"<office:document {SPACES}><office:body><office:text>{body}</office:text></office:body></office:document>",
            "utf-8",
        )
        outcome = check(str(path), Settings(select=("stale-field",), debug=True))
        assert outcome.faults == ()
        return [problem.finding.span.of(outcome.manuscript.document.text) for problem in outcome.problems]

    return asked


FLAGGED = [
    ("(Axelrod 1985)", held("(Axelrod 1984)"), "another year"),
    ("(Axelrot 1984)", held("(Axelrod 1984)"), "another name"),
    ("(Axelrod 1984, 12)", held("(Axelrod 1984)"), "a page was added by hand and will be lost"),
    ("(Axelrod 1984; Kuhn 1962)", held("(Axelrod 1984)"), "a work was added by hand"),
    ("(Axelrod 1985)", held("(Axelrod 1984)", dontUpdate=True), "kept as it is, with a year that is not the work's"),
    ("(Axelrod 1985)", held(None), "the field keeps no text, but the year of the work"),
]

CLEAN = [
    ("(Axelrod 1984)", held("(Axelrod 1984)"), "the same"),
    ("(Axelrod\u00a01984, 12–15)", held("(Axelrod 1984, 12-15)"), "another blank and another dash"),
    ("(“Axelrod” 1984)", held('("Axelrod" 1984)'), "other quotation marks"),
    ("(see Axelrod’s book of 1984)", held("(Axelrod 1984)", dontUpdate=True), "the manager was told to keep it"),
    ("(Axelrod 1984)", held("(<i>Axelrod</i> 1984)"), "the field keeps marks of italics"),
    ("(Axelrod, forthcoming)", held(None), "the text shows no year"),
    ("(Axelrod 1984; Kuhn 1962)", held(None, 1984, 1962), "two works, both years"),
]


@pytest.mark.parametrize(("shown", "field", "why"), FLAGGED)
def test_a_citation_that_was_changed(said, shown, field, why):
    assert said(shown, field) == [shown], why


@pytest.mark.parametrize(("shown", "field", "why"), CLEAN)
def test_a_citation_as_its_field_has_it(said, shown, field, why):
    assert said(shown, field) == [], why


def test_the_field_says_which_entry_is_meant(tmp_path):
    field = escape(held("(the book on cooperation)"), quote=True)
    cited = (
        f'<text:reference-mark-start text:name="{field}"/>(the book on cooperation)'
        f'<text:reference-mark-end text:name="{field}"/>'
    )
    listed = "".join(f"<text:p>{entry}</text:p>" for entry in ENTRIES)
    path = tmp_path / "a.fodt"
    path.write_text(
        f"<office:document {SPACES}><office:body><office:text><text:p>See {cited}, says Hardin (1968), not Kuhn (1962)."
        f"</text:p><text:h>References</text:h>{listed}</office:text></office:body></office:document>",
        "utf-8",
    )
    outcome = check(str(path), Settings(debug=True))
    text = outcome.manuscript.document.text
    meant = {one.span.of(text): match.references for one, match in outcome.manuscript.linked()}
    assert meant["(the book on cooperation)"] == ("r1",)
    assert outcome.problems == ()
