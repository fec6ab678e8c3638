"""What other programs take for the same article, in one run: those that can be installed, each for what it reads.

    python benchmarks/peers.py [--bin FOLDER ...]

The article is LaTeX of 90 KB with 230 citations by key, made here of the sample's own library (46 entries). Cold costs
are CPU seconds of one run on it, in bare starts of the interpreter, the least of several; `in a folder` is what one
more such article costs where many are checked. Programs that check citations against a list are few: citelint compares
the keys of LaTeX with those of a .bib file, bibfish collects the entries that a LaTeX file cites, reflint checks a .bib
file by itself. What is not found, on the path or in a folder named with --bin, is left out.
"""

import argparse
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from batch import ENVIRONMENT, FEW, MANY, SAMPLE, check

LIBRARY = SAMPLE.with_suffix(".bib")
PARAGRAPHS, ROUNDS = 230, 5
SENTENCE = "Lists of the {at}th kind are kept for many reasons, and what they hold is told of at some length below. "
PEERS = {
    "citelint": ("--no-server", "--no-open", "--no-bibguard", "."),
    "bibfish": ("paper.tex", LIBRARY.name, "cited.bib", "-f"),
    "reflint": ("check", LIBRARY.name),
}


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--bin", action="append", default=[], help="a folder in which programs are looked for first")
    path = os.pathsep.join([*parser.parse_args().bin, os.environ["PATH"]])
    bare = least([sys.executable, "-c", "pass"])
    tell("python -c pass", bare, bare)
    with tempfile.TemporaryDirectory() as root:
        article = made(Path(root) / "one", 0)
        for name, arguments in (("check", ["paper.tex"]), ("bib", [LIBRARY.name])):
            tell(f"citecheck {name}", least([sys.executable, "-m", "citecheck", name, *arguments], article), bare)
        tell("citecheck check, in a folder", in_folder(Path(root)), bare)
        for name, arguments in PEERS.items():
            program = shutil.which(name, path=path)
            if program is None:
                print(f"{name:<30} is not installed")
            else:
                tell(name, least([program, *arguments], article), bare)


def made(folder: Path, number: int) -> Path:
    """Make a folder with an article and its library; articles of other numbers differ in each paragraph."""
    folder.mkdir(parents=True)
    library = LIBRARY.read_text("utf-8")
    keys = re.findall(r"@\w+\{([^,\s]+),", library)
    paragraphs = (
        f"{SENTENCE.format(at=number + at) * 4}See \\cite{{{keys[at % len(keys)]}}}." for at in range(PARAGRAPHS)
    )
    text = "\n\n".join(paragraphs)
    end = f"\\bibliographystyle{{plain}}\n\\bibliography{{{LIBRARY.stem}}}\n\\end{{document}}\n"
    (folder / "paper.tex").write_text(f"\\documentclass{{article}}\n\\begin{{document}}\n{text}\n{end}", "utf-8")
    (folder / LIBRARY.name).write_text(library, "utf-8")
    return folder


def in_folder(root: Path) -> float:
    """Return the CPU seconds for one more article among many."""
    for number in range(MANY):
        made(root / "many" / f"{number:03}", number * 1000)
        if number < FEW:
            made(root / "few" / f"{number:03}", number * 1000)
    seconds = [least([sys.executable, *check(root / name, "--no-cache", "--jobs", "1")]) for name in ("few", "many")]
    return (seconds[1] - seconds[0]) / (MANY - FEW)


def least(command: list[str], folder: Path | None = None) -> float:
    """Return the CPU seconds of a program, the least of several runs; each begins with the same files."""

    def once() -> float:
        for page in folder.glob("*.html") if folder else ():
            page.unlink()  # which a program would not make twice
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        done = subprocess.run(command, cwd=folder, capture_output=True, env=ENVIRONMENT, check=False)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        if done.returncode not in {0, 1}:
            sys.exit(f"{' '.join(command)} ended with status {done.returncode}: {done.stderr.decode()}")
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    return min(once() for _ in range(ROUNDS))


def tell(name: str, seconds: float, bare: float) -> None:
    """Print a row."""
    print(f"{name:<30} {seconds * 1000:8.1f} ms CPU  {seconds / bare:6.1f}")


if __name__ == "__main__":
    main()
