"""The cases of tests/corpus/: made from marked-up text, judged, and sorted into those that pass and those that fail.

    python scripts/corpus.py            write the folders of tests/corpus/cases/ anew from tests/corpus/source/*.toml
    python scripts/corpus.py --accept   the same; then write passing.txt anew, and take what passes out of failing.toml

How a case is written stands in tests/corpus/README.md.
"""

from __future__ import annotations

import json
import shutil
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from citecheck.engine.pipeline import check
from citecheck.engine.settings import Settings

ROOT = Path(__file__).parents[1]
sys.path.append(str(ROOT / "benchmarks"))

from gold import Case, align, cases, judge, links  # noqa: E402 - found by the line above

CORPUS = ROOT / "tests" / "corpus"
CASES = CORPUS / "cases"
PASSING = CORPUS / "passing.txt"
FAILING = CORPUS / "failing.toml"

#: Rules beyond the core ones about which every case speaks: where its source plants none, none may be reported.
COVERED = (
    "ambiguous-ibid",
    "glued-entries",
    "malformed-citation",
    "malformed-entry",
    "mixed-script",
    "mixed-style",
    "no-reference-list",
    "number-gap",
    "unordered-numbers",
)
#: A mark opens, says what its words are, and closes: `<<r1|Kuhn, 1962>>`.
OPENING, BAR, CLOSING = "<<", "|", ">>"

Source = dict[str, Any]
Gold = dict[str, Any]


class SourceError(ValueError):
    """A mark that cannot be read."""


def main() -> int:
    """Write the folders; with --accept also what passes."""
    write()
    if "--accept" not in sys.argv[1:]:
        return 0
    unexplained = accept()
    for name in unexplained:
        print(f"{name} fails and has no reason in failing.toml:", *faults(name), sep="\n    ")
    return bool(unexplained)


# ------------------------------------------------------------------------------------------------ making the cases


def sources() -> dict[str, Source]:
    """Return what the source files hold, by the names of the cases."""
    found: dict[str, Source] = {}
    for path in sorted((CORPUS / "source").glob("*.toml")):
        for name, source in tomllib.loads(path.read_text("utf-8")).items():
            if name in found:
                raise SourceError(f"{path.name}: {name} is there twice")
            found[name] = source
    return found


def made() -> dict[str, str]:
    """Return the text of every file that the sources make, by its path within the folder of cases."""
    files: dict[str, str] = {}
    for name, source in sources().items():
        manuscript, gold = read(name, source)
        files[f"{name}/manuscript.{source.get('format', 'txt')}"] = manuscript
        files[f"{name}/gold.json"] = json.dumps(gold, ensure_ascii=False, indent=1) + "\n"
        if "references" in source:
            files[f"{name}/references.bib"] = unmarked(source["references"])[0]
    return files


def write() -> None:
    """Write the folders anew, without any that no source makes."""
    shutil.rmtree(CASES, ignore_errors=True)
    for name, text in made().items():
        path = CASES / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def read(name: str, source: Source) -> tuple[str, Gold]:
    """Return the manuscript without its marks, and its gold."""
    manuscript, marks = unmarked(source["manuscript"])
    _, apart = unmarked(source.get("references", ""))
    gold: Gold = {
        "id": name,
        "corpus": "own",
        "origin": name,
        "licence": "MIT",
        "about": source["about"],
        "language": source["language"],
        "style": source["style"],
        "csl": source.get("csl"),
        "rules_covered": list(COVERED),
        "references": [],
        "citations": [],
        "problems": [],
    }
    for head, start, text in marks:
        _count(gold, head, text, (start, start + len(text)))
    for head, _, text in apart:
        _count(gold, head, text, None)
    return manuscript, gold


def unmarked(marked: str) -> tuple[str, list[tuple[str, int, str]]]:
    """Return a text without its marks, and of each mark its head, where its words begin, and its words."""
    text, marks, opened = "", [], []
    at = 0
    while at < len(marked):
        if marked.startswith(OPENING, at):
            bar = marked.find(BAR, at)
            if bar < 0:
                raise SourceError(f"no {BAR} after {marked[at : at + 30]!r}")
            opened.append((marked[at + len(OPENING) : bar].strip(), len(text)))
            at = bar + 1
        elif opened and marked.startswith(CLOSING, at):
            head, start = opened.pop()
            marks.append((head, start, text[start:]))
            at += len(CLOSING)
        else:
            text += marked[at]
            at += 1
    if opened:
        raise SourceError(f"not closed: {opened[-1][0]!r}")
    return text, sorted(marks, key=lambda mark: mark[1])


