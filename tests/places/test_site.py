"""The site is built with warnings as errors, and a page of it asks nothing of the network."""

import importlib.util
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(importlib.util.find_spec("zensical") is None, reason="zensical, which builds it, is not installed")
def test_the_site_is_built_without_a_warning_and_without_a_network(tmp_path):
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    shutil.copy(ROOT / "zensical.toml", tmp_path)
    done = subprocess.run(
        [sys.executable, "-m", "zensical", "build", "--strict"],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        env={
            "PATH": "",
            "HOME": str(tmp_path),
            "http_proxy": "http://127.0.0.1:9",
            "https_proxy": "http://127.0.0.1:9",
        },
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    built = {
        path.relative_to(tmp_path / "site"): path.read_text("utf-8") for path in (tmp_path / "site").rglob("*.html")
    }
    assert len(built) > 40
    asked = re.compile(
        r'<(?:script|img|iframe|link rel="(?:stylesheet|preconnect|icon)")[^>]*(?:src|href)="(?:https?:)?//'
    )
    assert [str(path) for path, page in built.items() if asked.search(page)] == []
    rule = next(page for path, page in built.items() if path.parts[-2:] == ("misspelled-author", "index.html"))
    assert '<h2 id="why-it-matters"' in rule
    tables = next(page for path, page in built.items() if path.parts[0] == "json")
    assert tables.count("<table>") >= 8
