"""How well reference lists are found and cut, measured on folders of gold cases.

    python benchmarks/cutting.py CORPUS [CORPUS ...] [--match WORD] [--show N] [--variant plain|wrapped|headless|tailed]

CORPUS is a folder of cases, each a folder with `manuscript.txt` or `.md` and a `gold.json` whose `references` have
`start` and `end` in code points; cases with a separate list are left out. Or CORPUS is a `.jsonl` file whose rows have
a `text`, which is a list and nothing else, and its `entries`. An entry counts as cut where it shares nine tenths of the
longer of the two spans with the gold one. Variants make the task harder: `wrapped` breaks the entries at 72 columns
without blank lines, `headless` takes the heading away, `tailed` lets paragraphs of the body follow the list.
Standard library and citecheck only.
"""

from __future__ import annotations

import argparse
import json
import textwrap
import time
from dataclasses import dataclass
from pathlib import Path

from citecheck.extract.cutting import Cut, cut
from citecheck.extract.lists import find_lists, lists_of_file
from citecheck.model.document import Block, BlockKind, Document, Source
from citecheck.model.span import Span


@dataclass(frozen=True, slots=True)
class Case:
    """A text and where its entries stand."""

    name: str
    text: str
    entries: tuple[Span, ...]
    is_list: bool = False


def cases(corpus: Path, match: str) -> list[Case]:
    """Return the cases of a folder or a file of lists."""
    if corpus.suffix == ".jsonl":
        rows = [json.loads(line) for line in corpus.read_text("utf-8").splitlines() if line.strip()]
        return [
            Case(row["id"], row["text"], tuple(Span(e["start"], e["end"]) for e in row["entries"]), is_list=True)
            for row in rows
            if match in row["id"]
        ]
    folders = [
        folder for folder in sorted(corpus.iterdir()) if (folder / "gold.json").exists() and match in folder.name
    ]
    return [case for folder in folders if (case := _case(folder)) is not None]


def _case(folder: Path) -> Case | None:
    manuscripts = [
        folder / f"manuscript.{suffix}" for suffix in ("txt", "md") if (folder / f"manuscript.{suffix}").exists()
    ]
    if not manuscripts or any(folder.glob("references.*")):
        return None
    gold = json.loads((folder / "gold.json").read_text("utf-8"))["references"]
    entries = tuple(sorted(Span(e["start"], e["end"]) for e in gold if e.get("start") is not None))
    return Case(folder.name, manuscripts[0].read_bytes().decode("utf-8"), entries) if entries else None


def varied(case: Case, variant: str) -> Case | None:
    """Return the case made harder, None where it cannot be."""
    if variant == "plain" or case.is_list:
        return case
    head, tail = case.text[: case.entries[0].start], case.text[case.entries[-1].end :]
    if variant == "tailed":
        body = [p for p in head.split("\n") if len(p) > 200][2:8]
        return Case(case.name, case.text + "\n\n" + "\n\n".join(body), case.entries)
    if variant == "headless":
        cut_at = head.rstrip("- \n").rfind("\n") + 1
        shift = case.entries[0].start - cut_at
        text = head[:cut_at] + case.text[case.entries[0].start :]
        return Case(case.name, text, tuple(entry.shifted(-shift) for entry in case.entries))
    entries: list[Span] = []
    text = head.rstrip("- \n") + "\n\n"
    for entry in case.entries:
        lines = "\n".join(textwrap.wrap(" ".join(entry.of(case.text).split()), 72, break_on_hyphens=False))
        entries.append(Span(len(text), len(text) + len(lines)))
        text += lines + "\n"
    return Case(case.name, text + tail.lstrip("\n"), tuple(entries))


def document(text: str) -> Document:
    """Return the text as a document whose every line is a paragraph."""
    return Document(
        "case.txt", "text", text, (Block(BlockKind.PARAGRAPH, Span(0, len(text))),), (Source("case.txt", text),)
    )


def cuts_of(case: Case) -> list[Cut]:
    """Return the entries that are found in the case."""
    read = document(case.text)
    lists = lists_of_file(read) if case.is_list else find_lists(read)
    return [one for found in lists for one in cut(read, found)]


def right_of(case: Case, found: list[Cut]) -> tuple[set[Span], list[Cut]]:
    """Return the gold entries that were cut, and the cuts that are no gold entry."""
    free = list(case.entries)
    wrong: list[Cut] = []
    right: set[Span] = set()
    for one in found:
        hit = next((e for e in free if _shared(e, one.span) >= 0.9 * max(len(e), len(one.span))), None)
        if hit is None:
            wrong.append(one)
        else:
            free.remove(hit)
            right.add(hit)
    return right, wrong


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def main() -> None:
    """Print precision, recall and F1, and the cases that are not wholly right."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path, nargs="+")
    parser.add_argument("--match", default="")
    parser.add_argument("--show", type=int, default=0, help="print so many wrong entries of each case")
    parser.add_argument("--variant", default="plain", choices=("plain", "wrapped", "headless", "tailed"))
    args = parser.parse_args()
    for corpus in args.corpus:
        _score(corpus, args)


def _score(corpus: Path, args: argparse.Namespace) -> None:
    right = wrong = missed = 0
    spent = 0.0
    worst: list[tuple[int, str]] = []
    for plain in cases(corpus, args.match):
        case = varied(plain, args.variant)
        if case is None:
            continue
        began = time.perf_counter()
        found = cuts_of(case)
        spent += time.perf_counter() - began
        hits, false = right_of(case, found)
        right, wrong, missed = right + len(hits), wrong + len(false), missed + len(case.entries) - len(hits)
        bad = len(false) + len(case.entries) - len(hits)
        if bad:
            worst.append((bad, f"{case.name}: {len(hits)} of {len(case.entries)} cut, {len(false)} false"))
            _show(case, hits, false, args.show)
    for _, line in sorted(worst, reverse=True)[:60]:
        print(f"  {line}")
    precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    counts = f"{right} right, {wrong} false, {missed} missed; {spent:.2f} s"
    print(f"{corpus} {args.variant}: P {precision:.4f}  R {recall:.4f}  F1 {f1:.4f}  ({counts})")


def _show(case: Case, hits: set[Span], false: list[Cut], show: int) -> None:
    for entry in [entry for entry in case.entries if entry not in hits][:show]:
        print(f"    missed {case.name}: {entry.of(case.text)[:300]!r}")
    for one in false[:show]:
        print(f"    false  {case.name}: {one.span.of(case.text)[:300]!r}")


if __name__ == "__main__":
    main()
