"""What only shows when many articles are seen side by side: works that their lists write in several ways.

Each way in which a work is listed is kept once, however many lists have it, in a passing file of SQLite; in memory is a
number of eight bytes for each such way. Entries are compared within blocks (see `blocks_of`), each with few others, so
that the time grows evenly with the entries.
"""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections import Counter
from collections.abc import Iterator
from hashlib import blake2b
from itertools import groupby

from citecheck.engine.folder_run import Checked
from citecheck.engine.verdict import State
from citecheck.match.across import Difference, Listed, blocks_of, differences, same_work

#: So many works of one block are compared with a further one.
_MOST = 50
_TABLES = """
CREATE TABLE listed (number INTEGER PRIMARY KEY, form BLOB UNIQUE, told TEXT, lists INTEGER, last INTEGER);
CREATE TABLE blocks (block BLOB, number INTEGER);
CREATE TABLE works (work INTEGER, number INTEGER);
"""
_LIST = """
INSERT INTO listed (form, told, lists, last) VALUES (?, ?, 1, ?)
ON CONFLICT (form) DO UPDATE SET lists = lists + (last <> excluded.last), last = excluded.last RETURNING number, lists
"""
_OF_BLOCKS = "SELECT block, number, told, lists FROM blocks JOIN listed USING (number) ORDER BY block, number"
_OF_WORKS = "SELECT work, number, told, lists FROM works JOIN listed USING (number) ORDER BY work, number"


class Across:
    """Takes the lists of articles one after the other; when all are in, it tells in what they differ.

    `failed` says why it gave up, as where the disk is full; nothing else is harmed by that.
    """

    def __init__(self) -> None:
        self.failed: str | None = None
        self.problems: Counter[str] = Counter()
        self.articles: Counter[str] = Counter()
        self._number = 0
        self._kept = sqlite3.connect("", isolation_level=None)
        self._kept.executescript(_TABLES)
        self._kept.execute("BEGIN")
        self._length = 0

    def add(self, checked: Checked) -> None:
        """Take what came of one file."""
        verdict = checked.verdict
        if verdict.state is not State.CHECKED or verdict.brief is None:
            return
        rules = [problem["rule"] for problem in verdict.brief["problems"]]
        self.problems.update(rules)
        self.articles.update(set(rules))
        self._number += 1
        if self.failed is None:
            try:
                for entry in verdict.record["references"]:
                    year = (entry["year"] or "").rstrip("abcdefghijklmnopqrstuvwxyz")
                    self._list(
                        Listed(tuple(entry["authors"]), year, entry["title"] or "", entry["doi"] or ""),
                        checked.file.path,
                    )
            except sqlite3.Error as error:
                self.failed = str(error)

    def defects(self) -> list[tuple[str, int, int]]:
        """Return each rule with how many problems in how many articles it found, the most frequent first."""
        rules = sorted(self.problems, key=lambda rule: (-self.problems[rule], rule))
        return [(rule, self.problems[rule], self.articles[rule]) for rule in rules]

    def differences(self) -> Iterator[Difference]:
        """Yield in what lists differ, work by work in the order in which they were met."""
        if self.failed is not None:
            return
        try:
            self._join()
            for _, rows in groupby(self._kept.execute(_OF_WORKS), lambda row: row[0]):
                yield from differences([_listed(told, lists) for _, _, told, lists in rows])
        except sqlite3.Error as error:
            self.failed = str(error)

    def close(self) -> None:
        """Forget all."""
        self._kept.close()

    def _list(self, listed: Listed, article: str) -> None:
        told = [listed.authors, listed.year, listed.title, listed.doi]
        form = blake2b(json.dumps(told).encode(), digest_size=16).digest()
        row = self._kept.execute(_LIST, (form, json.dumps([*told, article]), self._number)).fetchone()
        if row[0] > self._length:
            self._length = row[0]
            blocks = [(blake2b(block.encode(), digest_size=8).digest(), row[0]) for block in blocks_of(listed)]
            self._kept.executemany("INSERT INTO blocks VALUES (?, ?)", blocks)

    def _join(self) -> None:
        """Give the entries for one work the same number, that of the first."""
        first = array("q", range(self._length + 1))
        for _, rows in groupby(self._kept.execute(_OF_BLOCKS), lambda row: row[0]):
            met: list[tuple[int, Listed]] = []
            for _, number, told, lists in rows:
                listed = _listed(told, lists)
                known = next((at for at, other in met if same_work(other, listed)), None)
                if known is not None:
                    one, other = _root(first, known), _root(first, number)
                    first[max(one, other)] = min(one, other)
                elif len(met) < _MOST:
                    met.append((number, listed))
        joined = ((_root(first, number), number) for number in range(1, self._length + 1))
        several = ((root, number) for root, number in joined if root != number)
        self._kept.executemany("INSERT INTO works VALUES (?, ?)", several)
        self._kept.execute("INSERT INTO works SELECT DISTINCT work, work FROM works")


def _root(first: array[int], number: int) -> int:
    while first[number] != number:
        first[number] = first[first[number]]
        number = first[number]
    return number


def _listed(told: str, lists: int) -> Listed:
    authors, year, title, doi, article = json.loads(told)
    return Listed(tuple(authors), year, title, doi, lists, article)
