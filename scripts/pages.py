"""What of README.md and docs/ is made from the program itself: transcripts, tables, a page for each rule and command.

    python scripts/pages.py

writes all of it anew, as `make accept` does; the tests hold what is written against what would be written today.
"""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from functools import cache, partial
from inspect import cleandoc
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
SITE = ROOT / "zensical.toml"
SCHEMAS = ROOT / "src" / "citecheck" / "report" / "schema"

#: From a comment that says what is shown to the comment that ends it.
SHOWN = re.compile(
    r"(?P<head><!-- (?P<kind>output|table) of: (?P<what>[^\n]+) -->\n)(?P<body>.*?)(?=<!-- end -->)", re.DOTALL
)
#: The rules in the navigation of the site.
RULES_IN_SITE = re.compile(r"(?<=# rules: written by scripts/pages.py\n).*?(?=  # end)", re.DOTALL)

#: The headings of a rule's documentation whose text is shown as it stands.
VERBATIM = frozenset({"Example", "Correction"})
HEADINGS = ("Why it matters", "Example", "Correction", "Not reported", "Options")


def main() -> None:
    """Write everything anew, and take away the pages of rules that are gone."""
    for path in (DOCS / "rules").glob("*.md"):
        path.unlink()
    for path, text in written().items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")


def written() -> dict[Path, str]:
    """Return every file that is made in whole or in part, as it would be written today."""
    files = {DOCS / name: text for name, text in made_pages().items()}
    for path in [ROOT / "README.md", *sorted(DOCS.rglob("*.md"))]:
        if path not in files and path.parent.name != "rules" and SHOWN.search(path.read_text("utf-8")):
            files[path] = filled(path.read_text("utf-8"))
    files[SITE] = RULES_IN_SITE.sub(lambda _: "".join(_site_lines()), SITE.read_text("utf-8"))
    return files


def made_pages() -> dict[str, str]:
    """Return the pages that are made as a whole, by their path below docs/."""
    from citecheck.rules.registry import rules

    index = f"# Rules\n\nEach links to its page, which `citecheck explain RULE` prints too.\n\n{rule_table(links=True)}"
    pages = {f"rules/{rule.name}.md": rule_page(rule) for rule in rules()}
    return {"commands.md": commands_page(), "rules/index.md": index, **pages}


def filled(page: str) -> str:
    """Return a page with every transcript and table in it as it is today."""
    return SHOWN.sub(_today, page)


def _today(block: re.Match[str]) -> str:
    kind, what = block["kind"], block["what"]
    tables = {"rules": rule_table, "formats": format_table, "keys": key_table}
    made = tables.get(what) or partial(schema_table, *what.split())
    body = transcript(what) if kind == "output" else made()
    return f"{block['head']}\n{body}\n"  # with the blank lines without which some readers of Markdown see no table


# ---------------------------------------------------------------------------------------------------- transcripts


