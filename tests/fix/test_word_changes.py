"""Fixes of Word files: tracked changes in a copy, which accepted give the mended text and refused the old one."""

import io
import zipfile

import pytest

from citecheck.engine.mending import mend
from citecheck.engine.settings import Settings
from citecheck.model.raw import Raw
from citecheck.readers.docx import read

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def run(text, look=""):
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def par(*runs):
    inside = "".join(one if one.startswith("<") else run(one) for one in runs)
    return f"<w:p>{inside}</w:p>"


LIST = (
    par("References")
    + par("Axelrod, Robert. 1984. The Evolution of Cooperation. New York: Basic Books.")
    + par("Crane, Ada, and Ben Dove. 2012. Flocks. Birds 3 (2): 110–133.")
    + par("Kuhn, Thomas S. 1962. The Structure of Scientific Revolutions. Chicago: University of Chicago Press.")
    + par("Ostrom, Elinor. 1990. Governing the Commons. Cambridge: Cambridge University Press.")
)
RIGHT = (
    "Nets are shared (Ostrom, 1990: pp. 3–4; Kuhn, 1962: pp. 3–4; Axelrod, 1984: pp. 5–7). Or (Ostrom, 1990: "
    "pp. 8–9; Kuhn, 1962: pp. 5–6; Axelrod, 1984: p. 6; Ostrom, 1990: pp. 7–8). "
)
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> ADDIN OTHER </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
MENDED = [
    (par(RIGHT + "So (Ostrum, 1990)."), "So (Ostrom, 1990).", "a name inside a run"),
    (par(RIGHT + "So (Os", run("tr", "<w:b/>"), "um, 1990)."), "So (Ostrom, 1990).", "a name over three runs"),
    (par(RIGHT + "So (Ostrom 1990)."), "So (Ostrom, 1990).", "a comma, which is put in only"),
    (par(RIGHT + "So (Ostrum 1990: pp. 3-4)."), "So (Ostrom, 1990: pp. 3–4).", "three things at one place"),
    (par(RIGHT, f"<w:hyperlink>{run('So (Ostrum, 1990).')}</w:hyperlink>"), "So (Ostrom, 1990).", "in a link"),
    (
        par(RIGHT, f'<w:ins w:id="3" w:author="Ada">{run("So (Ostrum, 1990) they say.")}</w:ins>'),
        "So (Ostrom, 1990) they say.",
        "in somebody else's insertion",
    ),
    (
        par(
            RIGHT, '<w:r><w:t xml:space="preserve">So </w:t><w:tab/><w:t>(Ostrum, 1990)</w:t><w:br/><w:t>x</w:t></w:r>'
        ),
        "So \t(Ostrom, 1990)\nx",
        "in a run with tabs and line breaks",
    ),
]
LEFT = [
    (par(RIGHT, FIELD.format(run("(Ostrum, 1990)"))), "in a field, which its program writes anew"),
    (par(RIGHT, f'<w:fldSimple w:instr=" REF x ">{run("(Ostrum, 1990)")}</w:fldSimple>'), "in a simple field"),
]


@pytest.fixture
def fixed(tmp_path):
    def made(data, name="a.docx", **chosen):
        path = tmp_path / name
        path.write_bytes(data)
        return mend(str(path), Settings(debug=True, **chosen), unsafe=True)

    return made


@pytest.mark.parametrize(("body", "expected", "why"), MENDED)
def test_accepted_the_changes_mend_and_refused_they_leave_all_as_it_was(word, fixed, body, expected, why):
    data = word(body + LIST)
    mending = fixed(data)
    (file,) = mending.files
    assert file.copy == file.path.replace("a.docx", "a-fixed.docx")
    mended = read(Raw("", file.after)).text
    assert mended.partition("\n\n")[0].endswith(expected), why
    assert mended == mending.after.manuscript.document.text
    assert read(Raw("", file.after), original=True).text == read(Raw("", data), original=True).text
    assert mending.after.notes == (f"the changes are tracked in {file.copy}",)


@pytest.mark.parametrize(("body", "why"), LEFT)
def test_what_stands_in_a_field_is_left_alone(word, fixed, body, why):
    mending = fixed(word(body + LIST))
    assert mending.files == (), why
    assert [problem.rule for problem in mending.after.problems if problem.rule == "misspelled-author"], why


def test_changes_have_an_author_and_numbers_of_their_own_and_keep_the_look(word, fixed):
    from lxml import etree

    body = par(
        RIGHT, '<w:ins w:id="41" w:author="Ada"><w:r><w:t>So </w:t></w:r></w:ins>', run("(Ostrum, 1990).", "<w:i/>")
    )
    (file,) = fixed(word(body + LIST)).files
    with zipfile.ZipFile(io.BytesIO(file.after)) as archive:
        text = etree.fromstring(archive.read("word/document.xml"))
    changes = [
        (one.tag.removeprefix(W), one.get(f"{W}author"), one.get(f"{W}id")) for one in text.iter(f"{W}ins", f"{W}del")
    ]
    assert changes == [("ins", "Ada", "41"), ("del", "citecheck", "42"), ("ins", "citecheck", "43")]
    new = text.findall(f".//{W}ins")[-1]
    assert new.find(f"{W}r/{W}rPr/{W}i") is not None


def test_what_is_said_of_a_change_names_no_line_of_a_file_that_has_none(word, fixed):
    mended = fixed(word(par(RIGHT + "So (Ostrom 1990: pp. 3-4).") + LIST)).after.mended
    assert {(one.rule, one.line) for one in mended} == {("inconsistent-comma", None), ("hyphen-in-range", None)}


def test_a_note_is_changed_in_its_own_part(word, fixed):
    note = f'<w:footnote w:id="2">{par("But see Ostrum (1990).")}</w:footnote>'
    data = word(par(RIGHT, '<w:r><w:footnoteReference w:id="2"/></w:r>') + LIST, note)
    (file,) = fixed(data).files
    assert "But see Ostrom (1990)." in read(Raw("", file.after)).text
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(io.BytesIO(file.after)) as new:
        assert new.namelist() == old.namelist()
        changed = {name for name in new.namelist() if new.read(name) != old.read(name)}
    assert changed <= {"word/document.xml", "word/footnotes.xml"}


def test_fixing_the_copy_changes_nothing_more(word, fixed):
    (file,) = fixed(word(par(RIGHT + "So (Ostrum 1990: pp. 3-4).") + LIST)).files
    assert fixed(file.after, "b.docx").files == ()
    assert fixed(word(par(RIGHT + "So (Ostrum 1990: pp. 3-4).") + LIST)).files[0].after == file.after


def test_a_file_read_with_its_changes_refused_is_not_changed(word, fixed):
    mending = fixed(
        word(par(RIGHT + "So (Ostrum, 1990).", '<w:ins w:id="1"><w:r><w:t>!</w:t></w:r></w:ins>') + LIST), original=True
    )
    assert mending.files == ()
    ((_, why),) = mending.refused
    assert why == "fixes are made only in the text with all its changes accepted"


def test_libreoffice_opens_the_copy_and_knows_its_changes(word, fixed, tmp_path, libreoffice):
    body = "".join(body for body, *_ in MENDED)
    (file,) = fixed(word(body + LIST)).files
    (tmp_path / "fixed.docx").write_bytes(file.after)
    made = libreoffice(tmp_path / "fixed.docx", "docx")
    assert read(Raw("", made)).text == read(Raw("", file.after)).text
    assert read(Raw("", made), original=True).text == read(Raw("", file.after), original=True).text
