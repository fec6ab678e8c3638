"""Small files of word processors, built from the elements that a test is about."""

import io
import zipfile

import pytest

WORD = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
OFFICE = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("style", "style"),
        ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"),
    )
)


@pytest.fixture(scope="session")
def zipped():
    """Return the bytes of an archive with these parts."""

    def made(parts):
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, text in parts.items():
                archive.writestr(name, text, zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED)
        return target.getvalue()

    return made


@pytest.fixture(scope="session")
def docx(zipped):
    """Return the bytes of a Word file with this body; `numbering` stands for the part word/numbering.xml."""

    def made(body, more=None, **parts):
        texts = {"word/document.xml": f"<w:document {WORD}><w:body>{body}</w:body></w:document>"}
        texts |= {f"word/{name}.xml": f"<w:{name} {WORD}>{text}</w:{name}>" for name, text in parts.items()}
        return zipped(texts | (more or {}))

    return made


@pytest.fixture(scope="session")
def odt(zipped):
    """Return the bytes of an OpenDocument text with this body and these automatic styles."""

    def made(body, styles="", more=None):
        content = (
            f"<office:document-content {OFFICE}><office:automatic-styles>{styles}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
        )
        mimetype = {"mimetype": "application/vnd.oasis.opendocument.text"}
        return zipped(mimetype | {"content.xml": content} | (more or {}))

    return made