def transcript(command: str) -> str:
    """Return what a person sees who types `command` in the folder of the project."""
    program, *arguments = shlex.split(command)
    assert program == "citecheck"  # noqa: S101 a slip in our own page
    done = subprocess.run(  # noqa: S603 the command is our own
        [sys.executable, "-m", "citecheck", *arguments],
        cwd=ROOT,
        env={"COLUMNS": "100", "PYTHONIOENCODING": "utf-8", "PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.stderr:
        raise RuntimeError(f"{command}: {done.stderr}")
    return f"```console\n$ {command}\n{done.stdout.rstrip()}\n```\n"


# ---------------------------------------------------------------------------------------------------------- rules


def rule_table(*, links: bool = False) -> str:
    """Return every rule with what its documentation says first, worst first."""
    from citecheck.rules.registry import documentation, rules

    rows = []
    for rule in sorted(rules(), key=lambda rule: (rule.severity.rank, rule.name)):
        name = f"[`{rule.name}`]({rule.name}.md)" if links else f"`{rule.name}`"
        first = " ".join(documentation(rule).partition("\n\n")[0].split()).rstrip(".")
        rows.append(f"| {rule.severity.value} | {name} | {first} |")
    return "\n".join(["| severity | rule | reported is |", "| --- | --- | --- |", *rows, ""])


def rule_page(rule: Any) -> str:  # noqa: ANN401 typed where it is imported
    """Return the page of a rule: its documentation with its headings as headings."""
    from citecheck.rules.registry import documentation
    from citecheck.rules.rule import Scope

    first, sections = sections_of(documentation(rule))
    asked = "bib LIST" if rule.scope is Scope.LIST else "check ARTICLE"
    lines = [
        f"# {rule.name}",
        "",
        first,
        "",
        f"Severity: **{rule.severity.value}**. `citecheck explain {rule.name}` prints this page in a terminal, and",
        f"`citecheck {asked} --ignore {rule.name}` leaves the rule out.",
    ]
    for heading, body in sections:
        shown = f"```text\n{body}\n```" if heading in VERBATIM else body
        lines += ["", f"## {heading}", "", shown]
    return "\n".join(lines) + "\n"


def sections_of(documentation: str) -> tuple[str, list[tuple[str, str]]]:
    """Return the first sentence of a rule's documentation, and the text below each heading without its indent."""
    first, _, rest = documentation.strip().partition("\n\n")
    parts = re.split(rf"^({'|'.join(HEADINGS)})$", rest, flags=re.MULTILINE)
    sections = [(heading, cleandoc(f"\n{body}")) for heading, body in zip(parts[1::2], parts[2::2], strict=True)]
    return " ".join(first.split()), sections


def _site_lines() -> Iterator[str]:
    from citecheck.rules.registry import rules

    yield from (f'    "rules/{rule.name}.md",\n' for rule in rules())


# ------------------------------------------------------------------------------------------------------- commands


def commands_page() -> str:
    """Return the reference of all commands, from what they tell of themselves."""
    from citecheck.cli.main import COMMANDS

    lines = [
        "# Commands",
        "",
        "`citecheck COMMAND --help` shows each in a terminal. `citecheck --install-completion` teaches your shell to",
        "complete commands, options and names of rules ([more](install.md#shell-completion)).",
    ]
    for name in COMMANDS:
        lines += ["", *_command_lines(name)]
    return "\n".join(lines) + "\n"


def _command_lines(name: str) -> Iterator[str]:
    command = _command(name)
    summary, _, examples = (command.help or "").partition("\n\n\b\n")
    yield from (f"## {name}", "", summary, "", "```sh", *examples.splitlines(), "```")
    arguments = [one for one in command.params if one.param_type_name == "argument"]
    options = [one for one in command.params if one.param_type_name == "option" and not one.hidden]
    if arguments:
        yield from ("", "| argument | meaning |", "| --- | --- |")
        yield from (f"| `{one.metavar or one.name.upper()}` | {_cell(one.help)} |" for one in arguments)
    if options:
        yield from ("", "| option | meaning | default |", "| --- | --- | --- |")
        yield from (f"| {_names(one)} | {_cell(one.help)} | {_default(one)} |" for one in options)
    if name == "check":
        yield from ("", *format_table().splitlines())


def format_table() -> str:
    """Return every format of reports, and how the names of its files end."""
    from citecheck.report.registry import reports

    rows = (
        f"| `{one.format}` | {', '.join(f'`{end}`' for end in one.suffixes)} | {one.description} |" for one in reports()
    )
    return "\n".join(["| format | names of files end in | |", "| --- | --- | --- |", *rows, ""])


@cache
def _command(name: str) -> Any:  # noqa: ANN401 typer hides the class
    import typer

    from citecheck.cli.application import application
    from citecheck.cli.main import COMMANDS

    return typer.main.get_command(application(COMMANDS)).commands[name]


def _names(option: Any) -> str:  # noqa: ANN401 typer hides the class
    value = "" if option.is_flag else f" {option.metavar or option.type.name.upper()}"
    return ", ".join(f"`{name}{value}`" for name in sorted(option.opts, key=len, reverse=True))


def _default(option: Any) -> str:  # noqa: ANN401 typer hides the class
    return "" if option.is_flag or option.default is None or option.default == "" else f"`{option.default}`"


def _cell(text: str | None) -> str:
    return " ".join((text or "").replace("|", "\\|").split())


# ---------------------------------------------------------------------------------------------------------- keys


def key_table() -> str:
    """Return every key of the configuration that has one value."""
    from citecheck.engine.policy.keys import KEYS

    rows = [f"| `{key.name}` | {_without(key.default)} | {_cell(key.summary)} |" for key in KEYS]
    return "\n".join(["| key | without it | meaning |", "| --- | --- | --- |", *rows, ""])


def _without(default: str) -> str:
    """Return what holds where a key is not set; nothing where it is an empty text or list."""
    return "" if default in {'""', "[]"} else f"`{default}`"


# --------------------------------------------------------------------------------------------------------- schemas


def schema_table(name: str, part: str = "") -> str:
    """Return the fields of an object of a JSON Schema in the package: of the whole, or of one of its definitions."""
    schema = json.loads((SCHEMAS / f"{name}.json").read_text("utf-8"))
    described = schema["$defs"][part] if part else schema
    fields = described["properties"].items()
    rows = [f"| `{field}` | {_type(value)} | {_cell(_about(value))} |" for field, value in fields]
    return "\n".join(["| field | type | meaning |", "| --- | --- | --- |", *rows, ""])


def _type(value: dict[str, Any]) -> str:
    """Return the type of a field in words."""
    if "anyOf" in value:
        return " or ".join(_type(one) for one in value["anyOf"])
    if "$ref" in value:
        return _NAMED.get(value["$ref"].rpartition("/")[2], value["$ref"].rpartition("/")[2].replace("_", " "))
    if value.get("type") == "array" or "items" in value:
        return f"list of {_type(value['items'])}"
    types = value.get("type", "string")
    return " or ".join(types) if isinstance(types, list) else str(types)


#: Definitions that say only of what type something is.
_NAMED = {"text": "string or null", "count": "number", "page": "number or null", "span": "span or null"}


def _about(value: dict[str, Any]) -> str:
    """Return what a field means, and the words it may hold."""
    told = str(value.get("description", ""))
    words = value.get("enum", ())
    return " ".join(part for part in (told, ", ".join(f"`{word}`" for word in words)) if part)


if __name__ == "__main__":
    main()
