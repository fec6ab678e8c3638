"""What is wrong with a configuration: one sentence that names the file, the key and what was probably meant."""

from __future__ import annotations


class Mistake(Exception):  # noqa: N818 it is the fault of a file, told to its writer, not of the program
    """Raised for a configuration that cannot be followed; the exit status is 2, and nothing is checked."""
