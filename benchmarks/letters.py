"""Make the table of letter triples by which `citecheck.match.letters` tells a likely surname from a slip of the pen.

    python benchmarks/letters.py FOLDER [FOLDER ...]

FOLDER holds `strings.jsonl` (one reference string with its `authors` and `licence` a line) or gold cases (`gold.json`
with `references`, each with `authors`). Only strings under licences that allow it are used. Writes
`src/citecheck/match/letters.json`: how often each three letters follow each other in plain lower-case surnames, seen at
least FEWEST times. Prints, by five-fold cross-validation over the names, how often the true one of a name and a random
one-letter slip of it is found the likelier.
"""

from __future__ import annotations

import json
import random
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from citecheck.match.letters import Letters, triples
from citecheck.text.folding import latin

FEWEST = 3
TABLE = Path(__file__).parents[1] / "src" / "citecheck" / "match" / "letters.json"
ALLOWED = ("Apache", "MIT", "BSD", "CC BY", "CC0")


def names_in(folder: Path) -> Iterator[str]:
    """Yield the family names of persons in a folder of strings or gold cases."""
    for path in folder.rglob("strings.jsonl"):
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            if str(row.get("licence") or "").startswith(ALLOWED):
                yield from row.get("authors") or ()
    for path in folder.rglob("gold.json"):
        for reference in json.loads(path.read_text("utf-8")).get("references") or ():
            yield from reference.get("authors") or ()


def counted(names: Iterable[str]) -> Counter[str]:
    """Return how often each triple of letters stands in the names."""
    return Counter(triple for name in names for triple in triples(name))


def slip(name: str, chance: random.Random) -> str:
    """Return the name with one letter left out, doubled, replaced, or swapped with the next."""
    at = chance.randrange(1, len(name) - 1)
    letter = chance.choice("abcdefghijklmnopqrstuvwxyz")
    return chance.choice(
        (
            name[:at] + name[at + 1 :],
            name[:at] + name[at] + name[at:],
            name[:at] + letter + name[at + 1 :],
            name[:at] + name[at + 1] + name[at] + name[at + 2 :],
        )
    )


def main() -> None:
    """Write the table and print the share of slips that are told from their names."""
    names = sorted({latin(name) for folder in sys.argv[1:] for name in names_in(Path(folder))})
    names = [name for name in names if name.isalpha() and name.isascii() and len(name) > 3]
    if not names:
        sys.exit(__doc__)
    chance = random.Random(1)  # noqa: S311 - no secret: the same slips at every run
    chance.shuffle(names)
    right = asked = 0
    for fold in range(5):
        letters = Letters(counted(name for at, name in enumerate(names) if at % 5 != fold))
        for name in names[fold::5]:
            wrong = slip(name, chance)
            asked += wrong != name
            right += wrong != name and letters.likelihood(name) > letters.likelihood(wrong)
    table = {triple: count for triple, count in sorted(counted(names).items()) if count >= FEWEST}
    TABLE.write_text(json.dumps(table, separators=(",", ":"), sort_keys=True) + "\n", "utf-8")
    print(f"{len(names)} names, {len(table)} triples")
    print(f"the name was likelier than its slip in {right} of {asked}: {right / asked:.3f}")


if __name__ == "__main__":
    main()
