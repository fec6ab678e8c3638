"""What a rule is: a name, a severity, and a question about a finished manuscript."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import Enum

from citecheck.model.manuscript import Manuscript
from citecheck.model.problem import Finding, Severity
from citecheck.model.value import value


class Scope(Enum):
    """What a rule is asked about."""

    ARTICLE = "article"
    """An article with its list (`citecheck check`)."""
    ENTRIES = "entries"
    """Entries, be they those of an article or those of a list that is checked by itself."""
    LIST = "list"
    """A list that is checked by itself (`citecheck bib`)."""


#: What is asked where a rule has no question of its own.
QUERY = "Please check this place."


@value
class Rule:
    """One rule. Every module of this package that holds one exports it as `RULE`, and its docstring documents it.

    The module is named like the rule, with underscores. `check` yields findings, does no input or output, scores
    nothing and knows no other rule. `query` is what an editor asks the author about each finding, in whole sentences.
    """

    name: str
    severity: Severity
    check: Callable[[Manuscript], Iterable[Finding]]
    query: str = QUERY
    scope: Scope = Scope.ARTICLE
