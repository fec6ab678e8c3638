"""What is loaded before workers are made: each of them shares it, and none spends time on it."""

from __future__ import annotations

from contextlib import suppress
from importlib import import_module

from citecheck.engine.pages import Wanted, made
from citecheck.engine.pipeline import check_raw
from citecheck.engine.settings import Settings
from citecheck.model.raw import Raw
from citecheck.report.record import record

_LIBRARIES = ("lxml.etree", "pypdfium2", "rapidfuzz.fuzz", "yaml", "anyascii", "zipfile", "tarfile")

#: Small articles of our own, one for each way of citing, so that every pattern they need is compiled.
_ARTICLES = (
    """# On lists

Lists are kept for many reasons, as Ritter (2011: 3) says. Others doubt it (Okafor & Lindqvist, 2014, pp. 2–5;
Müller et al. 2016a). Ibid. and n.d. matter less (Ritter 2010).

## References

Müller, Öge, Anna Ritter, and Jan van Dyck. 2016a. "Lists in order." *Journal of Order* 3 (2): 1–9.

Okafor, N., & Lindqvist, S. (2014). Lists in doubt. *Journal of Doubt*, 3(2), 1–9. https://doi.org/10.1000/182

Ritter, Anna. 2011. *On the keeping of lists*. Vienna: Zettel.
""",
    """# On numbers

Lists are numbered [1], or so it was said [2–4] and doubted [1,3].

## References

[1] A. Ritter, "On lists," J. Order, vol. 3, no. 2, pp. 1–9, 2011.
[2] N. Okafor and S. Lindqvist, Lists in Doubt. Vienna: Zettel, 2014.
[3] J. van Dyck, "Orders," J. Doubt, vol. 1, pp. 2–5, 2016.
[4] Ö. Müller et al., Doubts. London: Slip, 2015.
""",
    """# On notes

Lists are kept.[^1] Some doubt it.[^2]

[^1]: Anna Ritter, *On the Keeping of Lists* (Vienna: Zettel, 2011), 3.
[^2]: Ibid., 5. See also Ritter, *Keeping*, 7.
""",
    """# On keys

Lists [@ritter2011, p. 3] are kept (see Ritter 3).

# References

Ritter, Anna. *On lists*. Vienna, 2011.
""",
)


def warm(pages: Wanted = Wanted.NONE) -> None:
    """Load what checking needs, and check small articles; make a page of one where pages are wanted."""
    for name in _LIBRARIES:
        with suppress(ImportError):
            import_module(name)
    from citecheck.bibliography.registry import list_formats
    from citecheck.readers.registry import readers

    list_formats()
    readers()
    outcome = None
    for number, text in enumerate(_ARTICLES):
        for suffix in ("md", "txt") if number < 2 else ("md",):
            outcome = check_raw(Raw(f"warm.{suffix}", text.encode()), Settings(), 30.0)
            record(outcome)
    if outcome is not None and pages is not Wanted.NONE:
        made(outcome, 30.0)
