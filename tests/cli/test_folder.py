"""A run over many files: every file is accounted for, whatever happens, and nothing finished is lost."""

import csv
import json
import os
import re
import signal
import sqlite3
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


@pytest.fixture
def folder(tmp_path):
    """A folder of twelve articles, half of them faulty, and what else lies about."""
    path = tmp_path / "in"
    for number in range(12):
        below = path / f"{number % 3}"
        below.mkdir(parents=True, exist_ok=True)
        text = (FAULTY if number % 2 else AGREEING).replace("{n}", f"{number:03}")
        (below / f"{number:02}.{'md' if number % 4 else 'txt'}").write_text(text, "utf-8")
    (path / "refs.bib").write_text("@book{a, title={On lists}, author={Ritter, Anna}, year=2011}\n")
    (path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    (path / "count.py").write_text("print(1)\n")
    return path


@pytest.fixture
def check(process):
    """Check in a process of its own, with a cache of its own."""
    return partial(process, "check")


def counts(done):
    """The counts of the summary: found, and by what became of them."""
    line = re.search(r"^([\d,]+) files?: (.*)$", done.stdout.decode(), re.MULTILINE)
    parts = re.findall(r"([\d,]+) (read|unread|not articles|not an article|duplicates?|not reached)", line[2])
    return int(line[1].replace(",", "")), {words: int(number.replace(",", "")) for number, words in parts}


def age(folder):
    """Let all files be an hour old, so that their times can be trusted."""
    for path in folder.rglob("*"):
        os.utime(path, (time.time() - 3600,) * 2)


def test_every_file_is_accounted_for(check, folder):
    (folder / "damaged.docx").write_bytes(b"PK\x03\x04 no more")
    (folder / "copy.md").write_bytes((folder / "1/01.md").read_bytes())
    done = check(folder)
    found, states = counts(done)
    assert found == sum(states.values()) == 17
    assert states == {"read": 12, "unread": 1, "not articles": 3, "duplicate": 1}
    assert done.returncode == 2, "a file was not read"
    assert f"error: {folder}/damaged.docx: the file is damaged".encode() in done.stderr
    assert len(re.findall(rb"\[missing-reference\]", done.stdout)) == 6


def test_the_worst_decides_the_status(check, folder):
    assert check(folder).returncode == 1
    assert check(folder, "--fail-on", "never").returncode == 0
    assert check(folder, "--ignore", "missing-reference").returncode == 0


def test_results_come_in_the_same_order_whatever_the_number_of_workers(check, folder):
    runs = [check(folder, "--jobs", jobs, "--no-cache", "--format", "json") for jobs in (1, 2, 5)]
    assert runs[0].stdout == runs[1].stdout == runs[2].stdout
    paths = [document["path"] for document in json.loads(runs[0].stdout)["documents"]]
    assert paths == sorted(paths)
    assert len(paths) == 12


def test_a_run_gives_the_records_that_a_check_of_each_file_gives(check, folder):
    together = json.loads(check(folder, "--format", "json").stdout)["documents"]
    alone = [json.loads(check(one["path"], "--format", "json").stdout)["documents"][0] for one in together[:3]]
    assert together[:3] == alone


def test_a_second_run_reads_no_document_and_says_the_same(check, folder):
    age(folder)
    first = check(folder, "--format", "json")
    again = check(folder, "--format", "json")
    assert first.stdout == again.stdout
    assert b"15 files unchanged since an earlier run" in again.stderr
    assert b"unchanged" not in check(folder, "--no-cache").stderr
    assert b"unchanged" not in check(folder, "--style", "apa").stderr, "other settings, other verdicts"


def test_a_changed_file_is_read_again_and_a_moved_one_is_not(check, folder):
    age(folder)
    check(folder)
    path = folder / "1/01.md"
    path.write_text(path.read_text("utf-8").replace("Meyer", "Huber"), "utf-8")
    (folder / "0/03.md").rename(folder / "moved.md")
    done = check(folder)
    assert b"Huber001" in done.stdout
    assert f"{folder}/moved.md:".encode() in done.stdout
    assert b"03.md" not in done.stdout
    assert b"14 files unchanged" in done.stderr


def test_what_an_article_includes_counts_as_its_content(check, tmp_path):
    folder = tmp_path / "tex"
    folder.mkdir()
    (folder / "main.tex").write_text(
        "\\documentclass{article}\\begin{document}Lists \\cite{ritter}.\\input{part}\\bibliography{refs}\\end{document}"
    )
    (folder / "part.tex").write_text("More.")
    (folder / "refs.bib").write_text("@book{ritter, title={On lists}, author={Ritter, Anna}, year=2011}\n")
    age(folder)
    assert check(folder).returncode == 0
    assert check(folder).returncode == 0
    (folder / "part.tex").write_text("More \\cite{meyer}.")
    done = check(folder)
    assert done.returncode == 1
    assert counts(done) == (3, {"read": 1, "not articles": 2})


def test_archives_are_read_in_place(check, folder, tmp_path):
    archive = tmp_path / "articles.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        for path in sorted(folder.rglob("*.md")):
            packed.write(path, path.relative_to(folder))
    done = check(archive)
    assert done.returncode == 1
    assert f"{archive}!/0/03.md:3:".encode() in done.stdout
    assert counts(done)[0] == 9
    assert check(archive).stdout == done.stdout


def test_a_list_of_files_may_come_from_standard_input(check, folder):
    listed = "\n".join(str(path) for path in sorted(folder.rglob("*.md")))
    done = check("--files-from", "-", input=f"{listed}\n{folder}/gone.md\n".encode())
    assert counts(done) == (10, {"read": 9, "unread": 1})
    assert b"gone.md: no such file" in done.stderr


def test_an_empty_folder_is_a_mistake(check, tmp_path):
    (tmp_path / "in").mkdir()
    done = check(tmp_path / "in")
    assert done.returncode == 2
    assert b"no file to check" in done.stderr


def test_a_configuration_holds_for_the_folder_it_lies_in(check, folder):
    (folder / "1/citecheck.toml").write_text('fail-on = "never"\n[rules]\nmissing-reference = "off"\n')
    done = check(folder)
    assert done.returncode == 1
    assert len(re.findall(rb"\[missing-reference\]", done.stdout)) == 4


HOSTILE = """
import os, signal, sys
import citecheck.engine.worker as worker
checked = worker.check_raw
def hostile(raw, settings, seconds):
    name = os.path.basename(raw.path)
    if name == "kill.md":
        os.kill(os.getpid(), signal.SIGSEGV)
    if name == "often.md" and len(os.listdir(os.path.dirname(sys.argv[1]))) < 6:
        os.makedirs(f"{sys.argv[1]}{os.getpid()}")
        os.kill(os.getpid(), signal.SIGKILL)
    if name == "hang.md":
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM})
        while True: pass
    if name == "eat.md":
        bytearray(3_000_000_000)
    if name == "write.md":
        with open(sys.argv[1] + ".written", "w") as stream: stream.write("x")
    if name == "call.md":
        import socket
        socket.socket()
    return checked(raw, settings, seconds)
worker.check_raw = hostile
from citecheck.cli.main import run
sys.exit(run(sys.argv[2:]))
"""


@pytest.fixture
def hostile(tmp_path, folder):
    """Check a folder with a worker that does what files of these names make it do."""

    def checked(*names, **options):
        for name in names:
            (folder / name).write_text(AGREEING.replace("{n}", name), "utf-8")
        env = {"PYTHONPATH": os.pathsep.join(sys.path), "PATH": os.environ["PATH"]}
        env["CITECHECK_CACHE_DIR"] = str(tmp_path / "cache")
        command = [sys.executable, "-c", HOSTILE, str(tmp_path / "mark"), "check", str(folder), "--jobs", "2"]
        command += [f"--{option.replace('_', '-')}={given}" for option, given in options.items()]
        return subprocess.run(command, check=False, env=env, capture_output=True, timeout=60)

    return checked


def test_a_worker_that_dies_costs_one_file_and_is_tried_twice(hostile):
    done = hostile("kill.md")
    assert counts(done) == (16, {"read": 12, "unread": 1, "not articles": 3})
    assert b"kill.md: not checked: the process that read it died 2 times" in done.stderr
    assert done.returncode == 2


def test_a_worker_that_is_killed_now_and_then_costs_nothing(hostile):
    done = hostile("often.md")
    assert counts(done) == (16, {"read": 13, "not articles": 3})
    assert done.returncode == 1


def test_a_worker_that_hangs_is_ended_and_the_rest_goes_on(hostile):
    done = hostile("hang.md", timeout=0.5)
    assert counts(done) == (16, {"read": 12, "unread": 1, "not articles": 3})
    assert b"hang.md: not checked within 0.5 seconds" in done.stderr


def test_a_worker_gets_so_much_memory_and_no_more(hostile):
    done = hostile("eat.md", max_memory=800)
    assert counts(done) == (16, {"read": 12, "unread": 1, "not articles": 3})
    assert b"eat.md: not checked: it takes more memory than a file may" in done.stderr


@pytest.mark.parametrize(("name", "error"), [("write.md", "OSError"), ("call.md", "PermissionError")])
def test_a_worker_writes_no_file_and_calls_nobody(hostile, tmp_path, name, error):
    done = hostile(name)
    assert counts(done) == (16, {"read": 12, "unread": 1, "not articles": 3})
    assert f"{name}: internal error: {error}".encode() in done.stderr
    assert not (tmp_path / "mark.written").read_bytes() if (tmp_path / "mark.written").exists() else True


def test_what_failed_by_chance_is_tried_again_in_the_next_run(hostile, check, folder):
    hostile("kill.md")
    assert counts(check(folder)) == (16, {"read": 13, "not articles": 3})


def test_a_file_that_vanishes_is_told_of(check, folder):
    listed = "\n".join(f"{folder}/1/{name}" for name in ("01.md", "gone.md"))
    done = check("--files-from", "-", input=listed.encode())
    assert counts(done) == (2, {"read": 1, "unread": 1})


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read every file")
def test_an_unreadable_file_is_told_of(check, folder):
    (folder / "1/01.md").chmod(0)
    done = check(folder)
    assert b"01.md: permission denied" in done.stderr
    assert counts(done) == (15, {"read": 11, "unread": 1, "not articles": 3})


def test_a_full_disk_is_an_error_and_leaves_the_old_report(check, folder, tmp_path):
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        done = check(folder, stdout=full)
    assert done.returncode == 2
    assert b"error: standard output: no space left on device" in done.stderr
    assert b"Traceback" not in done.stderr


def test_an_output_that_cannot_be_written_does_not_keep_the_others_from_being_written(check, folder, tmp_path):
    done = check(folder, "--output", tmp_path / "nowhere/a.json", "--output", tmp_path / "b.json")
    assert done.returncode == 2
    assert b"nowhere/a.json: no such file or directory" in done.stderr
    assert len(json.loads((tmp_path / "b.json").read_text("utf-8"))["documents"]) == 12
    assert sorted(path.name for path in tmp_path.iterdir()) == ["b.json", "cache", "in"]


def test_a_reader_that_has_gone_ends_the_run_quietly(check, folder):
    reading, writing = os.pipe()
    os.close(reading)
    done = check(folder, stdout=writing)
    os.close(writing)
    assert done.returncode in {1, 2}
    assert done.stderr == b""


@pytest.mark.parametrize("content", [b"no database at all" * 500, b"", b"SQLite format 3\0" + bytes(4000)])
def test_a_damaged_cache_is_begun_anew(check, folder, tmp_path, content):
    age(folder)
    cache = tmp_path / "cache"
    cache.mkdir()
    (cache / "results.sqlite").write_bytes(content)
    done = check(folder)
    assert done.returncode == 1
    assert counts(done) == (15, {"read": 12, "not articles": 3})
    assert b"15 files unchanged" in check(folder).stderr


def test_a_cache_that_is_damaged_within_costs_nothing(check, folder, tmp_path):
    age(folder)
    expected = check(folder).stdout
    path = tmp_path / "cache/results.sqlite"
    data = bytearray(path.read_bytes())
    data[5000:] = b"\xff" * len(data[5000:])
    path.write_bytes(data)
    assert check(folder).stdout == expected
    assert check(folder).stdout == expected


def test_a_cache_that_cannot_be_had_is_said_once(check, folder, tmp_path):
    (tmp_path / "cache").write_text("a file in its place")
    done = check(folder)
    assert done.returncode == 1
    assert done.stderr.count(b"going on without the cache") == 1


def test_two_runs_at_once_share_the_cache(folder, tmp_path):
    age(folder)
    env = {"PYTHONPATH": os.pathsep.join(sys.path), "PATH": os.environ["PATH"]}
    env["CITECHECK_CACHE_DIR"] = str(tmp_path / "cache")
    command = [sys.executable, "-m", "citecheck", "check", str(folder), "--format", "json"]
    runs = [subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(3)]
    printed = [run.communicate(timeout=60) for run in runs]
    assert len({out for out, _ in printed}) == 1
    assert not any(b"without the cache" in err for _, err in printed)
    with sqlite3.connect(tmp_path / "cache/results.sqlite") as cache:
        assert cache.execute("PRAGMA integrity_check").fetchone() == ("ok",)


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_interrupted_run_ends_soon_with_whole_reports_and_the_next_goes_on(check, folder, tmp_path, number, status):
    age(folder)
    env = {"PYTHONPATH": os.pathsep.join(sys.path), "PATH": os.environ["PATH"]}
    env["CITECHECK_CACHE_DIR"] = str(tmp_path / "cache")
    (folder / "2/hang.md").write_text(AGREEING.replace("{n}", "hang"), "utf-8")
    command = [sys.executable, "-c", HOSTILE, str(tmp_path / "mark"), "check", str(folder), "--jobs", "2"]
    command += ["--output", str(tmp_path / "out.json")]
    with subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        until = time.monotonic() + 30
        while time.monotonic() < until and kept(tmp_path / "cache/results.sqlite") < 4:
            time.sleep(0.1)
        run.send_signal(number)
        asked = time.monotonic()
        out, err = run.communicate(timeout=20)
        took = time.monotonic() - asked
    assert run.returncode == status
    assert took < 10, "within two seconds, on a machine that is not busy"
    assert b"Traceback" not in err
    assert b"run the same command again" in err
    report = json.loads((tmp_path / "out.json").read_text("utf-8"))
    assert re.search(r"interrupted: \d+ of 16 files were not reached", report["documents"][-1]["errors"][0]["message"])
    found, states = counts(subprocess.CompletedProcess(command, status, out, err))
    assert found == sum(states.values()) == 16
    assert states["not reached"] >= 1
    (folder / "2/hang.md").unlink()
    again = check(folder)
    assert again.returncode == 1
    assert b"unchanged since an earlier run" in again.stderr


def kept(path):
    """How many verdicts a cache holds."""
    try:
        with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as cache:
            return cache.execute("SELECT COUNT(*) FROM verdicts").fetchone()[0]
    except sqlite3.Error:
        return 0


def test_standard_input_is_not_one_of_many(check, folder):
    done = check(folder, "-", input=b"")
    assert done.returncode == 2
    assert b"standard input" in done.stderr


def test_quiet_prints_problems_and_nothing_else(check, folder):
    done = check(folder, "--quiet")
    assert len(done.stdout.splitlines()) == 6
    assert done.stderr == b""


def test_a_folder_of_results_has_all_of_them(check, folder, tmp_path):
    (folder / "damaged.docx").write_bytes(b"PK\x03\x04 no more")
    (folder / "copy.md").write_bytes((folder / "1/01.md").read_bytes())
    done = check(folder, "--output", f"{tmp_path}/out/results/")
    results = tmp_path / "out/results"
    assert done.stdout.decode().startswith("17 files: 12 read, 1 unread (reasons in "), "the problems are in the files"
    assert done.stderr == b""
    problems = list(csv.DictReader((results / "problems.csv").read_text("utf-8").splitlines()))
    assert len([row for row in problems if row["rule"] == "missing-reference"]) == 6
    lines = (results / "articles.jsonl").read_text("utf-8").splitlines()
    assert len([json.loads(line)["path"] for line in lines]) == 13
    page = (results / "index.html").read_text("utf-8")
    rows = json.loads(page.partition('id="rows">')[2].partition("</script>")[0])
    assert len(rows) == 17
    assert sum(bool(row[1]) for row in rows) == 5, "a duplicate, a damaged file, and three that are no articles"
    assert "missing-reference" in json.loads(page.partition('id="rules">')[2].partition("</script>")[0])
    unread = list(csv.DictReader((results / "unread.csv").read_text("utf-8").splitlines()))
    assert [(row["state"], row["path"].rpartition("/")[2]) for row in unread] == [
        ("duplicate", "copy.md"),
        ("not an article", "count.py"),
        ("unread", "damaged.docx"),
        ("not an article", "picture.png"),
        ("not an article", "refs.bib"),
    ]


def test_what_is_no_article_is_told_of_in_plain_words(check, folder, tmp_path):
    (folder / "lost.md").symlink_to("nowhere.md")
    (folder / "settings.json").write_text('{"a": 1}', "utf-8")
    (folder / "signs.typ").write_text('#let a = "b"\n', "utf-8")
    (folder / "signs-2.typ").write_text('#let a = "b"\n', "utf-8")
    done = check(folder, "--output", f"{tmp_path}/results/", "--exclude", "refs.bib")
    assert b"unchanged since an earlier run" not in done.stderr, "though two files have the same content"
    with (tmp_path / "results" / "unread.csv").open(encoding="utf-8", newline="") as stream:
        told = {row["path"].rpartition("/")[2]: (row["state"], row["reason"]) for row in csv.DictReader(stream)}
    assert told["lost.md"] == ("unread", "is a symbolic link to a file that is not there")
    assert told["settings.json"] == ("not an article", "a .json file")
    assert told["signs.typ"] == told["signs-2.typ"] == ("not an article", "code without text")
    again = check(folder, "--output", f"{tmp_path}/results/", "--exclude", "refs.bib")
    assert again.stdout == done.stdout


def test_results_inside_the_folder_are_not_read_by_the_next_run(check, folder):
    check(folder, "--output", f"{folder}/results/")
    assert counts(check(folder, "--output", f"{folder}/results/"))[0] == 15


def test_a_table_in_parquet(check, folder, tmp_path):
    duckdb = pytest.importorskip("duckdb", reason="the extra parquet is not installed")
    done = check(folder, "--output", tmp_path / "problems.parquet")
    assert (done.returncode, done.stderr) == (1, b"")
    found = duckdb.read_parquet(str(tmp_path / "problems.parquet")).aggregate("rule, COUNT(*)").fetchall()
    assert ("missing-reference", 6) in found
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cache", "in", "problems.parquet"]


def test_without_the_extra_a_sentence_tells_how_to_install_it(folder, tmp_path):
    command = (
        "import sys; sys.modules['duckdb'] = None; from citecheck.cli.main import run; sys.exit(run(sys.argv[1:]))"
    )
    env = {"PYTHONPATH": os.pathsep.join(sys.path), "PATH": os.environ["PATH"]}
    arguments = [sys.executable, "-c", command, "check", str(folder), "--output", str(tmp_path / "a.parquet")]
    done = subprocess.run(arguments, check=False, env=env, capture_output=True, timeout=60)
    assert done.returncode == 2
    assert b"python -m pip install 'citecheck-cli[parquet]'" in done.stderr


def test_a_format_that_shows_one_article_is_refused(check, folder):
    done = check(folder, "--format", "html")
    assert done.returncode == 2
    assert (
        done.stderr == b"error: the format html shows one article; for many, --output results/ writes a page over all\n"
    )


def test_the_cache_tells_of_itself_and_is_cleared(check, process, folder):
    age(folder)
    check(folder)
    assert b"15 verdicts on contents, 15 files known" in process("cache", "info").stdout
    assert process("cache", "clear").stdout.startswith(b"cleared: 0.")
    assert b"0 verdicts" in process("cache", "info").stdout
    assert process("cache", "empty").returncode == 2


APART = """
import os, signal, sys
import citecheck.engine.apart as apart
checked = apart.check
def hostile(path, settings, seconds):
    if "hostile" in path:
        os.kill(os.getpid(), signal.SIGSEGV)
    return checked(path, settings, seconds)
apart.check = hostile
from citecheck.cli.main import run
sys.exit(run(sys.argv[1:]))
"""


def test_of_several_articles_given_by_name_one_cannot_harm_the_others(folder, process):
    (folder / "1/hostile.md").write_text(FAULTY, "utf-8")
    paths = [folder / "1/01.md", folder / "1/hostile.md", folder / "2/05.md"]
    env = {"PYTHONPATH": os.pathsep.join(sys.path), "PATH": os.environ["PATH"], "COLUMNS": "100"}
    done = subprocess.run(
        [sys.executable, "-c", APART, "check", *map(str, paths)], check=False, env=env, capture_output=True, timeout=60
    )
    assert done.returncode == 2
    assert b"hostile.md: not checked: the process that read it died 2 times" in done.stderr
    assert b"Meyer001, 1999" in done.stdout
    assert b"Meyer005, 1999" in done.stdout
    alone = [process("check", path).stdout.decode() for path in (paths[0], paths[2])]
    assert [text in done.stdout.decode() for text in alone] == [True, True], "as if each were checked by itself"


GREEDY = """
import sys
import citecheck.engine.pipeline as pipeline
opened = pipeline.open_manuscript
def greedy(path, settings):
    if "greedy" in path:
        bytearray(3_000_000_000)
    return opened(path, settings)
pipeline.open_manuscript = greedy
from citecheck.cli.main import run
sys.exit(run(sys.argv[1:]))
"""


@pytest.mark.parametrize("beside", [[], ["1/01.md"]], ids=["alone", "with another"])
@pytest.mark.parametrize(
    ("name", "options", "words"),
    [
        ("long.md", ["--timeout", "1"], "not checked within 1 seconds"),
        ("greedy.md", ["--max-memory", "800"], "not checked: it takes more memory than a file may"),
    ],
)
def test_limits_hold_for_articles_given_by_name_too(folder, name, options, words, beside):
    (folder / name).write_text(FAULTY * (60_000 if name == "long.md" else 1), "utf-8")
    env = {"PYTHONPATH": os.pathsep.join(sys.path), "PATH": os.environ["PATH"]}
    command = [sys.executable, "-c", GREEDY, "check", name, *beside, *options]
    done = subprocess.run(command, check=False, env=env, cwd=folder, capture_output=True, timeout=60)
    assert (done.returncode, done.stderr.decode()) == (2, f"error: {name}: {words}\n")
    assert (b"Meyer" in done.stdout) == bool(beside), "nothing but the other one was read"


@pytest.mark.parametrize("name", ["a.docx", "z.docx"])
def test_an_article_is_read_though_a_damaged_file_has_the_same_content(check, tmp_path, name):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "m.md").write_text(FAULTY.replace("{n}", ""), "utf-8")
    (tmp_path / "in" / name).write_text(FAULTY.replace("{n}", ""), "utf-8")
    assert b"m.md:3:" in check(tmp_path / "in").stdout


