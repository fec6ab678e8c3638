"""duplicate-key: two entries of a list have the same key."""

import pytest

from citecheck.model.citation import Style
from citecheck.model.document import Document
from citecheck.model.manuscript import Manuscript
from citecheck.model.reference import Name, Reference, ReferenceId, Year
from citecheck.model.span import Span
from citecheck.rules.duplicate_key import RULE


def manuscript(*keys: tuple[int, str | None]) -> Manuscript:
    references = tuple(
        Reference(
            ReferenceId(f"r{place}"),
            Span(10 * place, 10 * place + 9),
            "",
            document=document,
            key=key,
            authors=(Name(f"Abend{place}"),),
            year=Year("2001", 2001),
        )
        for place, (document, key) in enumerate(keys)
    )
    files = tuple(Document(f"{at}.bib", "bibtex", "", (), ()) for at in range(3))
    return Manuscript(files, (), references, (), (), Style.KEYED, 1.0, "en")


FLAGGED = [
    (((1, "abend"), (1, "bell"), (1, "abend")), ["r2"], "the later one"),
    (((1, "abend"), (1, "abend"), (1, "abend")), ["r1", "r2"], "each that comes after the first"),
]
CLEAN = [
    (((1, "abend"), (1, "bell")), "two keys"),
    (((1, "abend"), (1, "Abend")), "keys that differ in a capital"),
    (((1, "abend"), (2, "abend")), "one entry in two files, as when an article has a list of its own beside a library"),
    (((1, None), (1, None)), "a list without keys"),
]


@pytest.mark.parametrize(("keys", "ids", "why"), FLAGGED)
def test_flagged(keys, ids, why):
    assert [finding.reference for finding in RULE.check(manuscript(*keys))] == ids, why


@pytest.mark.parametrize(("keys", "why"), CLEAN)
def test_clean(keys, why):
    assert list(RULE.check(manuscript(*keys))) == [], why
