"""Make PDFs from plain-text gold cases, in one and two columns, to score the reading of PDFs on them.

    python benchmarks/pdf.py OUT CORPUS... [--cases 48] [--columns 1|2]

LibreOffice sets each case: justified and hyphenated, with a running head and page numbers, raised digits as such, and
the list in one of four layouts (hanging or flush, with and without space between entries). OUT gets a folder for each
case with manuscript.pdf and its gold.json without offsets.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

Gold = dict[str, Any]

_NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        "office": "office",
        "style": "style",
        "text": "text",
        "fo": "xsl-fo-compatible",
        "svg": "svg-compatible",
    }.items()
)
_RAISED = re.compile(r"[⁰¹²³⁴-⁹]+(?: ?[,⁻–-]{1,2} ?[⁰¹²³⁴-⁹]+)*")
_PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789–")
_COUNTRIES = {"en": "US", "de": "DE", "fr": "FR"}


@dataclass(frozen=True)
class Setting:
    """How a case is set: columns of a page, and the layout of its list."""

    columns: int
    hanging: bool
    apart: bool


def main() -> None:
    """Choose cases, write them as flat OpenDocument files, have them set, and write the gold beside."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("corpus", type=Path, nargs="+")
    parser.add_argument("--cases", type=int, default=48)
    parser.add_argument("--columns", type=int, choices=(1, 2))
    arguments = parser.parse_args()
    office = shutil.which("soffice") or sys.exit("LibreOffice (soffice) is not installed")
    cases = chosen(arguments.corpus, arguments.cases)
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        for case, setting in zip(cases, cycle(settings(arguments.columns)), strict=False):
            gold = json.loads((case / "gold.json").read_text())
            (work / f"{case.name}.fodt").write_text(typeset((case / "manuscript.txt").read_text(), gold, setting))
        names = sorted(str(file) for file in work.glob("*.fodt"))
        call = [office, f"-env:UserInstallation=file://{work}/profile", "--headless", "--convert-to", "pdf"]
        subprocess.run([*call, "--outdir", str(work), *names], check=True, stdout=subprocess.DEVNULL)
        for case in cases:
            keep(work / f"{case.name}.pdf", case, arguments.out / case.name)
    print(f"{len(cases)} cases in {arguments.out}")


def settings(columns: int | None) -> list[Setting]:
    """Return every setting, so that taking them in turn mixes them."""
    counts = (columns,) if columns else (1, 2)
    return [Setting(count, hanging, apart) for hanging in (True, False) for apart in (True, False) for count in counts]


