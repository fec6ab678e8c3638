"""The parts that SARIF is made of: messages, places in files, and what the rules mean."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from citecheck.report.record_reading import has_lines
from citecheck.text.shown import shown

if TYPE_CHECKING:
    from citecheck.report.shapes import Placed, Record, Stretch

Part = dict[str, object]


def message(words: str) -> Part:
    """Return `words` as a message: in SARIF braces are doubled, and no bracket may begin a link (3.11)."""
    safe = shown(words, None).replace("{", "{{").replace("}", "}}")
    return {"text": re.sub(r"\[(?=[^\[\]]*+\]\()", r"\\[", safe)}


def location(placed: Placed, record: Record) -> Part:
    """Return a place; without a region where the lines that are known are none of the file itself."""
    physical: Part = {"artifactLocation": artifact(placed["path"])}
    if placed["span"] is not None and has_lines(placed, record):
        physical["region"] = region(placed["span"])
    return {"physicalLocation": physical}


def region(stretch: Stretch) -> Part:
    """Return lines and columns, from 1, the end exclusive."""
    return {
        "startLine": stretch["line"],
        "startColumn": stretch["column"],
        "endLine": stretch["end_line"],
        "endColumn": stretch["end_column"],
    }


def artifact(path: str) -> Part:
    """Return a file by its address: relative as it was given, percent-encoded byte by byte."""
    from urllib.parse import quote

    try:
        name = path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # a name from within a document, which no file system gave
        name = path.encode("utf-8", "backslashreplace")
    return {"uri": ("file://" if name.startswith(b"/") else "") + quote(name.removeprefix(b"./"))}


def rule_descriptors(levels: dict[str, str]) -> list[Part]:
    """Return every rule as its own documentation describes it."""
    from citecheck.rules.registry import documentation, rules

    return [_descriptor(rule.name, levels[rule.severity.value], documentation(rule).strip()) for rule in rules()]


def _descriptor(name: str, level: str, documentation: str) -> Part:
    summary, _, _ = documentation.partition("\n\n")
    _, _, below = documentation.partition("\nWhy it matters\n")
    reason, _, _ = below.partition("\n\n")
    return {
        "id": name,
        "name": "".join(word.capitalize() for word in name.split("-")),
        "shortDescription": {"text": " ".join(summary.split())},
        "fullDescription": {"text": " ".join((reason or summary).split())},
        "help": {"text": documentation, "markdown": _markdown(documentation)},
        "defaultConfiguration": {"level": level},
    }


def _markdown(documentation: str) -> str:
    """Return the documentation of a rule with its headings marked; what is indented below them is running text."""
    lines = documentation.splitlines()
    headed = (
        f"**{line}**\n" if line and before == "" and not line.endswith(".") else line.strip()
        for before, line in zip(["", *lines], lines, strict=False)
    )
    return "\n".join(headed)
