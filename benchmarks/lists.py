"""What reading a library of 10,000 entries costs, in every format of lists, as a ratio to a bare start of Python.

    python benchmarks/lists.py [ENTRIES]

Each list is written into a folder of its own, read by `citecheck parse` and checked by `citecheck bib`, each in a
process of its own; CPU seconds (user and system) count, and of three runs the median.
"""

import json
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from startup import cpu_seconds, median

RUNS = 3
#: The most that reading 10,000 entries may cost, in bare starts.
BUDGET = 300.0

#: Of these, names and titles are made: as many different ones as a library of this size has.
SYLLABLES = ("bar", "den", "fel", "gor", "hin", "kal", "lom", "mer", "nik", "por", "ros", "sen", "tul", "vin", "wes")
WORDS = (
    "birds",
    "fields",
    "trade",
    "history",
    "notes",
    "order",
    "northern",
    "modern",
    "early",
    "rural",
    "song",
    "price",
)


def main() -> None:
    """Print one line for each format."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    bare = median("-c", "pass")
    print(
        f"{'':<12} {'MB':>5}   parse            bib          (at most {BUDGET:g} bare starts of {bare * 1000:.1f} ms)"
    )
    with tempfile.TemporaryDirectory() as folder:
        for name, write in FORMATS.items():
            path = Path(folder) / name
            path.write_text(write(range(count)), "utf-8")
            size = path.stat().st_size / 1e6
            read = seconds("parse", str(path), "--format", "json") / bare
            checked = seconds("bib", str(path), "--format", "json") / bare
            print(
                f"{path.suffix:<12} {size:5.1f}   {read:5.0f} × {'over' if read > BUDGET else '':<5}   {checked:5.0f} ×"
            )


def seconds(*arguments: str) -> float:
    """Return the median CPU seconds of a command."""
    command = ("-m", "citecheck", *arguments)
    return statistics.median(cpu_seconds(command, terminal=False) for _ in range(RUNS))


def name(number: int) -> tuple[str, str]:
    """Return a family name and a given name; a hundred numbers share neither."""
    base = len(SYLLABLES)
    return (
        (
            SYLLABLES[number % base] + SYLLABLES[number // base % base] + SYLLABLES[number // base**2 % base]
        ).capitalize(),
        SYLLABLES[number * 7 % base].capitalize(),
    )


def title(number: int) -> str:
    """Return a title of six words, in which its number is spelled."""
    return "On " + " ".join(WORDS[number // 12**place % 12] for place in range(4)) + " in " + WORDS[number * 5 % 12]


def bibtex(numbers: range) -> str:
    """Return the entries as BibTeX."""
    return "\n".join(
        f"@article{{key{number},\n  author = {{{' and '.join(', '.join(one) for one in names(number))}}},\n"
        f"  title = {{{title(number)}}},\n  journal = {{Journal of {title(number % 90)}}},\n"
        f"  year = {{{year(number)}}},\n"
        f"  volume = {{{number % 60}}},\n  pages = {{{number % 900 + 1}--{number % 900 + 20}}},\n"
        f"  doi = {{10.1000/{number}}}\n}}\n"
        for number in numbers
    )


def ris(numbers: range) -> str:
    """Return the entries as RIS."""
    return "\n".join(
        "\n".join((
            "TY  - JOUR", f"ID  - key{number}", *(f"AU  - {', '.join(one)}" for one in names(number)),
            f"TI  - {title(number)}", f"T2  - Journal of {title(number % 90)}", f"PY  - {year(number)}",
            f"VL  - {number % 60}", f"SP  - {number % 900 + 1}", f"EP  - {number % 900 + 20}",
            f"DO  - 10.1000/{number}", "ER  - ", "",
        ))
        for number in numbers
    )  # fmt: skip


def csl_json(numbers: range) -> str:
    """Return the entries as CSL-JSON."""
    return json.dumps(
        [
            {
                "id": f"key{number}",
                "type": "article-journal",
                "author": [{"family": family, "given": given} for family, given in names(number)],
                "title": title(number),
                "container-title": f"Journal of {title(number % 90)}",
                "issued": {"date-parts": [[year(number)]]},
                "volume": str(number % 60),
                "page": f"{number % 900 + 1}-{number % 900 + 20}",
                "DOI": f"10.1000/{number}",
            }
            for number in numbers
        ],
        indent=1,
    )


def endnote_xml(numbers: range) -> str:
    """Return the entries as EndNote XML, with the marks of style that EndNote puts around everything."""

    def styled(words: object) -> str:
        return f'<style face="normal" font="default" size="100%">{words}</style>'

    records = (
        f'<record><rec-number>{number}</rec-number><ref-type name="Journal Article">17</ref-type>'
        "<contributors><authors>"
        + "".join(f"<author>{styled(', '.join(one))}</author>" for one in names(number))
        + f"</authors></contributors><titles><title>{styled(title(number))}</title>"
        f"<secondary-title>{styled(f'Journal of {title(number % 90)}')}</secondary-title></titles>"
        f"<pages>{styled(f'{number % 900 + 1}-{number % 900 + 20}')}</pages><volume>{styled(number % 60)}</volume>"
        f"<dates><year>{styled(year(number))}</year></dates>"
        f"<electronic-resource-num>{styled(f'10.1000/{number}')}</electronic-resource-num></record>"
        for number in numbers
    )
    return f'<?xml version="1.0" encoding="UTF-8"?><xml><records>{"".join(records)}</records></xml>'


def names(number: int) -> Iterator[tuple[str, str]]:
    """Yield one to three authors."""
    return (name(number * 3 + place) for place in range(number % 3 + 1))


def year(number: int) -> int:
    """Return a year of the last sixty."""
    return 1960 + number % 60


FORMATS: dict[str, Callable[[range], str]] = {
    "library.bib": bibtex,
    "library.ris": ris,
    "library.json": csl_json,
    "library.xml": endnote_xml,
}

if __name__ == "__main__":
    main()