def test_pages_that_citecheck_wrote_are_no_articles(check, folder):
    article = folder / "1" / "01.md"
    check(article, "--output", folder / "page.html")
    check(folder, "--output", f"{folder}/results/")
    states = counts(check(folder))[1]
    assert states["read"] == 12, "neither the page nor that of the folder"


@pytest.mark.parametrize(
    "name",
    ["report.md", "queries.md", "report.txt", "concise.txt", "report.html", "report.json", "report.xml", "r.csv"],
)
def test_reports_in_the_folder_are_no_articles(check, folder, name):
    check(folder / "1" / "01.md", folder / "1" / "07.md", "--output", folder / name)
    assert counts(check(folder))[1] == {"read": 12, "not articles": 4}
    if name not in {"report.txt", "report.html"}:  # which show one article
        found, _ = counts(check(folder, "--output", folder / name))
        assert found == 15, "what this run writes is not among what it reads"


@pytest.mark.parametrize("way", ["in", "in/*.md", "in/../in"])
@pytest.mark.parametrize("name", ["in/article.md", "link.md"])
def test_no_article_of_the_folder_is_written_over(check, folder, tmp_path, monkeypatch, way, name):
    monkeypatch.chdir(tmp_path)
    article = folder / "article.md"
    article.write_text(FAULTY.replace("{n}", "100"), "utf-8")
    (tmp_path / "link.md").symlink_to(article)
    done = check(way, "--output", name, "--output", "new.csv")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode() == (
        f"error: --output '{name}' is among the files to check, no report of citecheck, and would be lost\n"
    )
    assert article.read_text("utf-8") == FAULTY.replace("{n}", "100")
    assert not (tmp_path / "new.csv").exists()
    assert not list(tmp_path.rglob(".citecheck*"))


