"""`check --write-baseline`: what is known today is written down, so that tomorrow only what is new is reported."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

from citecheck.cli.option import Option
from citecheck.cli.usage import UsageError
from citecheck.cli.writing import FAILED, same_file, say, write_file
from citecheck.text.shown import shown

if TYPE_CHECKING:
    from citecheck.model.outcome import Outcome

WriteBaseline = Annotated[
    str | None,
    Option(metavar="FILE", help="Write what is found to this list of known problems, for --baseline, and exit with 0."),
]


def check_writable(path: str | None, inputs: Sequence[str]) -> None:
    """End with one sentence where the baseline would take the place of something else."""
    if path is None:
        return
    from citecheck.engine.baseline import check_replaceable
    from citecheck.engine.policy.mistake import Mistake
    from citecheck.engine.policy.policy import STANDARD_INPUT

    if path == STANDARD_INPUT:
        raise UsageError("--write-baseline needs the name of a file, and - is standard input")
    if any(same_file(path, name) for name in inputs):
        raise UsageError(f"--write-baseline {path!r} is read by this check and would be overwritten")
    try:
        check_replaceable(path)
    except Mistake as mistake:
        raise UsageError(f"--write-baseline would overwrite what is no baseline: {mistake}") from mistake


def write(path: str, outcomes: "Sequence[Outcome]") -> int:
    """Write the baseline and return the exit status: what was found is known now."""
    from citecheck.engine.baseline import written_baseline
    from citecheck.model.ignore import Means

    if not write_file(path, written_baseline(outcomes, path)):
        return FAILED
    known = sum(one.means is Means.BASELINE for outcome in outcomes for one in outcome.suppressed)
    number = known + sum(len(outcome.problems) for outcome in outcomes)
    problems = "1 problem is" if number == 1 else f"{number} problems are"
    say(f"{problems} known now: check with --baseline {shown(path)} to see only what is new")
    return FAILED if any(outcome.faults for outcome in outcomes) else 0
