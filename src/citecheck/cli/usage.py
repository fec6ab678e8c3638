"""Wrong usage: one clear sentence, exit status 2."""

from __future__ import annotations

import typer

#: The class of everything a person can do wrong on a command line; typer exports only descendants of it.
UsageError: type[Exception] = typer.BadParameter.__bases__[0]
