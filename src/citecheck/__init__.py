"""citecheck: whether the citations of a manuscript and its reference list agree."""

from __future__ import annotations

__version__ = "0.1.0"
