"""Write `index.json` from the language files: `python -m citecheck.languages`."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from citecheck.languages.language import FOLDED, SECTIONS, SEPARATOR, bare
from citecheck.text.folding import fold

HERE = Path(__file__).parent
INDEX = HERE / "index.json"

#: Between the letters of an abbreviation: "n.d.", "u. a.", "zit.n.".
_INNER_PERIOD = re.compile(r"\. ?(?=[^\W\d_])")


def spellings(word: str) -> frozenset[str]:
    """Return `word` as it may be typed: with either apostrophe, with and without a space after a period inside it."""
    spaced = {word, _INNER_PERIOD.sub(".", word), _INNER_PERIOD.sub(". ", word)}
    return frozenset(spaced | {one.replace("’", "'") for one in spaced})


def entry(data: dict[str, Any]) -> dict[str, Any]:
    """Return a language file as it stands in the index: every word in every spelling, bare; its samples left out."""
    head = {"code": data["code"], "name": data["name"], "measured": data["measured"]}
    return head | {section: _joined(data.get(section, ())) for section in SECTIONS}


def read() -> list[dict[str, Any]]:
    """Return the language files, English first, then by code."""
    files = (tomllib.loads(path.read_text("utf-8")) for path in HERE.glob("*.toml"))
    return sorted(files, key=lambda data: (data["code"] != "en", data["code"]))


def index() -> str:
    """Return the whole index as text: the union of all languages, some of it folded, then each language by section."""
    files = read()
    union = {section: _joined(word for one in files for word in one.get(section, ())) for section in SECTIONS}
    whole: dict[str, Any] = {"words": union, "folded": {section: _folded(union[section]) for section in FOLDED}}
    whole |= {"languages": [entry(one) for one in files]}
    return json.dumps(whole, ensure_ascii=False, indent=0) + "\n"


def _joined(words: Iterable[str]) -> str:
    return SEPARATOR.join(sorted({bare(spelling) for word in words for spelling in spellings(word)}))


def _folded(joined: str) -> str:
    return SEPARATOR.join(sorted({fold(word).strip(" :.") for word in joined.split(SEPARATOR)}))


if __name__ == "__main__":
    INDEX.write_text(index(), "utf-8")
