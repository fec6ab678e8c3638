"""`--across`: what only shows when the lists of many articles are compared."""

import csv

import pytest

ARTICLE = """# Lists {n}

Lists are kept, as {name} and Lindqvist ({year}) say. Meyer{n} (1999) doubts it.

## References

{name}, Ngozi, and Sven Lindqvist. {year}. Lists in grave doubt everywhere. *Journal of Order* 3 (2): 1–9.
https://doi.org/10.1000/182
"""


@pytest.fixture
def folder(tmp_path):
    """Five articles; one has a slip in a name, one in a year."""
    path = tmp_path / "in"
    path.mkdir()
    for n in range(5):
        text = ARTICLE.format(n=n, name="Okafo" if n == 3 else "Okafor", year=2041 if n == 4 else 2014)
        (path / f"{n}.md").write_text(text, "utf-8")
    return path


def test_differences_and_defects_follow_the_summary_and_fill_a_table(process, folder, tmp_path):
    done = process("check", folder, "--across", "--output", f"{tmp_path}/results/", "--fail-on", "never")
    assert done.returncode == 0
    said = (done.stdout + done.stderr).decode()
    assert "2 differences between lists that have the same work (1 by name, 1 by year):" in said
    assert f"name   “Okafor” in 4 lists, “Okafo” in {folder}/3.md: Okafor 2014 Lists in grave doubt" in said
    assert "missing-reference          5 in 5 articles" in said
    rows = list(csv.DictReader((tmp_path / "results/across.csv").read_text("utf-8").splitlines()))
    assert [(row["kind"], row["usual"], row["other"], row["only_in"]) for row in rows] == [
        ("defect", "", "", ""),
        ("name", "Okafor", "Okafo", f"{folder}/3.md"),
        ("year", "2014", "2041", f"{folder}/4.md"),
    ]


def test_a_second_run_that_reads_nothing_compares_the_same(process, folder):
    first, second = (process("check", folder, "--across").stdout for _ in range(2))
    assert first == second
    assert b"differences between lists" in first


def test_quiet_prints_problems_and_nothing_else(process, folder):
    assert b"between lists" not in process("check", folder, "--across", "--quiet").stdout


def test_articles_by_name_are_compared_too(process, folder):
    assert b"1 by name, 1 by year" in process("check", *sorted(folder.iterdir()), "--across").stdout
