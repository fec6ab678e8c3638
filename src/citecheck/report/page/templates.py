"""The templates of the pages for browsers, and the one way from words of a document into them."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from citecheck.text.shown import shown

if TYPE_CHECKING:
    from jinja2 import Environment

_FOLDER = Path(__file__).parent / "templates"


def filled(template: str, **values: object) -> str:
    """Return a template with its blanks filled: what comes from a document is shown and escaped, whoever wrote it."""
    return environment().get_template(template).render(**values)


@cache
def environment() -> Environment:
    """Return the templates; every string that they print passes `_safe`, and then becomes HTML."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader(_FOLDER, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_safe,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.globals["inline"] = _inline
    made.globals["digest"] = _digest
    return made


def _safe(value: object) -> object:
    """Return text so that it neither steers nor hides; what is HTML already, and numbers, as they are."""
    return value if not isinstance(value, str) or hasattr(value, "__html__") else shown(value, None)


@cache
def _read(name: str) -> str:
    return (_FOLDER / name).read_text("utf-8")


def _inline(name: str) -> object:
    """Return a style sheet or a script of ours, to stand in the page as it is."""
    from markupsafe import Markup

    return Markup(_read(name))  # noqa: S704 a file of this package


def _digest(name: str) -> str:
    """Return what a security policy calls a style sheet or a script by, so that no other one is obeyed."""
    return f"sha256-{b64encode(sha256(_read(name).encode('utf-8')).digest()).decode('ascii')}"
