"""How the time of a check grows with the length of the article: it must be linear.

    python benchmarks/growth.py [FILE]

The text before the list is repeated 1, 4 and 16 times and checked in this process, so that start-up does not count;
the best of several runs is printed for each, and what one more repetition costs (the list costs the same each time).
"""

import sys
import tempfile
import time
from pathlib import Path

from citecheck.engine.pipeline import check
from citecheck.engine.settings import Settings

RUNS = 5
TIMES = (1, 4, 16)
SAMPLE = Path(__file__).parents[1] / "refs" / "kazakhstan.md"
#: How much more one of the last twelve repetitions may cost than one of the first three.
BUDGET = 1.25


def main() -> None:
    """Print one line for each length, and fail where growth is steeper than linear."""
    file = Path(sys.argv[1]) if sys.argv[1:] else SAMPLE
    before, heading, after = split(file.read_text("utf-8"))
    print(f"{file.name}: the text before its list, repeated")
    with tempfile.TemporaryDirectory() as folder:
        longer = Path(folder) / file.name
        seconds = []
        for times in TIMES:
            longer.write_text(before * times + heading + after, "utf-8")
            seconds.append(best(longer))
            citations = count(longer)
            kilobytes = longer.stat().st_size / 1000
            print(f"{times:4} times {kilobytes:8.0f} KB {citations:7} citations {seconds[-1] * 1000:9.1f} ms")
    early = (seconds[1] - seconds[0]) / (TIMES[1] - TIMES[0])
    late = (seconds[2] - seconds[1]) / (TIMES[2] - TIMES[1])
    print(f"one more costs {early * 1000:.1f} ms at first and {late * 1000:.1f} ms later: ", end="")
    print(f"{late / early:.2f} (at most {BUDGET})")
    sys.exit(int(late > BUDGET * early))


def count(path: Path) -> int:
    """Return how many citations were read, so that a check that gave up is not taken for a quick one."""
    outcome = check(str(path), Settings())
    if outcome.manuscript is None or outcome.faults:
        sys.exit(f"{path.name} was not read: {outcome.faults}")
    return len(outcome.manuscript.citations)


def split(text: str) -> tuple[str, str, str]:
    """Return the text before the list, the heading of the list, and the list."""
    for heading in ("\n## References\n", "\n# References\n", "\n**References**\n", "\nReferences\n"):
        before, found, after = text.rpartition(heading)
        if found:
            return before, found, after
    return text, "", ""


def best(path: Path) -> float:
    """Return the CPU seconds of the quickest check; the first warms the caches."""
    check(str(path), Settings())
    seconds = []
    for _ in range(RUNS):
        start = time.process_time()
        check(str(path), Settings())
        seconds.append(time.process_time() - start)
    return min(seconds)


if __name__ == "__main__":
    main()
