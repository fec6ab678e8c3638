"""What a rule is: a name, a severity, and a question about a finished manuscript."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from citecheck.model.manuscript import Manuscript
from citecheck.model.problem import Finding, Severity
from citecheck.model.value import value


@value
class Rule:
    """One rule. Every module of this package that holds one exports it as `RULE`, and its docstring documents it.

    The module is named like the rule, with underscores. `check` yields findings, does no input or output, scores
    nothing and knows no other rule. `query` is what an editor asks the author about each finding, in whole sentences.
    """

    name: str
    severity: Severity
    check: Callable[[Manuscript], Iterable[Finding]]
    query: str = "Please check this place."
