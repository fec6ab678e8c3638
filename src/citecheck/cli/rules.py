"""`citecheck rules`: every rule, with what it reports."""

from citecheck.cli.deciding import rules_here
from citecheck.cli.teaching import taught
from citecheck.cli.terminal import view
from citecheck.cli.writing import FAILED, write_output

NAME = "rules"
HELP = taught(
    "List the rules, those of plugins that the configuration here names too: severity, name, and what each reports.",
    "citecheck rules",
    "citecheck explain misspelled-author      one of them at length",
)


def command() -> int:
    """Print one line for each rule, worst first."""
    from textwrap import wrap

    from citecheck.rules.registry import documentation

    ordered = sorted(rules_here(), key=lambda rule: (rule.severity.rank, rule.name))
    indent = 2 + max((len(rule.name) for rule in ordered), default=0) + 2 + 7
    width = view().width
    lines: list[str] = []
    for rule in ordered:
        head = f"{rule.severity.value:<7}  {rule.name}"
        summary = " ".join(documentation(rule).partition("\n\n")[0].split())
        if width < 2 * indent:
            lines += [head, *wrap(summary, width, initial_indent="  ", subsequent_indent="  ")]
        else:
            lines += wrap(summary, width, initial_indent=f"{head:<{indent}}", subsequent_indent=" " * indent)
    return 0 if write_output("\n".join(lines) + "\n") else FAILED