def test_no_page_of_somebody_else_is_written_over(check, folder):
    page = folder / "site" / "index.html"
    page.parent.mkdir()
    page.write_text("<p>Welcome</p>", "utf-8")
    done = check(folder, "--output", f"{folder}/site/")
    assert (done.returncode, page.read_text("utf-8")) == (2, "<p>Welcome</p>")
    assert b"the index.html there is no page of citecheck and would be overwritten" in done.stderr
    page.write_text("", "utf-8")
    assert check(folder, "--output", f"{folder}/site/").returncode == 1


def test_all_articles_of_a_folder_by_name_are_not_joined_by_the_report_on_them(check, folder):
    report, names = folder / "1" / "queries.md", sorted(map(str, (folder / "1").glob("*.md")))
    first = check(*names, "--output", report)
    assert first.returncode == 1
    again = check(*names, report, "--output", report)
    assert (again.returncode, again.stdout) == (1, first.stdout)
    refused = check(*names, "--output", names[0])
    assert (refused.returncode, b"is read by this check and would be overwritten" in refused.stderr) == (2, True)


def test_articles_given_by_name_come_to_a_folder_of_results(check, folder, tmp_path):
    done = check(folder / "0" / "00.txt", folder / "1" / "01.md", "--output", f"{tmp_path}/results/")
    assert (done.returncode, (tmp_path / "results" / "problems.csv").is_file()) == (1, True)
    done = check(folder / "1" / "01.md", "--fix", "--output", f"{tmp_path}/results/")
    assert done.stderr.decode() == f"error: --fix goes without --output '{tmp_path}/results/'\n"


