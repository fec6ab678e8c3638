"""What a run over a folder costs: per article, with two workers, a second time, and in memory.

    python benchmarks/batch.py [--files N] [--formats] [FILE ...]

Copies of each FILE (the sample article without one), each with a word of its own, are checked in a folder. Costs are
CPU seconds of the whole run, user and system, in bare starts of the interpreter; a busy machine changes them little.
With `--formats` the first FILE, text or Markdown, is measured in other formats too (made by pandoc, the PDF by
LibreOffice), and nothing else is. What two workers gain is time on the clock, and only tells something on a machine
with two free cores.
"""

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

SAMPLE = Path(__file__).parents[1] / "refs" / "kazakhstan.md"
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
#: Copies for the cost of one article, few and many: what both runs spend on starting falls out.
FEW, MANY = 10, 60
ROUNDS = 5
#: The formats that an article is measured in besides its own, each with pandoc's word for it.
FORMATS = {".md": "markdown", ".html": "html", ".xml": "jats_archiving", ".odt": "odt", ".docx": "docx"}
SMALL = "Lists are kept, as Ritter (2011) says.\n\nReferences\n\nRitter, Anna. 2011. On lists {at}. Vienna: Zettel.\n"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument("--formats", action="store_true")
    parser.add_argument("articles", nargs="*", type=Path)
    given = parser.parse_args()
    bare = start()
    print(f"python -c pass                    {bare * 1000:8.1f} ms CPU     1.0")
    for article in given.articles or [SAMPLE]:
        cost(article)
    if given.formats:
        with tempfile.TemporaryDirectory() as root:
            for article in in_formats((given.articles or [SAMPLE])[0], Path(root)):
                cost(article)
        return
    faster = gain(given.articles[0] if given.articles else SAMPLE)
    print(f"two workers against one           {faster:8.2f} times the articles in a second")
    folder_of_many(given.files, bare)


def start() -> float:
    """Return the CPU seconds of a bare start of the interpreter, the median of several."""
    return statistics.median(cpu("-c", "pass") for _ in range(15))


def cost(article: Path) -> None:
    """Print what one more article of a folder costs, and what it may cost; a start is measured before and behind it."""
    before, seconds, behind = start(), per_article(article), start()
    bare = (before + behind) / 2
    told = f"{article.name}, {article.stat().st_size / 1000:.0f} KB (at most {most(article):g})"
    print(f"one article in a folder           {seconds * 1000:8.1f} ms CPU  {seconds / bare:6.1f}   {told}", flush=True)


def most(article: Path) -> float:
    """Return the most bare starts that an article of 90 KB may cost: more as Word, and for each page of a PDF."""
    if article.suffix != ".pdf":
        return 6.0 if article.suffix == ".docx" else 3.0
    from pypdfium2 import PdfDocument

    return 3.0 + 0.4 * len(PdfDocument(article))


