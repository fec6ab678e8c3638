"""`citecheck config`: which settings are in force for a file, and where each was chosen."""

from pathlib import Path
from typing import Annotated

import typer

# No `from __future__ import annotations` here: typer would compile the type of each option once more, from its text.
from citecheck.cli import deciding
from citecheck.cli.teaching import taught
from citecheck.cli.usage import UsageError
from citecheck.cli.writing import FAILED, write_output

NAME = "config"
HELP = taught(
    "Show the settings for an article, each with where it was chosen: by default, in which line of a file, or on the "
    "command line. What is printed is a valid citecheck.toml.",
    "citecheck config article.md",
    "citecheck config                          of the articles in this folder",
    "citecheck config article.md --fail-on error",
)


def command(
    path: Annotated[str, typer.Argument(metavar="PATH", help="An article or a folder; it need not be there.")] = ".",
    *,
    references: deciding.References = None,
    references_heading: deciding.ReferencesHeading = None,
    select: deciding.Select = None,
    ignore: deciding.Ignore = None,
    min_severity: deciding.MinSeverity = None,
    min_confidence: deciding.MinConfidence = None,
    fail_on: deciding.FailOn = None,
    orphans: deciding.Orphans = None,
    language: deciding.Language = None,
    style: deciding.Style = None,
    input_format: deciding.InputFormat = None,
    config: deciding.Config = None,
    isolated: deciding.Isolated = False,
    baseline: deciding.Baseline = None,
) -> None:
    """Print the settings; nothing is checked."""
    from citecheck.engine.policy.mistake import Mistake
    from citecheck.engine.policy.policy import Asked, Policy
    from citecheck.engine.policy.written import in_force
    from citecheck.engine.settings import Settings

    choices = deciding.chosen(
        references=references,
        references_heading=references_heading,
        select=select,
        min_severity=min_severity,
        min_confidence=min_confidence,
        fail_on=fail_on,
        orphans=orphans,
        language=language,
        style=style,
        input_format=input_format,
        baseline=baseline,
    )
    asked = Asked(choices, Settings(ignore=deciding.named(ignore or ())), config, isolated)
    try:
        text = in_force(path, Policy(asked).held_for(_file(path)))
    except Mistake as mistake:
        raise UsageError(str(mistake)) from mistake
    if not write_output(text):
        raise typer.Exit(FAILED)


def _file(path: str) -> str:
    """Return a file whose settings those of `path` are: of a folder, one in it that no pattern names."""
    try:
        return str(Path(path, " ")) if Path(path).is_dir() else path
    except (OSError, ValueError):
        return path
