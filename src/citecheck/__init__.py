"""citecheck: whether the citations of a manuscript and its reference list agree.

    result = citecheck.check("article.md", references="library.bib")

What `__all__` names is stable; all other modules may change with any version. docs/api.md tells more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from citecheck.api.checking import check
    from citecheck.api.result import Citation, Fault, Place, Problem, Reference, Result
    from citecheck.model.problem import Severity

__version__ = "0.1.0"

__all__ = ("Citation", "Fault", "Place", "Problem", "Reference", "Result", "Severity", "__version__", "check")

#: Where what is exported lives; it is looked for there when first asked for, so that `citecheck --version` reads none.
_HOMES = {
    "check": "citecheck.api.checking",
    "Severity": "citecheck.model.problem",
    **dict.fromkeys(("Citation", "Fault", "Place", "Problem", "Reference", "Result"), "citecheck.api.result"),
}


def __getattr__(name: str) -> object:
    """Return what is exported under `name`, importing its module when it is first used."""
    if name not in _HOMES:
        raise AttributeError(f"module 'citecheck' has no attribute {name!r}")
    from importlib import import_module

    found = globals()[name] = getattr(import_module(_HOMES[name]), name)
    return found


def __dir__() -> list[str]:
    return sorted(__all__)
