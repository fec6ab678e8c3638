import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.model.fault import FaultKind, ReadError
from citecheck.text import decoding
from citecheck.text.decoding import decode

GERMAN = "Müller und Öge (2014) schrieben über die Größe der Städte; “Straße” – so hieß es. " * 8
RUSSIAN = "Нурсултан Назарбаев (2014) писал о внешней политике Казахстана и Европейского союза. " * 8
CHINESE = "中文引用（王, 2010）。研究方法如下。" * 20
JAPANESE = "日本語の引用（山田, 2010）。研究によると、都市は成長する。" * 20
KOREAN = "한국어 인용 (김, 2010). 연구에 따르면 도시가 성장한다. " * 20
GREEK = "Η ελληνική γλώσσα (Παπαδόπουλος, 2010) είναι αρχαία και ζωντανή. " * 10


@pytest.mark.parametrize(
    ("text", "encoding", "note"),
    [
        (GERMAN, "utf-8", None),
        (GERMAN, "utf-8-sig", None),
        (GERMAN, "utf-16", None),
        (GERMAN, "utf-32", None),
        (GERMAN, "utf-16-le", "decoded as UTF-16 (guessed)"),
        (GERMAN, "utf-16-be", "decoded as UTF-16 (guessed)"),
        (RUSSIAN, "utf-16-le", "decoded as UTF-16 (guessed)"),
        (GERMAN, "cp1252", "decoded as Windows-1252 (guessed)"),
        (GERMAN[:40], "cp1252", "decoded as Windows-1252 (guessed)"),
        (RUSSIAN, "cp1251", "decoded as cp1251 (guessed)"),
        (RUSSIAN, "koi8-r", "decoded as koi8-r (guessed)"),
        (CHINESE, "gb18030", "decoded as gb18030 (guessed)"),
        (CHINESE, "big5", "decoded as big5 (guessed)"),
        (JAPANESE, "shift_jis", "decoded as cp932 (guessed)"),
        (KOREAN, "euc-kr", "decoded as cp949 (guessed)"),
        (GREEK, "cp1253", None),
    ],
    ids=lambda value: value[:12] if isinstance(value, str) else None,
)
def test_encodings(text, encoding, note):
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    if note is not None:
        assert decoded.notes == (note,)
    assert bool(decoded.notes) == (not encoding.startswith(("utf-8", "utf-32")) and encoding != "utf-16")


def test_a_russian_list_in_an_english_article_tells_the_encoding():
    text = "An article in English about politics.\n" * 80 + RUSSIAN
    assert decode(text.encode("cp1251")).text == text


def test_latin_1_where_windows_has_no_character():
    decoded = decode("é\x81".encode("latin-1"))
    assert decoded.text == "é\x81"
    assert decoded.notes == ("decoded as Latin-1 (guessed)",)


def test_a_line_pasted_from_elsewhere_does_not_spoil_the_rest():
    decoded = decode("Müller, Öge, Peña\n".encode() + b"Garc\xeda\n")
    assert decoded.text == "Müller, Öge, Peña\nGarcía\n"
    assert decoded.notes == ("decoded as UTF-8, 1 byte that is not UTF-8 as Windows-1252 (guessed)",)


def test_line_ends_stay_as_they_are():
    assert decode(b"a\r\nb\rc\n").text == "a\r\nb\rc\n"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "the file is empty"),
        (b"\xef\xbb\xbf", "the file is empty"),
        (b" \r\n\t", "the file holds nothing but white space"),
        (b"%PDF-1.7 all of it ASCII", "the file is no text: it looks like a PDF file"),
        (b"PK\x03\x04....word/document.xml", "the file is no text: it looks like a Word file (docx)"),
        (b"PK\x03\x04....other", "the file is no text: it looks like a zip archive"),
        (b"\x89PNG\r\n\x1a\nIHDR", "the file is no text: it looks like a PNG picture"),
        (b"Smith \0 (2014)", "the file is no text: it looks like binary data"),
        (b"ab\x01" * 9, "the file is no text: it looks like binary data"),
        (b"\xff\xfea", "the file is marked as UTF-16 and is not valid UTF-16 (at byte 0)"),
        ("\ufeffa\0b".encode("utf-16-le"), "the file is no text: it looks like binary data"),
    ],
)
def test_what_is_no_text(data, message):
    with pytest.raises(ReadError) as error:
        decode(data)
    assert error.value.fault.kind is FaultKind.UNREADABLE
    assert error.value.fault.message == message


def test_a_few_control_characters_are_no_binary():
    assert decode(b"page one\x0cpage two, and a stray \x02 of a converter in a text that is long enough").text


def test_text_with_sequences_of_a_terminal_is_text():
    text = "\x1b[2J\x1b[31mRED\x1b[0m of a screen that was copied, in a short text (Ritter, 2011). " * 3
    assert decode(text.encode()).text == text


def test_too_long(monkeypatch):
    monkeypatch.setattr(decoding, "TEXT_LIMIT", 10)
    with pytest.raises(ReadError) as error:
        decode(b"a" * 11)
    assert error.value.fault.kind is FaultKind.TOO_LARGE


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_a_fault(data):
    try:
        decoded = decode(data)
    except ReadError:
        return
    assert decoded.text.strip()
    assert decoded.text.encode("utf-8"), "no lone surrogates come out"


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1))
def test_utf_8_is_never_guessed(text):
    data = text.encode()
    if not text.strip() or data.startswith((b"\xef\xbb\xbf", b"%PDF-", b"PK\x03\x04")):
        return
    assert decode(data) == decoding.Decoded(text)
