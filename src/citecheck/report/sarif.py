"""The report for code scanning and its viewers: SARIF 2.1.0, the exchange format of tools that find faults."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from citecheck import __version__
from citecheck.report.record_reading import has_lines, meant, references_of, said
from citecheck.report.report import View, streamed
from citecheck.report.sarif_parts import artifact, location, message, region, rule_descriptors
from citecheck.text.shown import shown

if TYPE_CHECKING:
    from citecheck.report.sarif_parts import Part
    from citecheck.report.shapes import FixRecord, ProblemRecord, Record, SuppressedRecord

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
#: More results are counted and left out, and more notifications too: viewers refuse longer files.
MOST = 5_000

_LEVELS = {"error": "error", "warning": "warning", "style": "note", "hint": "note"}


def pieces(records: Iterable[Record], _: View) -> Iterator[str]:
    """Yield one run: the rules, the results as they come in, and at the end what was not wholly read."""
    descriptors = rule_descriptors(_LEVELS)
    indices = {str(rule["id"]): index for index, rule in enumerate(descriptors)}
    driver = {"name": "citecheck", "semanticVersion": __version__, "rules": descriptors}
    head = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints"}
    yield f'{{"$schema": {_line(SCHEMA)},\n"version": "2.1.0",\n"runs": [{{{_line(head)[1:-1]},\n"results": ['
    notifications: list[Part] = []
    written, found, complete = 0, 0, True
    for record in records:
        yield ""  # of each record something, see Report
        for result in islice(_results(record, indices), MOST - written):
            yield (",\n" if written else "\n") + _line(result)
            written += 1
        found += len(record["problems"]) + len(record["suppressed"])
        complete = complete and not record["errors"]
        notifications += islice(_notifications(record), MOST - len(notifications))
    if found > written:
        words = f"{found - written:,} more results are left out: a SARIF file of citecheck holds {MOST:,}"
        notifications.append({"level": "warning", "message": message(words)})
    invocation = {"executionSuccessful": complete, "toolExecutionNotifications": notifications}
    yield f'\n],\n"invocations": [{_line(invocation)}]}}]}}\n'


def _results(record: Record, indices: dict[str, int]) -> Iterator[Part]:
    """Yield the problems of a document; of equal ones the first, second … is part of what identifies it."""
    entries = references_of(record)
    cited = {citation["id"]: citation["text"] for citation in record["citations"]}
    seen: Counter[str] = Counter()
    left_out = {id(one): _suppression(one) for one in record["suppressed"]}
    for problem in (*record["problems"], *record["suppressed"]):
        print_ = _fingerprint(problem, cited.get(problem["citation"] or "", ""))
        seen[print_] += 1
        result: Part = {
            "ruleId": problem["rule"],
            **({"ruleIndex": indices[problem["rule"]]} if problem["rule"] in indices else {}),
            "level": _LEVELS[problem["severity"]],
            "message": message(said(problem, record)),
            "locations": [location(problem, record)],
            "relatedLocations": [
                {"id": number, **location(entry, record), "message": message(shown(entry["text"]))}
                for number, entry in enumerate(meant(problem, entries), 1)
            ],
            "partialFingerprints": {"citecheck/v1": f"{print_}:{seen[print_]}"},
            "properties": {"confidence": problem["confidence"], "severity": problem["severity"]},
        }
        if id(problem) in left_out:
            result["suppressions"] = [left_out[id(problem)]]
        if problem["fix"] and has_lines(problem, record):
            result["fixes"] = [_fix(problem["fix"])]
        yield result


def _suppression(problem: SuppressedRecord) -> Part:
    """Return who decided to leave a problem out, and why."""
    kind = "inSource" if problem["means"] == "comment" else "external"
    return {"kind": kind, "justification": shown(problem["reason"], None)}


def _fingerprint(problem: ProblemRecord, cited: str) -> str:
    """Return what stays the same while other places are edited: no line, no count, and no word of another entry."""
    from hashlib import sha256

    parts = (problem["rule"], problem["text"] or "", cited)
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _fix(fix: FixRecord) -> Part:
    """Return the edits of a fix, file by file."""
    replacements: dict[str, list[Part]] = {}
    for edit in fix["edits"]:
        replacement: Part = {"deletedRegion": region(edit), "insertedContent": {"text": edit["text"]}}
        replacements.setdefault(edit["path"], []).append(replacement)
    changes = [{"artifactLocation": artifact(path), "replacements": made} for path, made in replacements.items()]
    written = ", ".join(f"“{edit['text']}”" for edit in fix["edits"])
    manner = "safe" if fix["safe"] else "to be confirmed"
    return {"description": message(f"Write {written} ({manner})"), "artifactChanges": changes}


def _notifications(record: Record) -> Iterator[Part]:
    """Yield why a document was not wholly read, and what a person should know of its reading."""
    where = [{"physicalLocation": {"artifactLocation": artifact(record["path"])}}]
    for error in record["errors"]:
        descriptor = {"id": error["kind"]}
        yield {"level": "error", "message": message(error["message"]), "locations": where, "descriptor": descriptor}
    for note in record["notes"]:
        yield {"level": "note", "message": message(note), "locations": where}


def _line(value: object) -> str:
    return json.dumps(value)


REPORT = streamed("sarif", (".sarif", ".sarif.json"), pieces, "SARIF 2.1.0, for code scanning")
