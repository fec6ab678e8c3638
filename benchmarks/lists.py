"""What reading a library of 10,000 entries costs, in every format of lists, as a ratio to a bare start of Python.

    python benchmarks/lists.py [ENTRIES] [NAME...]

Each list is written into a folder of its own, read by `citecheck parse`, checked by `citecheck bib`, and given to
`citecheck check --references` with an article of four lines, each in a process of its own, by turns; CPU seconds (user
and system) count, and of five runs the median.
"""

import json
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from startup import cpu_seconds

RUNS = 5
#: The most that reading 10,000 entries may cost, in bare starts.
BUDGET = 300.0

#: What is checked with a list given apart.
ARTICLE = "".join(
    f"Birds were counted by many ({family} {1960 + number % 60}), and order was seen in the fields.\n\n"
    for number, family in enumerate(("Barbarbar", "Denbarbar", "Nobody", "Felbarbar"))
)

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
    print(f"{'':<14} {'MB':>5} {'parse':>8} {'check':>8} {'bib':>8}   (bare starts; at most {BUDGET:g})")
    with tempfile.TemporaryDirectory() as folder:
        article = Path(folder) / "article.txt"
        article.write_text(ARTICLE, "utf-8")
        for name, write in FORMATS.items():
            if sys.argv[2:] and name not in sys.argv[2:]:
                continue
            path = Path(folder) / name
            path.write_text(write(range(count)), "utf-8")
            size = path.stat().st_size / 1e6
            commands = ("parse", str(path)), ("check", str(article), "--references", str(path)), ("bib", str(path))
            bare, *costs = medians(("-c", "pass"), *(("-m", "citecheck", *one, "--format", "json") for one in commands))
            ratios = [cost / bare for cost in costs]
            shown = " ".join(f"{ratio:8.0f}" for ratio in ratios)
            print(f"{name:<14} {size:5.1f} {shown}   {'over' if max(ratios) > BUDGET else ''}", flush=True)


def medians(*commands: tuple[str, ...]) -> list[float]:
    """Return the median CPU seconds of each command; they take turns, so that a busy machine is so for all."""
    turns = [[cpu_seconds(command, terminal=False) for command in commands] for _ in range(RUNS)]
    return [statistics.median(seconds) for seconds in zip(*turns, strict=True)]


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


def nbib(numbers: range) -> str:
    """Return the entries as PubMed has them."""
    return "\n".join(
        "\n".join((
            f"PMID- {number + 1}", "STAT- MEDLINE", f"DP  - {year(number)} Jan", f"TI  - {title(number)}.",
            f"PG  - {number % 900 + 1}-{number % 900 + 20}", f"LID - 10.1000/{number} [doi]",
            *(f"FAU - {', '.join(one)}" for one in names(number)), f"VI  - {number % 60}",
            f"JT  - Journal of {title(number % 90)}", "",
        ))
        for number in numbers
    )  # fmt: skip


def mods(numbers: range) -> str:
    """Return the entries as MODS."""
    records = (
        f'<mods ID="key{number}"><titleInfo><title>{title(number)}</title></titleInfo>'
        + "".join(
            f'<name type="personal"><namePart type="given">{given}</namePart>'
            f'<namePart type="family">{family}</namePart>'
            '<role><roleTerm authority="marcrelator" type="text">author</roleTerm></role></name>'
            for family, given in names(number)
        )
        + f'<originInfo><dateIssued>{year(number)}</dateIssued></originInfo><relatedItem type="host"><titleInfo><title>'
        f'Journal of {title(number % 90)}</title></titleInfo><part><detail type="volume"><number>{number % 60}</number>'
        f'</detail><extent unit="page"><start>{number % 900 + 1}</start><end>{number % 900 + 20}</end></extent></part>'
        f'</relatedItem><identifier type="doi">10.1000/{number}</identifier></mods>'
        for number in numbers
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<modsCollection xmlns="http://www.loc.gov/mods/v3">\n'
        + "\n".join(records)
        + "\n</modsCollection>"
    )


def zotero_rdf(numbers: range) -> str:
    """Return the entries as Zotero writes them in RDF."""
    items = (
        f'<bib:Article rdf:about="#item_{number}"><z:itemType>journalArticle</z:itemType>'
        f"<dcterms:isPartOf><bib:Journal><dc:title>Journal of {title(number % 90)}</dc:title>"
        f"<prism:volume>{number % 60}</prism:volume>"
        f"<dc:identifier>DOI 10.1000/{number}</dc:identifier></bib:Journal></dcterms:isPartOf><bib:authors><rdf:Seq>"
        + "".join(
            f"<rdf:li><foaf:Person><foaf:surname>{family}</foaf:surname><foaf:givenName>{given}</foaf:givenName>"
            "</foaf:Person></rdf:li>"
            for family, given in names(number)
        )
        + f"</rdf:Seq></bib:authors><dc:title>{title(number)}</dc:title><dc:date>{year(number)}</dc:date>"
        f"<bib:pages>{number % 900 + 1}-{number % 900 + 20}</bib:pages></bib:Article>"
        for number in numbers
    )
    return (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/'
        'export#" xmlns:bib="http://purl.org/net/biblio#" xmlns:dc="http://purl.org/dc/elements/1.1/">\n'
        + "\n".join(items)
        + "\n</rdf:RDF>"
    )


def hayagriva(numbers: range) -> str:
    """Return the entries as Typst reads them."""
    return "\n".join(
        f"key{number}:\n  type: article\n  title: {title(number)}\n  author:\n"
        + "".join(f"    - {', '.join(one)}\n" for one in names(number))
        + f"  date: {year(number)}\n  page-range: {number % 900 + 1}-{number % 900 + 20}\n"
        f"  serial-number:\n    doi: 10.1000/{number}\n"
        f"  parent:\n    type: periodical\n    title: Journal of {title(number % 90)}\n    volume: {number % 60}\n"
        for number in numbers
    )


def csl_yaml(numbers: range) -> str:
    """Return the entries as CSL in YAML."""
    return "references:\n" + "".join(
        f"- id: key{number}\n  type: article-journal\n  author:\n"
        + "".join(f"  - family: {family}\n    given: {given}\n" for family, given in names(number))
        + f"  title: {title(number)}\n  container-title: Journal of {title(number % 90)}\n"
        f"  issued: {year(number)}\n  volume: {number % 60}\n  page: {number % 900 + 1}-{number % 900 + 20}\n"
        f"  DOI: 10.1000/{number}\n"
        for number in numbers
    )


def text(numbers: range) -> str:
    """Return the entries as a list in plain text."""
    return "\n".join(
        f"{'; '.join(', '.join(one) for one in names(number))} ({year(number)}): {title(number)}. In: Journal of "
        f"{title(number % 90)} {number % 60}, pp. {number % 900 + 1}–{number % 900 + 20}."
        for number in numbers
    )


FORMATS: dict[str, Callable[[range], str]] = {
    "library.bib": bibtex,
    "csl.json": csl_json,
    "csl.yaml": csl_yaml,
    "library.ris": ris,
    "pubmed.nbib": nbib,
    "endnote.xml": endnote_xml,
    "zotero.rdf": zotero_rdf,
    "hayagriva.yml": hayagriva,
    "library.mods": mods,
    "list.txt": text,
}

if __name__ == "__main__":
    main()
