"""`citecheck explain`: what one rule means, at length."""

from typing import TYPE_CHECKING, Annotated

from citecheck.cli.choices import complete_rule, one_of
from citecheck.cli.deciding import named, rules_here
from citecheck.cli.option import Argument
from citecheck.cli.teaching import taught
from citecheck.cli.terminal import bold, view
from citecheck.cli.usage import UsageError
from citecheck.cli.writing import FAILED, write_output

if TYPE_CHECKING:
    from citecheck.rules.rule import Rule

NAME = "explain"
HELP = taught(
    "Explain a rule: what it reports, why it matters, an example and its correction, and what it leaves alone.",
    "citecheck explain year-mismatch",
    "citecheck rules                    the names of all",
)

#: The sections of a rule's documentation, each heading on a line of its own.
HEADINGS = ("Why it matters", "Example", "Correction", "Not reported", "Options")


def command(
    names: Annotated[list[str], Argument(metavar="RULE", help="The name of a rule.", autocompletion=complete_rule)],
) -> int:
    """Print the documentation of each rule asked for."""
    from citecheck.rules.registry import rules

    asked = named(names)
    if not asked:
        raise UsageError("name a rule; citecheck rules lists them all")
    known = {rule.name: rule for rule in rules()}
    if not known.keys() >= set(asked):
        known = {rule.name: rule for rule in rules_here()}
    explained = [_explained(known[one_of(name, tuple(known), "rule")]) for name in asked]
    return 0 if write_output("\n\n".join(explained) + "\n") else FAILED


def _explained(rule: "Rule") -> str:
    from citecheck.rules.registry import documentation

    shown = view()
    lines = documentation(rule).strip().splitlines()
    body = (bold(line, shown) if line in HEADINGS else line for line in lines)
    return "\n".join([f"{bold(rule.name, shown)} ({rule.severity.value})", "", *body])
