"""The pages of single articles in a folder of results: linked, kept while nothing changes, gone with their cause."""

import csv
import json
import os
import subprocess
import sys
import time
import zipfile
from functools import partial

import pytest

AGREEING = """# Lists {n}

Lists are kept for many reasons, as Ritter (2011) says.

## References

Ritter, Anna. 2011. *On the keeping of lists*. Vienna: Zettel.
"""
FAULTY = AGREEING.replace("says.", "says. Others doubt it (Meyer{n}, 1999).")
UNCITED = AGREEING + "\nMeyer, Max. 1999. *On doubt*. Vienna: Zettel.\n"


@pytest.fixture
def folder(tmp_path):
    """Three articles with errors, two with a warning, and one that agrees."""
    path = tmp_path / "in"
    for number, text in enumerate((FAULTY, FAULTY, FAULTY, UNCITED, UNCITED, AGREEING)):
        below = path / f"{number % 2}"
        below.mkdir(parents=True, exist_ok=True)
        (below / "same name.md" if number < 2 else below / f"{number}.md").write_text(
            text.replace("{n}", f"{number:03}"), "utf-8"
        )
    for file in path.rglob("*.md"):
        os.utime(file, (time.time() - 3600,) * 2)
    return path


@pytest.fixture
def check(process, folder, tmp_path):
    """Check the folder into a folder of results."""
    return partial(process, "check", folder, "--output", f"{tmp_path}/results/")


@pytest.fixture
def results(tmp_path):
    return tmp_path / "results"


def linked(results):
    """The address of the page of each file, by the end of its path; a page that is linked stands there."""
    page = (results / "index.html").read_text("utf-8")
    rows = json.loads(page.partition('id="rows">')[2].partition("</script>")[0])
    links = {row[0].partition("/in/")[2]: row[10] for row in rows if row[10]}
    assert all((results / address).is_file() for address in links.values())
    return links


def contents(results):
    """Every file of the results, with its bytes."""
    return {str(path.relative_to(results)): path.read_bytes() for path in results.rglob("*") if path.is_file()}


def pages(results):
    return {path: content for path, content in contents(results).items() if path.startswith("pages")}


def test_an_article_with_errors_has_a_page_that_its_row_leads_to(check, results):
    done = check()
    assert (done.returncode, done.stderr) == (1, b"")
    links = linked(results)
    assert sorted(links) == ["0/2.md", "0/same name.md", "1/same name.md"]
    assert set(links.values()) == set(pages(results)), "each has its own, and there is nothing else"
    page = (results / links["1/same name.md"]).read_text("utf-8")
    assert "Meyer001" in page
    assert page.startswith("<!doctype html>")


@pytest.mark.parametrize(("which", "number"), [("errors", 3), ("problems", 5), ("all", 6), ("none", 0)])
def test_which_articles_have_a_page_is_chosen(check, results, which, number):
    check("--pages", which)
    assert len(linked(results)) == len(pages(results)) == number


def test_a_second_run_reads_no_document_and_gives_the_same_folder(check, results):
    check()
    first, times = contents(results), {path: path.stat().st_mtime_ns for path in (results / "pages").rglob("*.html")}
    again = check()
    assert b"6 files unchanged" in again.stderr
    assert contents(results) == first
    assert {path: path.stat().st_mtime_ns for path in times} == times, "no page was written again"


def test_the_same_folder_comes_of_one_worker_and_of_several_and_without_a_cache(check, results):
    check("--jobs", 1)
    first = contents(results)
    check("--jobs", 3, "--no-cache")
    assert contents(results) == first


def test_a_page_that_is_gone_or_not_whole_is_made_again(check, results):
    check()
    first, links = contents(results), linked(results)
    (results / links["0/2.md"]).unlink()
    torn = results / links["0/same name.md"]
    torn.write_bytes(torn.read_bytes()[:-1000])
    assert b"4 files unchanged" in check().stderr
    assert contents(results) == first


def test_other_settings_make_other_pages(check, results):
    check("--pages", "all")
    first = pages(results)
    assert b"unchanged" not in check("--pages", "all", "--ignore", "missing-reference").stderr
    assert pages(results).keys() == first.keys()
    assert all(pages(results)[name] != content for name, content in first.items())


