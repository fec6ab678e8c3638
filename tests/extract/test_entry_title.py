"""Where a title ends."""

import pytest

from citecheck.extract.entry import read_entry

TITLES = [
    (
        "Doe, J. 2001. Birds of the north. Songs and calls. Oslo: Forlag.",
        "Birds of the north. Songs and calls",
        "a subtitle",
    ),
    ("3. Doe J. Birds. What they sing. Auk. 2001;12:3-9.", "Birds. What they sing", "a journal before its numbers"),
    ("Doe, J. (2001). Birds of paradise. J. Ornithol. Sci. 12, 3–9.", "Birds of paradise", "an abbreviated journal"),
    ("Doe, J. (2001). Why do birds sing? The Auk, 12, 3–9.", "Why do birds sing?", "a question"),
    ("Doe, J. (2001). Birds in winter. In R. Roe (Ed.), Winter (pp. 3–9). Press.", "Birds in winter", "In"),
    ("Doe, J. 2001. Birds in winter, in: Roe, R. (Ed.), Winter. Press, Oslo.", "Birds in winter", ", in:"),
    (
        "Doe, J. 2001. Birds (1991–2000 ed.) in *Winter Songs*, ed. R. Roe. Oslo: Forlag.",
        "Birds (1991–2000 ed.)",
        "italics",
    ),
    ("J. Doe, The birds of Oslo : a history, Oslo, 2001.", "The birds of Oslo : a history", "commas: a place"),
    ("J. Doe, Birds of the north, The Auk, 12, 2001, 3-9.", "Birds of the north", "commas: a journal"),
    ("J. Doe, The Birds of Oslo (London: Verso, 1983), p. 3.", "The Birds of Oslo", "an imprint in brackets"),
    ("Doe, J. 2001. Birds leave early, 7 February. https://example.org/birds.", "Birds leave early", "a day of a date"),
    ("Doe, J. (2001). Song of finches [Data set]. Archive of Song.", "Song of finches", "what medium it is"),
    (
        "Doe, J. (2001). ‘Birds’ songs’, The Auk, 12(3), pp. 3–9.",
        "Birds’ songs",
        "an apostrophe within quotation marks",
    ),
    (
        "Doe J. Finches (Aves: Fringillidae) in snow. Auk. 2001;12:3-9.",
        "Finches (Aves: Fringillidae) in snow",
        "a bracket",
    ),
    ("Doe, J. 2001. On songs. PhD thesis, University of Oslo.", "On songs", "a thesis"),
    (
        "Doe, J. The role of p53 and S35 in finches. Auk 12: 33–39, 2001.",
        "The role of p53 and S35 in finches",
        "no pages",
    ),
    ("J. Doe, ``Songs of birds,'' The Auk, vol. 7, pp. 3-9, 2001.", "Songs of birds", "quotation marks of LaTeX"),
    ("Doe, Jan. Os pássaros, 1ª ed. Porto: Norte, 1988.", "Os pássaros", "an edition behind a comma"),
    ("Doe, J. (2001). Songs of birds. (A. Roe & B. Poe, Eds.) The Auk, 9(1), 6–9.", "Songs of birds", "editors"),
    ("Doe, J. (2001). Songs of birds, (H. J. Roe, Trans.). Oslo: Forlag.", "Songs of birds", "a translator"),
    (
        "Doe, J. 2001. Songs. The Auk News. Available: http://example.org/",
        "Songs",
        "an address is not next to the title",
    ),
    (
        "J. Doe, Gli uccelli. Storia, canti e nidi di Oslo, Oslo 1975",
        "Gli uccelli. Storia, canti e nidi di Oslo",
        "commas",
    ),
    (
        "J. Doe, Gli uccelli del Comune di Asolo. Una storia. Asolo, 1955.",
        "Gli uccelli del Comune di Asolo. Una storia",
        "no body",
    ),
    ("Doe, J., The Great Bird Book, MIT Press, Cambridge, 1994.", "The Great Bird Book", "no author of a publisher"),
    ("Doe, Jan, Vögel zur Nacht, in: Oslo, hg. von R. Roe, Oslo 1992.", "Vögel zur Nacht", "no author in a title"),
]


@pytest.mark.parametrize(("text", "title", "why"), TITLES, ids=[row[2] for row in TITLES])
def test_title(text, title, why):
    assert read_entry(text).title == title, why
