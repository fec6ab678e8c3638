"""How one check is to be run: what the person asked for."""

from __future__ import annotations

from citecheck.model.problem import Severity
from citecheck.model.value import value


@value
class Settings:
    """Everything that changes the outcome of a check; two runs with equal settings give equal outcomes.

    `references` are separate lists, by path. `select` names the rules to run (empty: all), `ignore` those to leave out.
    What a rule is less sure of than `min_confidence` is only hinted at. `stdin_name` is the name under which standard
    input is read and reported. `style` names the house style
    by which matters of style are judged, else the article's own habits are. With `original` tracked changes are as if
    refused, else as if accepted. With `debug` a defect of the program itself
    is raised instead of reported.
    """

    references: tuple[str, ...] = ()
    references_heading: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    min_severity: Severity = Severity.STYLE
    min_confidence: float = 0.5
    stdin_name: str | None = None
    input_format: str | None = None
    language: str | None = None
    style: str | None = None
    orphans: bool = False
    original: bool = False
    debug: bool = False