def test_the_page_goes_when_its_article_is_mended_or_gone_and_what_is_not_ours_stays(check, folder, results):
    check()
    links = linked(results)
    stranger = (results / links["0/2.md"]).with_name("mine-0123456789abcdef.html")
    stranger.write_text("<p>not of citecheck</p>")
    (folder / "0/2.md").write_text(AGREEING.replace("{n}", "mended"), "utf-8")
    (folder / "0/same name.md").unlink()
    check()
    assert list(linked(results)) == ["1/same name.md"]
    assert sorted(pages(results)) == sorted((links["1/same name.md"], str(stranger.relative_to(results))))


def test_a_page_that_cannot_be_written_is_one_sentence_and_the_rest_is_written(check, results):
    results.mkdir()
    (results / "pages").write_text("a file in its place")
    done = check()
    assert done.returncode == 2
    assert done.stderr.count(b"error: ") == 1
    assert done.stderr.endswith(b".html: not a directory\n") or b".html: file exists" in done.stderr
    assert linked(results) == {}
    assert len(list(csv.DictReader((results / "problems.csv").read_text("utf-8").splitlines()))) == 5


def test_no_name_leads_out_of_the_folder_of_pages(process, tmp_path, results):
    names = ("../../out.md", "Ünï/ß.md", "a" * 200 + ".md", "<img src=x>.md", "%2e%2e.md")
    with zipfile.ZipFile(tmp_path / "in.zip", "w") as packed:
        for number, name in enumerate(names):
            packed.writestr(name, FAULTY.replace("{n}", f"{number:03}"))
    process("check", tmp_path / "in.zip", "--output", f"{results}/")
    assert len(pages(results)) == 4, "a name that leads out of the archive is refused before"
    assert all(name.isascii() and name.count("/") == 2 and len(name) < 80 for name in pages(results))
    assert not {"..", "<", "%", " "} & set("".join(pages(results)))


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (("--pages", "error", "--output", "results/"), b"no choice of pages"),
        (("--pages", "all"), b"--pages needs a folder of results: --output FOLDER/"),
    ],
)
def test_what_cannot_be_meant_is_said(process, folder, given, words):
    done = process("check", folder, *given)
    assert done.returncode == 2
    assert words in done.stderr


def test_an_article_by_itself_has_a_report_in_place_of_a_page(process, folder):
    done = process("check", folder / "0/2.md", "--pages", "all")
    assert done.returncode == 2
    assert b"--output report.html" in done.stderr


HOSTILE = """
import os, signal, sys, time
import citecheck.report.html as html
page = html.article_page
def hostile(outcome):
    name = os.path.basename(outcome.path)
    if name == "broken.md":
        raise KeyError(name)
    if name == "slow.md":
        while True: pass
    if name == "stop.md":
        os.kill(os.getppid(), signal.SIGINT)
        time.sleep(60)
    return page(outcome)
html.article_page = hostile
from citecheck.cli.main import run
sys.exit(run(sys.argv[1:]))
"""


@pytest.fixture
def hostile(tmp_path, folder, results):
    """Check the folder, with one more article that does harm when its page is made."""

    def checked(name, *options):
        (folder / name).write_text(FAULTY.replace("{n}", "999"), "utf-8")
        env = {"PYTHONPATH": os.pathsep.join(sys.path), "PATH": os.environ["PATH"]}
        env["CITECHECK_CACHE_DIR"] = str(tmp_path / "cache")
        command = [sys.executable, "-c", HOSTILE, "check", str(folder), "--jobs", "1", "--output", f"{results}/"]
        return subprocess.run([*command, *options], check=False, env=env, capture_output=True, timeout=60)

    return checked


@pytest.mark.parametrize(("name", "options"), [("broken.md", ()), ("slow.md", ("--timeout", "1"))])
def test_a_page_that_cannot_be_made_costs_nothing_but_the_page(hostile, check, results, name, options):
    done = hostile(name, *options)
    assert done.returncode == 2
    assert done.stderr.count(b"error: ") == 1
    assert f"{name}: no page could be made of it".encode() in done.stderr
    assert len(linked(results)) == 3
    assert "Meyer999" in (results / "problems.csv").read_text("utf-8")
    check()
    assert len(linked(results)) == 4, "it is tried again"


def test_an_interrupted_run_leaves_whole_results_and_takes_no_page_away(hostile, check, folder, results):
    check()
    before = pages(results)
    (folder / "0/2.md").unlink()
    done = hostile("stop.md")
    assert done.returncode == 130
    assert b"not reached" in done.stdout
    assert sorted(linked(results)) == ["0/same name.md", "1/same name.md"]
    assert pages(results) == before
    (folder / "stop.md").unlink()
    check()
    assert len(pages(results)) == 2
