"""`citecheck explain`: what one rule means, at length."""

from __future__ import annotations

from typing import Annotated

import typer

from citecheck.cli.choices import complete_rule, rule_names
from citecheck.cli.teaching import taught
from citecheck.cli.terminal import bold, view
from citecheck.cli.usage import UsageError
from citecheck.cli.writing import FAILED, write_output

NAME = "explain"
HELP = taught(
    "Explain a rule: what it reports, why it matters, an example and its correction, and what it leaves alone.",
    "citecheck explain year-mismatch",
    "citecheck rules                    the names of all",
)

#: The sections of a rule's documentation, each heading on a line of its own.
HEADINGS = ("Why it matters", "Example", "Correction", "Not reported", "Options")


def command(
    names: Annotated[
        list[str], typer.Argument(metavar="RULE", help="The name of a rule.", autocompletion=complete_rule)
    ],
) -> None:
    """Print the documentation of each rule asked for."""
    asked = rule_names(names)
    if not asked:
        raise UsageError("name a rule; citecheck rules lists them all")
    if not write_output("\n\n".join(_explained(name) for name in asked) + "\n"):
        raise typer.Exit(FAILED)


def _explained(name: str) -> str:
    from citecheck.rules.registry import documentation, rules

    rule = next(rule for rule in rules() if rule.name == name)
    shown = view()
    lines = documentation(rule).strip().splitlines()
    body = (bold(line, shown) if line in HEADINGS else line for line in lines)
    return "\n".join([f"{bold(name, shown)} ({rule.severity.value})", "", *body])
