"""tagging: a tag that points to no entry, and an entry that is cited and never pointed to."""

import pytest

from citecheck.engine.assembly import assemble, own_entries
from citecheck.engine.settings import Settings
from citecheck.model.raw import Raw
from citecheck.readers.registry import reader_for
from citecheck.rules.tagging import RULE

NAMES = ("Lee", "Weir", "Stone", "Brook")


def tagged(words, key):
    return f"<xref ref-type='bibr' rid='{key}'>{words}</xref>"


LEE, WEIR, STONE = (tagged(f"{name}, 2001", f"b{place}") for place, name in enumerate(NAMES[:3], start=1))


def messages(body, *, names=NAMES, numbered=False):
    label = "<label>{}.</label>" if numbered else ""
    refs = "".join(
        f"<ref id='b{place}'>{label.format(place)}<element-citation><name><surname>{name}</surname>"
        f"</name><article-title>On mills</article-title><year>2001</year></element-citation></ref>"
        for place, name in enumerate(names, start=1)
    )
    data = f"<article><body><p>{body}</p></body><back><ref-list>{refs}</ref-list></back></article>".encode()
    document = reader_for("a.xml", data).read(Raw("a.xml", data))
    manuscript = assemble(document, own_entries(document), Settings())
    return [(finding.message, finding.span and finding.span.of(document.text)) for finding in RULE.check(manuscript)]


FLAGGED = [
    (f"So ({tagged('Lee, 2001', 'b9')}).", ("“Lee, 2001” is tagged as “b9”, and no entry is called so", "Lee, 2001"),
     "a tag without a target"),
    (f"So ({LEE}; {WEIR}; {STONE}; Brook, 2001).",
     ("“Brook, 2001” is not tagged, and no tag points to Brook 2001", "Brook, 2001"), "a citation without a tag"),
]  # fmt: skip
CLEAN = [
    (f"So ({LEE}; {WEIR}; {STONE}).", {}, "what is not cited at all is another matter"),
    (f"So ({LEE}; {WEIR}; {STONE}), and so Lee (2001) too.", {}, "the entry is pointed to elsewhere"),
    (f"So ({LEE}; Weir, 2001; Stone, 2001; Brook, 2001).", {}, "hardly anything is tagged"),
    ("So (Lee, 2001).", {}, "nothing is tagged"),
    (f"So [{tagged('1', 'b1')}–{tagged('4', 'b4')}].", {"numbered": True}, "numbers between two tagged ones"),
]


@pytest.mark.parametrize(("body", "found", "why"), FLAGGED)
def test_flagged(body, found, why):
    assert messages(body) == [found], why


@pytest.mark.parametrize(("body", "more", "why"), CLEAN)
def test_clean(body, more, why):
    assert messages(body, **more) == [], why
