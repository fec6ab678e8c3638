"""Score one recogniser alone on gold cases: the gold entries are given, so that only the reading of citations counts.

    python benchmarks/recognisers.py numeric CORPUS [--style numeric] [--name csl-clean] [--match RE] [--show 40]

With --style author-date (or any other than the recogniser's own) every citation found is a false one.
"""

from __future__ import annotations

import argparse
import importlib
import json
import re
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from citecheck.extract.body import Body
from citecheck.model.citation import Citation
from citecheck.model.document import Block, BlockKind, Document
from citecheck.model.reference import Name, Reference, ReferenceId, Year
from citecheck.model.span import Span

Gold = dict[str, Any]


@dataclass
class Figures:
    """Counts of one group of cases."""

    right: int = 0
    false: int = 0
    missed: int = 0
    notes: list[str] = field(default_factory=list)

    def row(self, name: str) -> str:
        """Return the line that is printed."""
        precision = self.right / max(1, self.right + self.false)
        recall = self.right / max(1, self.right + self.missed)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        counts = f"(right {self.right}, false {self.false}, missed {self.missed})"
        return f"{name:<52} P {precision:.4f}  R {recall:.4f}  F1 {f1:.4f}  {counts}"


def reference_of(gold: Gold, *, separate: bool) -> Reference:
    """Return a gold entry as the entry reader would hand it up."""
    label = re.match(r"\s*[\[(]?([0-9]{1,4})[\]).]?\s", gold["text"])
    year = re.match(r"([0-9]{4})([a-z]?)", str(gold["year"] or ""))
    return Reference(
        id=ReferenceId(gold["id"]),
        span=Span(gold["start"] or 0, gold["end"] or 0),
        text=gold["text"],
        document=int(separate),
        key=gold.get("key"),
        number=int(label[1]) if label else None,
        authors=tuple(Name(author) for author in gold.get("authors") or ()),
        year=Year(str(gold["year"]), int(year[1]), year[2]) if year else None,
        title=gold.get("title"),
    )


def body_of(gold: Gold, text: str, *, separate: bool) -> Body:
    """Return the body of a gold case: all of the text but its reference list."""
    references = tuple(reference_of(one, separate=separate) for one in gold["references"])
    blocks = tuple(
        Block(BlockKind.NOTE, Span(match.end(1), match.end()), label=match[2])
        for match in re.finditer(r"^(\[\^([^\]\n]{1,20})\]: ?).*(?:\n(?!\n|\[\^).*)*", text, re.MULTILINE)
    )
    spans = [Span(0, len(text))]
    if references and not separate:
        first, last = min(r.span.start for r in references), max(r.span.end for r in references)
        spans = [Span(0, first), Span(last, len(text))]
    document = Document("manuscript", "text", text, blocks, ())
    return Body(document, tuple(span for span in spans if span.start < span.end), references)


def overlap(gold: Gold, span: Span) -> int:
    """Return how many code points a gold citation shares with `span`."""
    return max(0, min(int(gold["end"]), span.end) - max(int(gold["start"]), span.start))


def compare(gold: Gold, found: tuple[Citation, ...], text: str, figures: Figures) -> int:
    """Count one case; return how many of its citations are wrong or missing."""
    free = list(found)
    bad = 0
    for want in gold["citations"]:
        at = sorted(
            (one for one in free if overlap(want, one.span)),
            key=lambda one: (not set(one.meant or ()) & set(want["references"]), -overlap(want, one.span)),
        )
        if want.get("optional") or want.get("debatable"):
            free = [one for one in free if one not in at[:1]]
            continue
        if not at:
            figures.missed += 1
            figures.notes.append(f"{gold['id']}: missed {around(text, Span(want['start'], want['end']))}")
            bad += 1
            continue
        free = [one for one in free if one is not at[0]]
        meant = list(at[0].meant or ())
        if (set(meant) & set(want["references"]) and len(meant) <= len(want["references"])) or (
            not meant and not want["references"]
        ):
            figures.right += 1
        else:
            figures.false += 1
            figures.missed += 1
            bad += 1
            where = around(text, Span(want["start"], want["end"]))
            figures.notes.append(f"{gold['id']}: {meant} for {want['references']}: {where}")
    figures.false += len(free)
    figures.notes += [f"{gold['id']}: false {around(text, one.span)}" for one in free]
    return bad + len(free)


def around(text: str, span: Span) -> str:
    """Return the words about a span, the span marked."""
    return repr(f"{text[max(0, span.start - 50) : span.start]}<<{span.of(text)}>>{text[span.end : span.end + 30]}")


def cases(arguments: argparse.Namespace) -> Iterator[tuple[Gold, str, bool]]:
    """Yield each case asked for: its gold, its text, and whether its list is a separate file."""
    for path in sorted(arguments.corpus.rglob("gold.json"))[:: arguments.every]:
        gold = json.loads(path.read_text("utf-8"))
        wanted = gold.get("style") == arguments.style and arguments.name in (None, gold["corpus"])
        manuscript = next((p for s in (".txt", ".md") if (p := path.with_name("manuscript" + s)).exists()), None)
        if wanted and manuscript and re.search(arguments.match, path.parent.name):
            gold["id"] = path.parent.name
            yield gold, manuscript.read_text("utf-8"), any(path.parent.glob("references.*"))


def main() -> None:
    """Run one recogniser over the cases and print its figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("recogniser")
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--style", default="numeric")
    parser.add_argument("--name")
    parser.add_argument("--match", default="")
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--worst", type=int, default=10)
    parser.add_argument("--show", type=int, default=0)
    arguments = parser.parse_args()
    recogniser = importlib.import_module(f"citecheck.extract.{arguments.recogniser}").RECOGNISER
    groups: dict[str, Figures] = defaultdict(Figures)
    worst: list[tuple[int, str]] = []
    spent, size = 0.0, 0
    for gold, text, separate in cases(arguments):
        body = body_of(gold, text, separate=separate)
        began = time.process_time()
        found = recogniser.find(body)
        spent, size = spent + time.process_time() - began, size + len(text)
        for name in ("all", f"{gold['corpus']} {gold.get('csl') or gold['style']}"):
            compare(gold, found, text, groups[name])
        bad = compare(gold, found, text, Figures())
        worst.append((bad, f"{bad}/{len(gold['citations'])} found {len(found)} {gold['id']}"))
    for name, figures in sorted(groups.items()):
        print(figures.row(name))
    for _, line in [one for one in sorted(worst, reverse=True) if one[0]][: arguments.worst]:
        print("worst:", line)
    for note in groups["all"].notes[: arguments.show]:
        print(note)
    print(f"{1000 * spent / max(1, size) * 90_000:.1f} ms for 90 KB")


if __name__ == "__main__":
    main()