def test_no_name_is_no_folder_of_results(check, folder, tmp_path):
    done = check(folder, "--output", "")
    assert (done.returncode, {path.name for path in tmp_path.iterdir()}) == (2, {"in", "cache"})
    assert b"its name must end in" in done.stderr


def test_a_summary_ends_with_what_to_do_next(check, folder, tmp_path):
    assert check(folder).stdout.decode().splitlines()[-1].startswith("Next: the same command with --output results/ ")
    done = check(folder, "--output", f"{tmp_path}/results/")
    assert done.stdout.decode().splitlines()[-1].startswith(f"Next: open {tmp_path}/results/index.html ")
    assert b"Next" not in check(folder, "--ignore", "missing-reference").stdout, "nothing is left to look at"


def test_what_is_wrong_with_a_list_for_all_is_said_once(check, folder, tmp_path):
    done = check(folder, "--references", tmp_path / "nosuch.bib")
    assert done.stderr.decode() == f"error: --references '{tmp_path}/nosuch.bib': no such file\n"


def test_a_file_that_lists_files_and_cannot_be_read_is_named(check, tmp_path):
    done = check("--files-from", tmp_path / "nosuch")
    assert done.stderr.decode() == f"error: --files-from '{tmp_path}/nosuch': no such file or directory\n"
