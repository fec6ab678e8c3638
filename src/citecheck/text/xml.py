"""XML: what comes from outside is not expanded, not fetched, and cannot grow without end; what goes out is whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from citecheck.model.fault import FaultKind, ReadError

if TYPE_CHECKING:
    from lxml.etree import _Element

Element: TypeAlias = "_Element"
"""An element of a parsed file; other modules name the type by this and leave the library here."""

_DEFINITION = "<!ENTITY"
_ENTITY = tuple(_DEFINITION.encode(encoding) for encoding in ("ascii", "utf-16-le", "utf-16-be"))


def parse_xml(data: bytes) -> Element:
    """Return the root of well-formed XML without its comments and instructions; raises `ReadError` for all else.

    The parser itself bounds depth (256) and the length of a text (10 MB). Entities are refused, not left alone: in
    attributes they would be expanded all the same.
    """
    from lxml import etree

    if any(definition in data for definition in _ENTITY):
        raise ReadError(FaultKind.UNREADABLE, "the XML defines entities of its own, which are not expanded")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ReadError(FaultKind.DAMAGED, f"the XML is damaged: {_first_words(error)}") from error
    except (ValueError, LookupError) as error:
        raise ReadError(FaultKind.DAMAGED, "the XML is damaged: its encoding is unknown") from error


def write_xml(root: Element) -> bytes:
    """Return a part of an office file with this root."""
    from lxml import etree

    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return written


def _first_words(error: Exception) -> str:
    """Return what the parser says, as one short line."""
    lines = str(error).splitlines()
    return lines[0][:120] if lines else "it ends too early"
