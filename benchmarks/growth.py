"""How the time of a check grows with the length of the article: it must be linear.

    python benchmarks/growth.py [FILE]

The text before the list is repeated 1, 4 and 16 times and checked in this process, so that start-up does not count;
the best of several runs is printed for each, and what a repetition costs.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from citecheck.engine.pipeline import check
from citecheck.engine.settings import Settings

RUNS = 5
TIMES = (1, 4, 16)
SAMPLE = Path(__file__).parents[1] / "refs" / "kazakhstan.md"
#: How much more one repetition of sixteen may cost than one of four.
BUDGET = 1.25


def main() -> None:
    """Print one line for each length, and fail where growth is steeper than linear."""
    file = Path(sys.argv[1]) if sys.argv[1:] else SAMPLE
    before, heading, after = split(file.read_text("utf-8"))
    each = []
    print(f"{file.name}: the text before its list, repeated")
    with tempfile.TemporaryDirectory() as folder:
        for times in TIMES:
            longer = Path(folder) / file.name
            longer.write_text(before * times + heading + after, "utf-8")
            seconds = best(lambda path=str(longer): check(path, Settings()))
            each.append(seconds / times)
            kilobytes = longer.stat().st_size / 1000
            print(f"{times:4} times {kilobytes:8.0f} KB {seconds * 1000:9.1f} ms  {each[-1] * 1000:8.1f} ms each")
    steepness = each[-1] / each[-2]
    print(f"one of sixteen costs {steepness:.2f} of one of four (at most {BUDGET})")
    sys.exit(int(steepness > BUDGET))


def split(text: str) -> tuple[str, str, str]:
    """Return the text before the list, the heading of the list, and the list."""
    for heading in ("\n## References\n", "\n# References\n", "\n**References**\n", "\nReferences\n"):
        before, found, after = text.rpartition(heading)
        if found:
            return before, found, after
    return text, "", ""


def best(run: Callable[[], object]) -> float:
    """Return the CPU seconds of the quickest run; the first warms the caches."""
    run()
    seconds = []
    for _ in range(RUNS):
        start = time.process_time()
        run()
        seconds.append(time.process_time() - start)
    return min(seconds)


if __name__ == "__main__":
    main()