def chosen(corpora: list[Path], many: int) -> list[Path]:
    """Return cases with a plain-text manuscript, as many from each corpus, spread evenly over each."""
    picked: list[Path] = []
    for corpus in corpora:
        cases = sorted(file.parent for file in corpus.glob("*/manuscript.txt"))
        share = max(1, many // len(corpora))
        picked += [cases[at * len(cases) // share] for at in range(min(share, len(cases)))]
    return picked


def keep(made: Path, case: Path, folder: Path) -> None:
    """Put the PDF and its gold into the folder of the case."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.move(made, folder / "manuscript.pdf")
    gold = json.loads((case / "gold.json").read_text())
    for part in ("references", "citations", "problems"):
        for entry in gold[part]:
            entry["start"] = entry["end"] = None
    (folder / "gold.json").write_text(json.dumps(gold, ensure_ascii=False, indent=1))


def typeset(text: str, gold: Gold, setting: Setting) -> str:
    """Return the manuscript as a flat OpenDocument text."""
    entries = [(one["start"], one["end"]) for one in gold["references"] if one["start"] is not None]
    paragraphs: list[str] = []
    for found in re.finditer(r"\S[^\n]*(?:\n[^\n]+)*", text) if is_wrapped(text) else re.finditer(r"\S[^\n]*", text):
        for part in parts(found.group(), found.start(), entries):
            listed = any(start < part[1] and part[0] < end for start, end in entries)
            line = " ".join(text[part[0] : part[1]].split())
            paragraphs.append(
                f"<text:p text:style-name={quoteattr(style_of(line, listed=listed))}>{runs(line)}</text:p>"
            )
    title = next((line.strip() for line in text.split("\n") if line.strip()), "Manuscript")[:60]
    language = str(gold.get("language") or "en")[:2]
    return _DOCUMENT.format(
        namespaces=_NAMESPACES,
        language=language,
        country=_COUNTRIES.get(language, "none"),
        columns=setting.columns,
        size="9pt" if setting.columns == 2 else "11pt",
        left="0.6cm" if setting.hanging else "0cm",
        indent="-0.6cm" if setting.hanging else "0cm",
        below="0.15cm" if setting.apart else "0cm",
        title=escape(title),
        body="\n".join(paragraphs),
    )


def is_wrapped(text: str) -> bool:
    """Whether the lines of a manuscript were wrapped by hand."""
    return max(map(len, text.split("\n"))) < 120


def parts(paragraph: str, at: int, entries: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return where the paragraph, or each entry in it, begins and ends in the text."""
    end = at + len(paragraph)
    starts = sorted({at, *(start for start, _ in entries if at < start < end)})
    return [(a, b) for a, b in zip(starts, [*starts[1:], end], strict=True) if paragraph[a - at : b - at].strip()]


def style_of(line: str, *, listed: bool) -> str:
    """Return the style of a paragraph."""
    if listed:
        return "Entry"
    return "Head" if len(line) < 80 and line.strip()[-1] not in '.,;:!?)]”"' else "Body"


def runs(line: str) -> str:
    """Return the line with its raised digits as raised ones."""
    parts: list[str] = []
    at = 0
    for found in _RAISED.finditer(line):
        parts += [escape(line[at : found.start()]), '<text:span text:style-name="Raised">']
        parts += [found.group().translate(_PLAIN), "</text:span>"]
        at = found.end()
    return "".join([*parts, escape(line[at:])])


_DOCUMENT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document {namespaces} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls>
<style:font-face style:name="Serif" svg:font-family="'Liberation Serif'"/>
</office:font-face-decls>
<office:styles>
<style:style style:name="Standard" style:family="paragraph">
<style:paragraph-properties fo:text-align="justify" fo:hyphenation-ladder-count="no-limit"/>
<style:text-properties style:font-name="Serif" fo:font-size="{size}" fo:language="{language}" fo:country="{country}"
 fo:hyphenate="true" fo:hyphenation-remain-char-count="2" fo:hyphenation-push-char-count="2"/></style:style>
<style:style style:name="Body" style:family="paragraph" style:parent-style-name="Standard">
<style:paragraph-properties fo:text-indent="0.5cm"/></style:style>
<style:style style:name="Head" style:family="paragraph" style:parent-style-name="Standard">
<style:paragraph-properties fo:margin-top="0.3cm" fo:margin-bottom="0.15cm" fo:keep-with-next="always"/>
<style:text-properties fo:font-weight="bold" fo:hyphenate="false"/></style:style>
<style:style style:name="Entry" style:family="paragraph" style:parent-style-name="Standard">
<style:paragraph-properties fo:margin-left="{left}" fo:text-indent="{indent}" fo:margin-bottom="{below}"/></style:style>
<style:style style:name="Raised" style:family="text">
<style:text-properties style:text-position="super 58%"/></style:style>
</office:styles>
<office:automatic-styles>
<style:page-layout style:name="Page"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm"
 fo:margin-top="1.5cm" fo:margin-bottom="1.5cm" fo:margin-left="2cm" fo:margin-right="2cm">
<style:columns fo:column-count="{columns}" fo:column-gap="0.6cm"/></style:page-layout-properties>
<style:header-style><style:header-footer-properties fo:margin-bottom="0.5cm"/></style:header-style>
<style:footer-style><style:header-footer-properties fo:margin-top="0.5cm"/></style:footer-style></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Page">
<style:header><text:p>{title}</text:p></style:header>
<style:footer><text:p><text:page-number text:select-page="current"/></text:p></style:footer>
</style:master-page></office:master-styles>
<office:body><office:text>
{body}
</office:text></office:body></office:document>
"""


if __name__ == "__main__":
    main()
