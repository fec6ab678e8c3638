"""The option that says which text of a file with tracked changes is meant."""

from typing import Annotated

from citecheck.cli.choices import one_of
from citecheck.cli.option import Option

ACCEPTED, ORIGINAL = "accepted", "original"

Changes = Annotated[
    str, Option("--changes", metavar="CHOICE", help="Text with tracked changes as if accepted, or original.")
]


def is_original(choice: str) -> bool:
    """Whether tracked changes are to be read as if refused."""
    return one_of(choice, (ACCEPTED, ORIGINAL), "way to take tracked changes") == ORIGINAL
