"""Which rules there are: every module beside this one that exports `RULE`."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path

from citecheck.rules.rule import Rule


@cache
def rules() -> tuple[Rule, ...]:
    """Return every rule, ordered by name."""
    found = (getattr(import_module(f"citecheck.rules.{name}"), "RULE", None) for name in _module_names())
    return tuple(sorted((rule for rule in found if isinstance(rule, Rule)), key=lambda rule: rule.name))


def documentation(rule: Rule) -> str:
    """Return what the rule's own module says about it."""
    return import_module(rule.check.__module__).__doc__ or ""


def _module_names() -> list[str]:
    names = {file.stem for file in Path(__file__).parent.iterdir() if file.suffix == ".py"}
    return sorted(names - {"__init__", "registry"})