def _count(gold: Gold, head: str, text: str, ends: tuple[int, int] | None) -> None:
    """Take one mark into the gold: an entry (`r1: Kuhn; 1962`), citations (`r1`, `r1+r2`, `r1/r2`, `-`), problems."""
    what, *planted = (part.strip() for part in head.replace("?", "!?").split("!"))
    place = {"start": ends[0], "end": ends[1]} if ends else {"start": None, "end": None}
    entry, _, fields = what.partition(":")
    if fields:
        authors, _, year = (part.strip() for part in fields.partition(";"))
        names = [name.strip() for name in authors.split(",") if name.strip()]
        key = text[text.index("{") + 1 : text.index(",")] if ends is None else None
        gold["references"].append(
            {"id": entry, **place, "text": text, "key": key, "authors": names, "year": year or None}
        )
    elif what:
        words = what.split()
        kind = words[1] if len(words) > 1 else _kind(gold["style"], text)
        for one in words[0].split("+"):
            meant = [] if one == "-" else one.split("/")
            gold["citations"].append({**place, "text": text, "references": meant, "kind": kind})
    for problem in planted:
        rule, _, expected = problem.removeprefix("?").partition("=")
        named = entry if fields else what.split()[0].split("/")[0] if what else "-"
        gold["problems"].append(
            {
                "rule": rule,
                **place,
                "citation_text": None if fields else text,
                "reference": None if named == "-" else named,
                "expected": expected or None,
                **({"debatable": True} if problem.startswith("?") else {}),
            }
        )


def _kind(style: str, text: str) -> str:
    if style == "author-date":
        return "narrative" if "(" in text or "（" in text else "parenthetical"
    return {"notes": "note", "author-page": "parenthetical"}.get(style, style)


# ---------------------------------------------------------------------------------------------- judging the cases


def faults(name: str) -> list[str]:
    """Return what citecheck gets wrong in a case, in words; nothing where all is right."""
    [case] = cases([CASES / name], keyed=True)
    return list(_faults(case))


def _faults(case: Case) -> Iterator[str]:
    settings = Settings(references=(str(case.references),) if case.references else ())
    outcome = check(str(case.manuscript), settings)
    if outcome.manuscript is None:
        yield "the manuscript is not read"
        return
    manuscript = outcome.manuscript
    aligned = align(case.gold, manuscript)
    wanted = {one["id"] for one in case.gold["references"]}
    yield from (f"entry not found: {one}" for one in sorted(wanted - set(aligned.values())))
    yield from (f"no entry: {one.text[:80]!r}" for one in manuscript.references if one.id not in aligned)
    tally = links(case, manuscript, aligned)
    if tally.false or tally.missed:
        yield f"citations linked: {tally.right} right, {tally.false} false, {tally.missed} missed"
    found = judge(case, manuscript, outcome.problems, aligned)
    yield from (f"false: {one.rule}: {one.finding.message}" for one in found.false)
    yield from (f"missed: {one['rule']}: {one['citation_text'] or one['reference']}" for one in found.missed)
    if found.misled:
        yield f"{found.misled} problems name another entry than the one meant"


def passing() -> list[str]:
    """Return the names of the cases that are said to pass."""
    return PASSING.read_text("utf-8").split() if PASSING.exists() else []


def failing() -> dict[str, str]:
    """Return the reasons of the cases that are said to fail, by their names."""
    return tomllib.loads(FAILING.read_text("utf-8")) if FAILING.exists() else {}


def accept() -> list[str]:
    """Write down what passes now; return the cases that fail and have no reason."""
    right = [name for name in sorted(sources()) if not faults(name)]
    PASSING.write_text("".join(f"{name}\n" for name in right), "utf-8")
    reasons = {name: why for name, why in failing().items() if name in sources() and name not in right}
    lines = (f"{name} = {json.dumps(why, ensure_ascii=False)}\n" for name, why in sorted(reasons.items()))
    FAILING.write_text("# Cases that are not wholly right yet, and why.\n" + "".join(lines), "utf-8")
    return [name for name in sorted(sources()) if name not in right and name not in reasons]


if __name__ == "__main__":
    sys.exit(main())
