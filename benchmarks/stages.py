"""Where the time goes when a process checks one more article: each stage in CPU time, and in bare starts.

    python benchmarks/stages.py [FILE]

Each stage is measured by itself in a process that is warm, with a word of its own in front of the article each time;
the least of many rounds counts, for other work on the machine can only add to it.
"""

import gc
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from citecheck.engine.assembly import assemble, find_entries
from citecheck.engine.pipeline import check_raw
from citecheck.engine.problems import find_problems
from citecheck.engine.reading import read_manuscript
from citecheck.engine.settings import Settings
from citecheck.engine.verdict import packed, verdict_of
from citecheck.extract.body import Body
from citecheck.extract.citations import find_citations
from citecheck.extract.short_forms import with_short_forms
from citecheck.languages.detect import detect
from citecheck.languages.language import inflections
from citecheck.match.linking import link
from citecheck.model.raw import Raw

Made = TypeVar("Made")

ROUNDS = 40
SAMPLE = Path(__file__).parents[1] / "refs" / "kazakhstan.md"


def main() -> None:
    """Print a line for each stage, and one for all of them together."""
    article = Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLE
    data, settings = article.read_bytes(), Settings()
    gc.disable()  # as in a worker
    least: dict[str, float] = {}
    for number in range(ROUNDS):
        raw = Raw(str(article), b"Copy %d\n\n" % number + data if article.suffix in {".txt", ".md"} else data)
        for name, seconds in stages(raw, settings).items():
            least[name] = min(seconds, least.get(name, seconds))
        gc.collect()
    bare = min(start() for _ in range(15))
    print(f"python -c pass         {bare * 1000:7.1f} ms  {1.0:5.1f}")
    for name, seconds in least.items():
        print(f"{name:<22} {seconds * 1000:7.1f} ms  {seconds / bare:5.1f}")


def stages(raw: Raw, settings: Settings) -> dict[str, float]:
    """Return the seconds that each stage takes for one article."""
    took: dict[str, float] = {}

    def timed(name: str, stage: Callable[[], Made]) -> Made:
        begun = time.process_time()
        made = stage()
        took[name] = time.process_time() - begun
        return made

    document = timed("reading", lambda: read_manuscript(raw))
    entries = timed("list and its entries", lambda: find_entries(document, settings))
    body = with_short_forms(Body(document, entries.body, entries.references))
    found = timed("citations", lambda: find_citations(body))
    language = timed("language", lambda: detect(document.text))
    timed("linking", lambda: link(found.citations, body.references, inflections(language), body.lexicon))
    manuscript = assemble(document, entries, settings)
    timed("rules", lambda: find_problems(manuscript, settings))
    outcome = timed("all of these", lambda: check_raw(raw, settings, 60.0))
    timed("record, compressed", lambda: packed(verdict_of(outcome)))
    return took


def start() -> float:
    """Return the CPU seconds of a bare start of the interpreter."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", "pass"], check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main()
