"""A file that a run over a folder came upon, before anything of it is read."""

from __future__ import annotations

from citecheck.model.fault import Fault
from citecheck.model.value import value

#: What stands between the path of an archive and the name of a file in it.
INSIDE = "!/"


@value
class Found:
    """One file to account for.

    `archive` is the path of the archive that holds it; then `path` is that path, `!/` and the name inside. A file that
    was `named` by a person is an article whatever it looks like, and what is wrong with it is said. `fault` is set
    where nothing can be read, such as a folder that may not be listed.
    """

    path: str
    archive: str | None = None
    named: bool = False
    fault: Fault | None = None

    @property
    def member(self) -> str | None:
        """Its name in the archive."""
        return None if self.archive is None else self.path[len(self.archive) + len(INSIDE) :]