def in_formats(article: Path, folder: Path) -> Iterator[Path]:
    """Yield the article in other formats, as far as the programs that make them are here."""
    for suffix, writer in FORMATS.items():
        made = folder / f"{article.stem}{suffix}"
        if run("pandoc", "-s", "-f", "markdown", "-t", writer, "-o", str(made), str(article)):
            yield made
    word = folder / f"{article.stem}.docx"
    if word.exists() and run("soffice", "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(word)):
        yield word.with_suffix(".pdf")


def run(program: str, *arguments: str) -> bool:
    """Run a program, and return whether it is here and did its work."""
    if shutil.which(program) is None:
        print(f"{program} is not here")
        return False
    return subprocess.run([program, *arguments], capture_output=True, check=False).returncode == 0


def cpu(*arguments: str, **options: object) -> float:
    """Return the CPU seconds of one run of Python and all its workers."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, *arguments], stdout=subprocess.DEVNULL, env=ENVIRONMENT, check=False, **options
    )
    if done.returncode not in {0, 1}:
        sys.exit(f"{' '.join(arguments)} ended with status {done.returncode}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def copies(article: Path, number: int, folder: Path) -> Path:
    """Make a folder with so many articles that differ in one word."""
    folder.mkdir()
    for at in range(number):
        copy = folder / f"{at:06}{article.suffix}"
        shutil.copyfile(article, copy)
        if article.suffix in {".docx", ".odt", ".epub"}:
            with zipfile.ZipFile(copy, "a") as archive:
                archive.writestr("citecheck-benchmark.txt", f"{at}")
        elif article.suffix == ".pdf":
            with copy.open("ab") as stream:
                stream.write(b"%%%d\n" % at)
        elif article.suffix in {".xml", ".html", ".htm", ".nxml"}:
            with copy.open("ab") as stream:
                stream.write(b"<!-- %d -->\n" % at)
        else:
            copy.write_bytes(b"Copy %d\n\n" % at + copy.read_bytes())
    return folder


def check(folder: Path, *options: str) -> tuple[str, ...]:
    """Return the arguments that check a folder."""
    return ("-m", "citecheck", "check", str(folder), "--quiet", *options)


def per_article(article: Path) -> float:
    """Return the CPU seconds for one more article of a folder, the median of several rounds."""
    with tempfile.TemporaryDirectory() as root:
        few = copies(article, FEW, Path(root) / "few")
        many = copies(article, MANY, Path(root) / "many")
        rounds = [
            cpu(*check(many, "--no-cache", "--jobs", "1")) - cpu(*check(few, "--no-cache", "--jobs", "1"))
            for _ in range(ROUNDS)
        ]
    return statistics.median(rounds) / (MANY - FEW)


def gain(article: Path) -> float:
    """Return how many times as fast two workers are as one, the median of several rounds."""
    with tempfile.TemporaryDirectory() as root:
        folder = copies(article, MANY * 2, Path(root) / "in")
        return statistics.median(
            clock(check(folder, "--no-cache", "--jobs", "1")) / clock(check(folder, "--no-cache", "--jobs", "2"))
            for _ in range(ROUNDS)
        )


def clock(arguments: tuple[str, ...]) -> float:
    """Return the seconds on the clock that a run takes."""
    begun = time.monotonic()
    cpu(*arguments)
    return time.monotonic() - begun


def folder_of_many(most: int, bare: float) -> None:
    """Print how the costs grow with the number of small files, what a second run costs, and the memory."""
    with tempfile.TemporaryDirectory() as root:
        folder = Path(root) / "in"
        made, before = 0, 0.0
        for number in (most // 16, most // 4, most):
            while made < number:
                path = folder / f"{made // 1000:03}" / f"{made:06}.txt"
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(SMALL.format(at=made), "utf-8")
                os.utime(path, (time.time() - 3600,) * 2)
                made += 1
            seconds, parent, worker = measured(check(folder, "--no-cache"))
            grown = f"  {seconds / before:.2f} times the time" if before else ""
            print(
                f"{number:7,} small files               {seconds / number * 1000:8.1f} ms CPU  "
                f"{seconds / number / bare:6.2f}   parent {parent} MB, worker {worker} MB{grown}"
            )
            before = seconds
        cached = {"env": ENVIRONMENT | {"CITECHECK_CACHE_DIR": str(Path(root) / "cache")}}
        first, _, _ = measured(check(folder), **cached)
        second, _, _ = measured(check(folder), **cached)
        print(f"second run over {most:,} files      {second / first:8.1%} of the first")


def measured(arguments: tuple[str, ...], env: dict[str, str] = ENVIRONMENT) -> tuple[float, int, int]:
    """Return the CPU seconds of a run, and the most memory that its parent and any worker held, in MB."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    most = {"parent": 0, "worker": 0}
    with subprocess.Popen([sys.executable, *arguments], stdout=subprocess.DEVNULL, env=env) as run:
        while run.poll() is None:
            most["parent"] = max(most["parent"], held(run.pid))
            for child in children(run.pid):
                most["worker"] = max(most["worker"], held(child))
            time.sleep(0.1)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, most["parent"], most["worker"]


def held(process: int) -> int:
    """Return the most memory that a process has held, in MB; 0 where it is gone."""
    try:
        status = Path(f"/proc/{process}/status").read_text("ascii", "replace")
    except OSError:
        return 0
    line = next((line for line in status.splitlines() if line.startswith("VmHWM")), "VmHWM: 0")
    return int(line.split()[1]) // 1024


def children(process: int) -> list[int]:
    """Return the processes that a process has made."""
    try:
        return [int(word) for word in Path(f"/proc/{process}/task/{process}/children").read_text("ascii").split()]
    except OSError:
        return []


if __name__ == "__main__":
    main()
