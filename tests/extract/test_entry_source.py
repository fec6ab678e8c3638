"""What an entry says of its publication."""

import pytest

from citecheck.extract.entry import read_entry

SOURCES = [
    # entry, type, container, publisher, place
    ("Woolf, Virginia. 1929. A Room of One’s Own. London: Hogarth Press.", "book", None, "Hogarth Press", "London"),
    (
        "Berlin, Isaiah. “Two Concepts.” In Liberty, edited by H. Hardy, 1–9. Oxford: Oxford University Press, 2002.",
        "chapter", "Liberty", "Oxford University Press", "Oxford",
    ),
    (
        "Rosch, E. (1978). Principles of categorization. In B. Lloyd (Ed.), Cognition and categorization. Erlbaum.",
        "chapter", "Cognition and categorization", None, None,
    ),
    ("Doe, J. 1988. On titles. PhD thesis, University of Oslo.", "thesis", None, "University of Oslo", None),
    ("Miller, G. A. (1956). The magical number seven. Psychological Review, 63(2), 81–97.", "article-journal",
     "Psychological Review", None, None),
    ("Doe, J. (2019). A page about pages. https://www.example.org/pages", "webpage", None, None, None),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "kind", "container", "publisher", "place"), SOURCES, ids=[row[0][:24] for row in SOURCES]
)
def test_source(text, kind, container, publisher, place):
    entry = read_entry(text)
    assert (entry.type, entry.container, entry.publisher, entry.place) == (kind, container, publisher, place)


NUMBERS = [
    ("Doe J. On things. J Things. 2001;12(3):45-67.", ("12", "3", "45–67")),
    ("Doe, J. “On things.” Things, vol. 12, no. 3, 2001, pp. 45–67.", ("12", "3", "45–67")),
    ("Doe, J. 2001. On things. Things 12: 45–67.", ("12", None, "45–67")),
    ("Doe, John, ‘On things’, Things, 68.4 (2003), pp. 768–82", ("68", "4", "768–82")),
    ("DOE, J. On things. Things, v. 33, n. 2, p. 93-105, 1967.", ("33", "2", "93–105")),
    ("Doe J. On things // Things. 2014. Т. 18. № 4. С. 163–166.", ("18", "4", "163–166")),
    ("Doe, J. 2008. On things. Things 98 (5): 1918–55.", ("98", "5", "1918–55")),
    ("Doe, J. 1992. On the North, 1918-85: A history of things. Press.", (None, None, None)),
    ("Doe, J. (2012). At 25,000 feet (7620 m). Aviat. Med. 82, 97–103.", ("82", None, "97–103")),
]


@pytest.mark.parametrize(("text", "numbers"), NUMBERS, ids=[row[0][-24:] for row in NUMBERS])
def test_numbers(text, numbers):
    entry = read_entry(text)
    assert (entry.volume, entry.issue, entry.pages) == numbers
