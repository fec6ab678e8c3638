"""How one check is to be run: what the person asked for."""

from __future__ import annotations

from citecheck.model.ignore import Ignore
from citecheck.model.problem import Severity
from citecheck.model.value import value


@value
class Settings:
    """Everything that changes the outcome of a check; two runs with equal settings give equal outcomes.

    `references` are separate lists, by path. `select` names the rules to run (empty: all), `ignore` those to leave out.
    The rules in `off` are turned off by a configuration file: what they find is counted and left out. `severities` are
    those that rules have instead of their own. What a rule is less sure of than `min_confidence` is only hinted at.
    From `fail_on` on a problem fails the check, with None none does. `ignores` are decisions of the configuration,
    `baseline` the fingerprints of problems known before (once for each time), and `comments` says whether comments in
    the manuscript may leave problems out. `plugins` name entry points of installed packages. `configuration` is the
    file that had a say. `stdin_name` is the name under which standard input is read and reported. `style` names the
    house style by which matters of style are judged, else the article's own habits are. With `original` tracked changes
    are as if refused, else as if accepted. With `alone` the file is a list that is checked by itself, not an article.
    `present` is the year after which works are of the future. With `debug` a defect of the program itself is raised
    instead of reported.
    """

    references: tuple[str, ...] = ()
    references_heading: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    off: tuple[str, ...] = ()
    severities: tuple[tuple[str, Severity], ...] = ()
    min_severity: Severity = Severity.STYLE
    min_confidence: float = 0.5
    fail_on: Severity | None = Severity.WARNING
    ignores: tuple[Ignore, ...] = ()
    baseline: tuple[str, ...] = ()
    comments: bool = True
    plugins: tuple[str, ...] = ()
    configuration: str | None = None
    stdin_name: str | None = None
    input_format: str | None = None
    language: str | None = None
    style: str | None = None
    orphans: bool = False
    original: bool = False
    alone: bool = False
    present: int | None = None
    debug: bool = False

    def asks(self, rule: str) -> bool:
        """Whether the rule of this name is to be run."""
        return rule not in self.ignore and (not self.select or rule in self.select)

    @property
    def fingerprint(self) -> str:
        """The same for equal settings, in every process and version of Python: a key for what is kept of a check."""
        from hashlib import sha256

        return sha256(repr(self).encode("utf-8", "backslashreplace")).hexdigest()
