"""The options that decide how a file is judged, and what they make together with the configuration found."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, NamedTuple

from citecheck.cli.choices import (
    SEVERITIES,
    complete_rule,
    complete_style,
    known_format,
    known_language,
    known_style,
    severity,
    threshold,
)
from citecheck.cli.option import Option
from citecheck.cli.usage import UsageError
from citecheck.cli.writing import say

if TYPE_CHECKING:
    from citecheck.engine.policy.policy import Asked
    from citecheck.engine.settings import Settings
    from citecheck.model.outcome import Outcome
    from citecheck.rules.rule import Rule


def named(words: Iterable[str]) -> tuple[str, ...]:
    """Return the names that options give, each word one or several with commas between."""
    return tuple(name.strip() for word in words for name in word.split(",") if name.strip())


#: Options that are no keys of the configuration.
_NO_KEYS = frozenset({"ignore", "stdin-filename", "config", "isolated"})
#: What makes of the word on the command line the value of the settings, for the keys where that is not the word itself.
_READ: Mapping[str, Callable[..., object]] = {
    "references": tuple,
    "select": named,
    "fail-on": threshold,
    "min-severity": severity,
    "style": known_style,
    "language": known_language,
    "input-format": known_format,
}


class Judging(NamedTuple):
    """What the command line says of how a file is to be judged; a command may take but some of it, by `Only`."""

    references: Annotated[
        list[str] | None,
        Option(
            "--references", "-r", metavar="FILE", help="A reference list that stands apart: .bib, text … Repeatable."
        ),
    ] = None
    references_heading: Annotated[
        str | None, Option(metavar="WORDS", help="The heading under which the list stands in the text.")
    ] = None
    select: Annotated[
        list[str] | None,
        Option(metavar="RULE", help="Only these rules. Repeatable.", autocompletion=complete_rule),
    ] = None
    ignore: Annotated[
        list[str] | None,
        Option(metavar="RULE", help="All rules but these. Repeatable.", autocompletion=complete_rule),
    ] = None
    min_severity: Annotated[
        str | None,
        Option(metavar="SEVERITY", help=f"Show nothing that matters less: {', '.join(SEVERITIES)}. Without it: style."),
    ] = None
    min_confidence: Annotated[
        float | None,
        Option(min=0, max=1, metavar="0…1", help="What is less sure than this becomes a hint. Without it: 0.5."),
    ] = None
    fail_on: Annotated[
        str | None,
        Option(metavar="SEVERITY", help="Exit with 1 from this severity on; never for always 0. Without it: warning."),
    ] = None
    orphans: Annotated[
        bool | None,
        Option(
            "--orphans/--no-orphans",
            help="Report uncited entries even of a list that looks like a whole library, or where a part was not read.",
        ),
    ] = None
    language: Annotated[
        str | None, Option(metavar="CODE", help="Language of the article, such as en; else it is found.")
    ] = None
    style: Annotated[
        str | None,
        Option(
            metavar="STYLE",
            help="Judge matters of style by apa, chicago, harvard, mla, ieee, vancouver, asa, ama, abnt, din1505, "
            "iso690 or gost; else by the article's own habits.",
            autocompletion=complete_style,
        ),
    ] = None
    input_format: Annotated[
        str | None, Option(metavar="FORMAT", help="Format of the article, whatever its name says.")
    ] = None
    config: Annotated[
        str | None,
        Option(metavar="FILE", help="This configuration, instead of the citecheck.toml found from the article up."),
    ] = None
    isolated: Annotated[
        bool,
        Option(
            "--isolated",
            help="Heed no configuration that is found, and no comment in the article: for files of others.",
        ),
    ] = False
    baseline: Annotated[
        str | None, Option(metavar="FILE", help="Report only what is not in this list of known problems.")
    ] = None
    stdin_filename: Annotated[
        str | None, Option(metavar="NAME", help="The name that - is reported under and judged by.")
    ] = None

    def asked(self, rest: "Settings | None" = None) -> "Asked":
        """Return this as a policy takes it, with those of the settings that no option here speaks of."""
        from citecheck.engine.policy.policy import Asked
        from citecheck.engine.settings import Settings
        from citecheck.model.value import replace

        settings = replace(rest or Settings(), ignore=named(self.ignore or ()), stdin_name=self.stdin_filename)
        return Asked(tuple(self._choices()), settings, self.config, self.isolated)

    def _choices(self) -> Iterator[tuple[str, object]]:
        """Yield what was chosen, by the keys of the configuration; options not given are None."""
        for name, given in zip(self._fields, self, strict=True):
            key = name.replace("_", "-")
            if key not in _NO_KEYS and given not in (None, []):
                yield key, _READ[key](given) if key in _READ else given


def settings_of(paths: Iterable[str], asked: "Asked") -> "list[Settings]":
    """Return the settings for each of the paths; all are known before the first file is read."""
    from citecheck.engine.policy.mistake import Mistake
    from citecheck.engine.policy.policy import Policy

    paths = tuple(paths)
    _check_standard_input(paths, asked)
    try:
        policy = Policy(asked)
        return [policy.settings_for(path) for path in paths]
    except Mistake as mistake:
        raise UsageError(str(mistake)) from mistake


def _check_standard_input(paths: Sequence[str], asked: "Asked") -> None:
    """Raise `UsageError` where standard input would be read twice: the second time nothing is left of it."""
    from citecheck.engine.policy.policy import STANDARD_INPUT

    lists = asked.references
    named = (*paths, *lists, dict(asked.choices).get("baseline"), asked.config)
    if named.count(STANDARD_INPUT) > 1 or (STANDARD_INPUT in lists and len(paths) > 1):
        raise UsageError("standard input (-) comes only once, and would be read more often here")


def rules_here() -> "tuple[Rule, ...]":
    """Return every rule, those of plugins too that the configuration of the current folder names."""
    from citecheck.engine.plugins import all_rules
    from citecheck.engine.policy.policy import STANDARD_INPUT, Asked

    (settings,) = settings_of([STANDARD_INPUT], Asked())
    return all_rules(settings.plugins)


def read_besides(settings: "Iterable[Settings]") -> tuple[str, ...]:
    """Return the files that are read besides the articles: lists apart, configurations."""
    named = (name for one in settings for name in (*one.references, one.configuration) if name is not None)
    return tuple(dict.fromkeys(named))


def say_idle(outcomes: "Sequence[Outcome]", settings: "Sequence[Settings]") -> None:
    """Say which decisions of the configuration hit nothing in any of the files."""
    heard = dict.fromkeys(ignore for one in settings for ignore in one.ignores)
    if not heard or any(outcome.manuscript is None for outcome in outcomes):
        return
    for ignore in heard:
        told = [outcome for outcome, one in zip(outcomes, settings, strict=True) if ignore in one.ignores]
        if all(ignore in outcome.idle for outcome in told):
            say(f"note: {ignore.place}: what leaves {ignore.rules[0]} alone hit nothing in the files checked")
