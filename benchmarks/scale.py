"""How many machines, and how much room, a collection takes: what one article costs, times their number.

    python benchmarks/scale.py [--articles N] [--cores N] [FILE ...]

For each FILE (the sample article without one): articles in a second of one core, bytes in the cache and in the results,
and from these the hours of so many cores and the room for so many articles.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from batch import ENVIRONMENT, MANY, SAMPLE, check, copies, per_article

RESULTS = ("articles.jsonl", "problems.csv")
#: Of the open-access part of PubMed Central, as a round figure to plan by.
ARTICLES = 5_000_000


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--articles", type=int, default=ARTICLES)
    parser.add_argument("--cores", type=int, default=64)
    parser.add_argument("files", nargs="*", type=Path)
    given = parser.parse_args()
    for file in given.files or [SAMPLE]:
        seconds = per_article(file)
        cache, *written = room(file)
        print(f"{file.name}, {file.stat().st_size / 1000:.0f} KB")
        print(f"  articles in a second of one core  {1 / seconds:10.1f}")
        hours = seconds * given.articles / given.cores / 3600
        print(f"  {given.articles:,} articles, {given.cores} cores  {hours:10.1f} h")
        for name, size in zip(("cache", *RESULTS), (cache, *written), strict=True):
            print(f"  bytes in {name:<24} {size:10,.0f}   {size * given.articles / 1e9:8,.0f} GB for all")


def room(file: Path) -> list[float]:
    """Return the bytes that one article takes in the cache, and in each table of a folder of results."""
    with tempfile.TemporaryDirectory() as root:
        folder, results, cache = copies(file, MANY, Path(root) / "in"), Path(root) / "out", Path(root) / "cache"
        command = [sys.executable, *check(folder, "--output", f"{results}{os.sep}", "--fail-on", "never")]
        subprocess.run(command, check=True, env=ENVIRONMENT | {"CITECHECK_CACHE_DIR": str(cache)})
        sizes = [sum(path.stat().st_size for path in cache.iterdir())]
        return [size / MANY for size in (*sizes, *((results / name).stat().st_size for name in RESULTS))]


if __name__ == "__main__":
    main()
