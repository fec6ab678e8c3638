"""What the tests of fixes share: an article of our own, in which every habit can be kept or broken."""

import io
import shutil
import subprocess
import zipfile

import pytest

from citecheck.engine.mending import mend
from citecheck.engine.settings import Settings

LIST = """\
Axelrod, Robert. 1984. *The Evolution of Cooperation*. New York: Basic Books.

Crane, Ada, and Ben Dove. 2012. Flocks. *Birds* 3 (2): 110–133.

Finch, Leo. 2010. *Finches*. Perth: Wing.

Kuhn, Thomas S. 1962. *The Structure of Scientific Revolutions*. Chicago: University of Chicago Press.

Lark, Ed, Flo Martin, and Guy Night. 2011. Larks. *Birds* 4: 1–90.

Ostrom, Elinor. 1990. *Governing the Commons*. Cambridge: Cambridge University Press.
"""
HABITS = (
    "Nets are shared (Ostrom, 1990: p. 3; Axelrod, 1984: pp. 16–18; Crane and Dove, 2012: pp. 111–113), say\n"
    "others (Finch, 2010: p. 4; Crane and Dove, 2012: p. 112; Lark et al., 2011: pp. 3–5; Kuhn, 1962: pp. 7–9).\n"
    "They rot (Lark et al., 2011: p. 7; Crane and Dove, 2012: p. 120; Lark et al., 2011: pp. 8–9; Lark et al.,\n"
    "2011: p. 12) at night (Crane and Dove, 2012: pp. 121–122; Crane and Dove, 2012: p. 130; Kuhn, 1962:\n"
    "pp. 10–12; Lark et al., 2011).\n"
)


def article(body, entries=LIST):
    return f"# Nets\n\n{HABITS}\n{body}\n\n## References\n\n{entries}"


@pytest.fixture
def mended(tmp_path):
    """Return the text of an article after its fixes, and what was mended."""

    def asked(body, *, unsafe=False, name="article.md", entries=LIST, **chosen):
        path = tmp_path / name
        path.write_text(article(body, entries), "utf-8")
        mending = mend(str(path), Settings(debug=True, **chosen), unsafe=unsafe)
        text = mending.files[0].after.decode() if mending.files else path.read_text("utf-8")
        start = text.index(HABITS) + len(HABITS) + 1
        return text[start : text.index("## References")].strip(), mending

    return asked


@pytest.fixture
def whole(tmp_path):
    """Return the whole text of an article before its fixes and after them; in it another habit may prevail."""

    def asked(body, *, unsafe):
        path = tmp_path / "whole.md"
        before = article(body) if "## References" not in body else body
        path.write_text(before, "utf-8")
        mending = mend(str(path), Settings(debug=True), unsafe=unsafe)
        return before, mending.files[0].after.decode() if mending.files else before

    return asked


@pytest.fixture
def habits():
    return HABITS


@pytest.fixture
def entries():
    return LIST


# Whole small files of word processors, which those programs open, and the programs themselves to open them.

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
OFFICE = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"))
)


def zipped(parts):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content, zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED)
    return target.getvalue()


def _word(body, notes="", more=None, main=MAIN):
    """Return the bytes of a Word file with this body and these footnotes."""
    space = (
        f'xmlns:w="{main}" xmlns:r="{RELATION}" xmlns:v="urn:schemas-microsoft-com:vml" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    )
    parts = ["document"] + (["footnotes"] if notes else [])
    overrides = "".join(f'<Override PartName="/word/{one}.xml" ContentType="{TYPE}.{one}+xml"/>' for one in parts)
    types = overrides.replace(".document+xml", ".document.main+xml")
    relations = f'<Relationship Id="rId1" Type="{RELATION}/footnotes" Target="footnotes.xml"/>' if notes else ""
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    files = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="{rels}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{RELATION}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{relations}</Relationships>',
        "word/document.xml": f"<w:document {space}><w:body>{body}</w:body></w:document>",
        "custom/kept.bin": bytes(range(256)) * 40,
    }
    if notes:
        files["word/footnotes.xml"] = f"<w:footnotes {space}>{notes}</w:footnotes>"
    return zipped(files | (more or {}))


def _open_text(body):
    """Return the bytes of an OpenDocument text with this body."""
    content = (
        f'<office:document-content {OFFICE} office:version="1.3"><office:automatic-styles/>'
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    mime = "application/vnd.oasis.opendocument.text"
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{mime}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    return zipped({"mimetype": mime, "content.xml": content, "META-INF/manifest.xml": manifest})


@pytest.fixture(scope="session")
def word():
    return _word


@pytest.fixture(scope="session")
def open_text():
    return _open_text


@pytest.fixture(scope="session")
def libreoffice(tmp_path_factory):
    """Return what LibreOffice makes of a file in another format; it refuses or repairs what it cannot open."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    profile = tmp_path_factory.mktemp("profile")

    def converted(path, extension):
        target = tmp_path_factory.mktemp("converted")
        command = [program, f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", extension]
        done = subprocess.run([*command, "--outdir", target, path], capture_output=True, check=False, timeout=180)
        (made,) = target.iterdir()
        assert done.returncode == 0
        return made.read_bytes()

    return converted
