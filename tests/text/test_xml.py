import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.model.fault import FaultKind, ReadError
from citecheck.text.xml import parse_xml


def test_comments_and_instructions_fall_out():
    assert "".join(parse_xml(b"<a>one<!-- no --> <?no no?>two</a>").itertext()) == "one two"


@pytest.mark.parametrize(
    ("data", "kind", "why"),
    [
        (b"", FaultKind.DAMAGED, "nothing"),
        (b"<a>", FaultKind.DAMAGED, "an element without end"),
        (b"<a>&b;</a>", FaultKind.DAMAGED, "an entity that nobody defined"),
        (b'<?xml version="1.0" encoding="no-such"?><a/>', FaultKind.DAMAGED, "an unknown encoding"),
        (b"<a>" * 300 + b"</a>" * 300, FaultKind.DAMAGED, "elements nested too deep"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', FaultKind.UNREADABLE, "an entity of its own"),
        ('<!DOCTYPE a [<!ENTITY b "c">]><a/>'.encode("utf-16"), FaultKind.UNREADABLE, "the same in UTF-16"),
        (b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>', FaultKind.UNREADABLE, "a file"),
    ],
)
def test_what_is_refused(data, kind, why):
    with pytest.raises(ReadError) as error:
        parse_xml(data)
    assert error.value.fault.kind is kind, why


def test_a_document_type_is_no_reason_to_refuse():
    assert parse_xml(b'<!DOCTYPE a PUBLIC "-//X//Y" "http://a.example/y.dtd"><a/>').tag == "a"


@given(st.text(alphabet='<>&;!"/ab[]-?ENTITYDOCTYPE ', max_size=60))
def test_nothing_but_read_errors(text):
    try:
        parse_xml(text.encode())
    except ReadError:
        return
