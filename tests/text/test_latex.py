"""LaTeX as printed."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.text.latex import plain, unescaped

PRINTED = [
    ("no markup", "A plain title", "A plain title"),
    ("accent in braces", r"{\'E}lite", "Élite"),
    ("accent over braces", r"Erd\H{o}s", "Erdős"),
    ("accent with a space before its letter", r"Paul Erd\H os", "Paul Erdős"),
    ("dotless i under an accent", r"D{\'\i}az", "Díaz"),
    ("dotless i in braces of its own", r"D\'{\i}az", "Díaz"),
    ("letters of their own", r"{\L}{\'o}d{\'z}, stra{\ss}e, {\O}re, {\AA}s", "Łódź, straße, Øre, Ås"),
    ("cedilla and caron", r"\c{c}a \v{C}ech", "ça Čech"),
    ("two accents on one letter", r"\'{\^e}", "ế"),
    ("accent over nothing", r"D\'{}x", "Dx"),
    ("braces that keep capitals", "{{World} Bank}", "World Bank"),
    ("emphasis", r"The \emph{Origin} of \textit{Species}", "The Origin of Species"),
    ("signs", r"Supply \& Demand: 5\% \#1", "Supply & Demand: 5% #1"),
    ("dashes", "1--20 and---so on", "1–20 and—so on"),
    ("quotes", "``quoted''", "“quoted”"),
    ("tie", "J.~R. Smith", "J. R. Smith"),
    ("Greek and indices in formulas", r"$\alpha$-CO$_2$", "α-CO2"),
    ("link with text", r"\href{http://example.org}{Title}", "Title"),
    ("a macro of one's own prints its name", r"\Thanh", "Thanh"),
    ("the look of letters prints nothing", r"{\em Species}", "Species"),
    ("line break", "one\n  two\\\\three", "one two three"),
    ("a lone backslash stays", "\\", "\\"),
    ("an open group stays", r"\href{http://example.org", "http://example.org"),
]


@pytest.mark.parametrize(("value", "printed"), [row[1:] for row in PRINTED], ids=[row[0] for row in PRINTED])
def test_is_printed_as(value, printed):
    assert plain(value) == printed


@pytest.mark.parametrize(
    ("value", "address"),
    [
        (r"https://example.org/a\_b\%20c", "https://example.org/a_b%20c"),
        (r"\url{https://example.org/a}", "https://example.org/a"),
        ("10.1000/{abc}", "10.1000/abc"),
    ],
)
def test_addresses_lose_their_backslashes(value, address):
    assert unescaped(value) == address


@given(st.text(alphabet="\\{}$~-'\"`^aiHcs _\n", max_size=60))
def test_never_fails_and_leaves_no_braces(value):
    assert not set(plain(value)) & set("{}") or "\\{" in value or "\\}" in value


@pytest.mark.parametrize("piece", ["\\'{\\\"{", "\\href{", "\\cite{x}", "\\'", "{", "$_", "''", "\\aaa "])
def test_time_grows_with_the_length_alone(piece):
    began = time.process_time()
    plain(piece * (100_000 // len(piece)))
    assert time.process_time() - began < 2
