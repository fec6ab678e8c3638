"""citecheck annotate as an author calls it: a copy beside the article, never over anybody's work."""

import shutil
import subprocess
import zipfile

import pytest

from citecheck.model.raw import Raw
from citecheck.readers.docx import read


@pytest.fixture(scope="session")
def sample(tmp_path_factory):
    """A Word file with two errors, as a word processor writes it."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("sample")
    page = folder / "thesis.html"
    page.write_text(
        "<html><body><p>Lists are kept, as Ritter (2011) and Meyer (1999) say, and doubted "
        "(Okafo and Lindqvist, 2014).</p>"
        "<h1>References</h1><p>Okafor, Ngozi, and Sven Lindqvist. 2014. Lists in doubt. <i>Order</i> 3 (2): 1–9.</p>"
        "<p>Ritter, Anna. 2011. <i>On the keeping of lists</i>. Vienna: Zettel.</p></body></html>",
        "utf-8",
    )
    command = [program, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to"]
    docx = "docx:Office Open XML Text"
    subprocess.run([*command, docx, "--outdir", folder, page], check=True, capture_output=True, timeout=180)
    return folder / "thesis.docx"


@pytest.fixture
def thesis(sample, tmp_path):
    return shutil.copy(sample, tmp_path / "thesis.docx")


def test_a_copy_is_written_beside_the_article(cli, thesis, tmp_path):
    before = thesis.read_bytes()
    status, output, errors = cli("annotate", thesis)
    copy = tmp_path / "thesis-annotated.docx"
    assert (status, output, errors) == (0, f"{copy}   2 comments by citecheck\n", "")
    assert thesis.read_bytes() == before
    assert read(Raw("", copy.read_bytes())).text == read(Raw("", before)).text
    with zipfile.ZipFile(copy) as archive:
        said = archive.read("word/comments.xml").decode()
    assert "“Okafo” is cited, and the list has “Okafor”." in said
    assert "“Meyer, 1999” is cited, and the list has no such entry." in said


def test_a_copy_that_is_there_already_may_be_somebodys_work(cli, thesis, tmp_path):
    cli("annotate", thesis)
    assert cli("annotate", thesis)[0] == 0  # it would be the same
    copy = tmp_path / "thesis-annotated.docx"
    shutil.copy(thesis, copy)
    status, _, errors = cli("annotate", thesis)
    assert status == 2
    assert errors == f"error: {copy}: is there already; move it away first\n"
    assert copy.read_bytes() == thesis.read_bytes()
    assert cli("annotate", thesis, "-o", copy)[0] == 0
    assert copy.read_bytes() != thesis.read_bytes()


def test_the_article_itself_is_never_written_over(cli, thesis):
    before = thesis.read_bytes()
    status, _, errors = cli("annotate", thesis, "--output", thesis)
    assert (status, thesis.read_bytes()) == (2, before)
    assert "would be overwritten" in errors


def test_chosen_rules_alone_are_said(cli, thesis, tmp_path):
    _, output, _ = cli("annotate", thesis, "--select", "missing-reference", "-o", tmp_path / "b.docx")
    assert "1 comment by citecheck" in output


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.md", b"Lists (Ritter, 2011).\n", "comments can be written into Word and OpenDocument files"),
        ("a.docx", b"PK\3\4 no archive", "damaged"),
        ("gone.docx", None, "no such file"),
    ],
)
def test_what_cannot_be_annotated(cli, tmp_path, name, content, words):
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    status, output, errors = cli("annotate", path)
    assert (status, output) == (2, "")
    assert errors.startswith(f"error: {path}: ")
    assert words in errors
    assert len(list(tmp_path.iterdir())) == (content is not None)


def test_the_report_of_a_word_file_tells_of_it(cli, thesis):
    _, output, _ = cli("check", thesis)
    _, next_ = output.rsplit("Next: ", 1)
    assert " ".join(next_.split()) == f"citecheck annotate {thesis} puts these as comments into a copy of the file"


def test_a_word_file_is_mended_in_a_copy(cli, thesis, tmp_path):
    before = thesis.read_bytes()
    status, output, errors = cli("check", thesis, "--fix", "--unsafe-fixes")
    copy = tmp_path / "thesis-fixed.docx"
    assert (status, errors) == (1, "")  # Meyer is still not listed
    assert thesis.read_bytes() == before
    assert f"note: the changes are tracked in {copy}" in " ".join(output.split())
    assert "“Okafo” → “Okafor”" in output
    assert "(Okafor and Lindqvist, 2014)" in read(Raw("", copy.read_bytes())).text
    assert read(Raw("", copy.read_bytes()), original=True).text == read(Raw("", before)).text


def test_a_diff_of_a_word_file_shows_its_text(cli, thesis, tmp_path):
    _, output, _ = cli("check", thesis, "--diff", "--unsafe-fixes")
    assert "(Okafo and" in next(line for line in output.splitlines()[2:] if line.startswith("-"))
    assert "(Okafor and" in next(line for line in output.splitlines()[2:] if line.startswith("+"))
    assert list(tmp_path.iterdir()) == [thesis]
