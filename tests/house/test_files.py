"""The house itself: names, sizes and words of its files."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "citecheck"
MODULES = sorted(SOURCE.rglob("*.py"))
WRITTEN = sorted(
    path
    for folder in ("src", "tests", "refs", "benchmarks", "docs")
    for path in (ROOT / folder).rglob("*")
    if path.suffix in {".py", ".md", ".toml", ".bib", ".json", ".txt"} and ".mypy_cache" not in path.parts
)

#: Names that say nothing about what lives there.
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "common", "base", "manager", "core", "misc"}
LONGEST_FILE = 400
LONGEST_FUNCTION = 40


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def _functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def _length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of code: from the first statement after the docstring to the last."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def test_the_house_is_where_it_is_looked_for():
    assert len(MODULES) > 30
    assert ROOT / "refs" / "kazakhstan.md" in WRITTEN


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_a_module_is_named_for_what_lives_in_it(path):
    assert not EMPTY_NAMES & {path.stem, path.parent.name}


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_a_module_says_what_it_is_and_stays_readable(path):
    text = path.read_text("utf-8")
    tree = ast.parse(text)
    long = [function.name for function in _functions(tree) if _length(function) > LONGEST_FUNCTION]
    assert text.count("\n") <= LONGEST_FILE
    assert long == []
    if text.strip():
        assert ast.get_docstring(tree)


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_nothing_is_put_off_without_an_issue(path):
    unfinished = re.findall(r"\b(?:TODO(?!\(#\d+\))|FIXME)\b.*", path.read_text("utf-8"))
    assert unfinished == []


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_every_silenced_check_has_its_code_and_its_reason(path):
    silenced = re.findall(r"#\s*(?:noqa|type: ignore).*", path.read_text("utf-8"))
    reasoned = re.compile(r"#\s*(?:noqa: [A-Z]+[0-9]+|type: ignore\[[\w, -]+\]).* \S+ \S+")
    bare = [comment for comment in silenced if not reasoned.match(comment)]
    assert bare == []


@pytest.mark.parametrize("path", WRITTEN, ids=_name)
def test_no_path_of_one_machine_stands_in_a_file(path):
    found = re.findall(r"(?<![\w.~*<{-])/(?:home|root|work|Users|tmp|mnt)/\w+", path.read_text("utf-8"))
    assert found == []
