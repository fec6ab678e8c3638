#!/usr/bin/env python3
"""Score the reading of reference entries, in one process.

    entries.py FOLDER... [--every N] [--show N] [--field authors|first|year|title|doi] [--source TEXT] [--half 0|1]

A FOLDER holds strings.jsonl (one reference string with its fields a line) or gold cases (**/gold.json). Prints the
share that is right by field and source, and the time an entry takes; with --show the wrong ones, one below the other.
"""

from __future__ import annotations

import argparse
import difflib
import json
import re
import time
import unicodedata
import zlib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from citecheck.extract.entry import Entry, read_entry

Row = dict[str, Any]


def squash(text: str | None) -> str:
    """Letters and digits of a text, lower case, without marks."""
    folded = unicodedata.normalize("NFKD", text or "").casefold()
    return re.sub(r"[\W_]+", " ", "".join(c for c in folded if not unicodedata.combining(c))).strip()


def similar(one: str, other: str) -> float:
    """How alike two titles are, from 0 to 1."""
    if one == other:
        return 1.0
    matcher = difflib.SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() > 0.6 else 0.0


def rows_of(folder: Path) -> Iterator[Row]:
    """Yield the entries of a folder with what is true about them."""
    strings = folder / "strings.jsonl"
    if strings.exists():
        for line in strings.read_text("utf-8").splitlines():
            row = json.loads(line)
            yield row | {"text": " ".join(row["text"].split()), "group": row["source"], "case": row["id"]}
    for path in sorted(folder.glob("**/gold.json")):
        gold = json.loads(path.read_text("utf-8"))
        for row in gold["references"] if gold["style"] != "keyed" else []:
            if row.get("text"):
                yield row | {"group": gold.get("csl") or folder.name, "case": path.parent.name}


def checks(row: Row, entry: Entry, before: list[str]) -> dict[str, bool]:
    """Return what is right about an entry; `before` are the authors of the entry before it, for a dash."""
    names = [squash(name.shown) for name in entry.authors or entry.editors]
    if entry.same_authors and not names:
        names = before
    elif entry.same_authors and before:
        names = [before[0], *names]
    right = {}
    if row.get("authors") is not None:
        want = [squash(name) for name in row["authors"]]
        printed = want[: len(names)] if entry.et_al and names and not row.get("source") else want
        right["authors"] = names == printed
        if want:
            right["first"] = bool(names) and names[0] == want[0]
    if row.get("year"):
        right["year"] = entry.year is not None and entry.year.shown == str(row["year"])
    if row.get("title"):
        right["title"] = similar(squash(row["title"]), squash(entry.title)) >= 0.9
    if row.get("doi") and str(row["doi"]).casefold() in row["text"].casefold():
        right["doi"] = (entry.doi or "").casefold() == row["doi"].casefold()
    return right


def wrong(row: Row, entry: Entry, field: str) -> str:
    """Return a wrong reading as it is shown."""
    names = [name.shown for name in entry.authors or entry.editors]
    if field in {"authors", "first"}:
        return f"{row['text'][:170]!r}\n      got {names}  want {row['authors']}"
    if field == "year":
        return f"{row['text'][:400]!r}\n      got {entry.year and entry.year.shown}  want {row['year']}"
    return f"{row['text'][:300]!r}\n      got {getattr(entry, field)!r}\n      want {row[field]!r}"


def main() -> None:
    """Read the arguments, score, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--field", default="authors")
    parser.add_argument("--source", default="")
    parser.add_argument("--half", type=int, choices=(0, 1), help="only the cases of one half")
    args = parser.parse_args()
    figures: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    rows = [row for folder in args.folders for row in rows_of(folder) if args.source in row["group"]]
    if args.half is not None:
        rows = [row for row in rows if zlib.crc32(row["case"].encode()) % 2 == args.half]
    named = [[squash(name) for name in row.get("authors") or []] for row in rows]
    befores = [[], *named][:: args.every]
    rows = rows[:: args.every]
    read_entry("Warm, U. 2000. Up.")
    started = time.process_time()
    entries = [read_entry(row["text"]) for row in rows]
    spent = time.process_time() - started
    for row, entry, before in zip(rows, entries, befores, strict=False):
        right = checks(row, entry, before)
        for field, value in right.items():
            for group in ("", row["group"]):
                figures[field, group][0] += value
                figures[field, group][1] += 1
        if args.show and not right.get(args.field, True):
            args.show -= 1
            print(f"{row['case']}: {wrong(row, entry, args.field)}")
    groups = sorted({group for _, group in figures})
    fields = ("authors", "first", "year", "title", "doi")
    print(f"{'':<58}" + "".join(f"{field:>16}" for field in fields))
    for group in groups:
        cells = []
        for field in fields:
            good, total = figures.get((field, group), (0, 0))
            cells.append(f"{good / total:9.4f} {total:6d}" if total else f"{'':16}")
        print(f"{group or 'all':<58}" + "".join(cells))
    print(f"{1e6 * spent / max(1, len(rows)):.0f} µs an entry, {len(rows)} entries")


if __name__ == "__main__":
    main()
