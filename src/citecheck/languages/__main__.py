"""Write `index.json` from the language files: `python -m citecheck.languages`."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

from citecheck.languages.language import SECTIONS

HERE = Path(__file__).parent


def spellings(word: str) -> tuple[str, ...]:
    """Return `word` as it may be typed: with either apostrophe, and with or without a space after inner periods."""
    spaced = ".".join(part if n == 0 or not part[:1].isalnum() else " " + part for n, part in enumerate(word.split(".")))
    typed = {word, spaced, word.replace(". ", ".")}
    return tuple(sorted(typed | {one.replace("’", "'") for one in typed}))


def entry(data: dict[str, Any]) -> dict[str, Any]:
    """Return a language file as it stands in the index: its words in every spelling, sorted; its samples left out."""
    words = {section: sorted({one for word in data.get(section, ()) for one in spellings(word)}) for section in SECTIONS}
    words["frequent"] = data["frequent"]
    return {"code": data["code"], "name": data["name"], "measured": data["measured"], **words}


def index() -> str:
    """Return the whole index, English first, then by code; one language a line."""
    read = [tomllib.loads(path.read_text("utf-8")) for path in HERE.glob("*.toml")]
    entries = [entry(data) for data in sorted(read, key=lambda data: (data["code"] != "en", data["code"]))]
    return "[\n" + ",\n".join(json.dumps(one, ensure_ascii=False, separators=(",", ":")) for one in entries) + "\n]\n"


if __name__ == "__main__":
    HERE.joinpath("index.json").write_text(index(), "utf-8")
