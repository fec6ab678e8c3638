"""The pages of single articles in a folder of results: written while it runs, kept while they are up to date."""

from __future__ import annotations

import os
import re
import zlib
from array import array
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from hashlib import sha256
from itertools import chain
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from citecheck.cli.choices import one_of
from citecheck.cli.many import is_folder
from citecheck.cli.usage import UsageError

if TYPE_CHECKING:
    from citecheck.engine.pages import Wanted

_FOLDER = "pages"
#: Of the hash of a path: enough to tell a hundred thousand apart. The first two digits are a folder.
_DIGITS = 16
#: Of the name of a file as it stands in the name of its page.
_LONGEST = 40
#: The last line of a page says of what it was made; a page without it is not ours, or not whole.
_MARK = b"\n<!-- citecheck %s -->\n"
_MARKED = re.compile(rb"\n<!-- citecheck [0-9a-f]{64} -->\n")
_PART = 1 << 20
_LENGTH = len(_MARK % (b"0" * 64))


def wanted(given: str | None, outputs: Iterable[str]) -> Wanted:
    """Return which articles are to have a page; raises `UsageError` where there is no folder to put them into."""
    from citecheck.engine.pages import Wanted

    there = any(is_folder(path) for path in outputs)
    if given is None:
        return Wanted.ERRORS if there else Wanted.NONE
    if not there:
        raise UsageError("--pages needs a folder of results: --output FOLDER/")
    return Wanted(one_of(given, [one.value for one in Wanted], "choice of pages"))


class ArticlePages:
    """Pages in each of the folders among `outputs`; to a run over many files they are its `Pages`.

    What cannot be made is `told` of the article. What cannot be written is told once, and then none is wanted any more.
    """

    def __init__(self, outputs: Iterable[str], wanted: Wanted, told: Callable[[str, str], None]) -> None:

        self.wanted = wanted
        self.failed = False
        self._folders = [Path(path) for path in outputs if is_folder(path)]
        self._told = told
        self._standing = array("Q")

    def kept(self, path: str, stamp: bytes) -> str | None:
        """Return the address of the page of a file, if it is there already with this stamp."""
        address, mark = _address(path), _MARK % stamp.hex().encode()
        return self._stands(address) if all(_end(folder / address) == mark for folder in self._folders) else None

    def put(self, path: str, stamp: bytes, page: bytes) -> str | None:
        """Write the page of a file; returns its address."""
        from citecheck.cli.writing import reason_of

        if not page:
            self.failed = True
            self._told(
                path, "no page could be made of it: that takes too much time or memory, or is a defect of citecheck"
            )
            return None
        address, mark = _address(path), _MARK % stamp.hex().encode()
        for folder in self._folders:
            try:
                _write(folder / address, chain(_parts(page), (mark,)))
            except OSError as error:
                self._give_up(f"{folder / address}", reason_of(error))
                return None
        return self._stands(address)

    def sweep(self) -> None:
        """Take away the pages of articles that have none any more, after a run that came to its end."""
        standing = frozenset(self._standing)
        for page in () if self.failed else self._found():
            with suppress(OSError):
                if _number(page.stem) not in standing and _MARKED.fullmatch(_end(page)):
                    page.unlink()
                    page.parent.rmdir()  # which fails while there is another
                    page.parent.parent.rmdir()

    def _found(self) -> Iterator[Path]:
        for folder in self._folders:
            yield from (folder / _FOLDER).glob(f"[0-9a-f][0-9a-f]/*-{'[0-9a-f]' * _DIGITS}.html")

    def _stands(self, address: str) -> str:
        self._standing.append(_number(PurePath(address).stem))
        return address

    def _give_up(self, path: str, reason: str) -> None:
        from citecheck.engine.pages import Wanted

        self.failed = True
        self.wanted = Wanted.NONE
        self._told(path, reason)


def _address(path: str) -> str:
    """Return the address of the page of a file: no path can lead elsewhere, and no two lead to one page."""
    digits = sha256(path.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
    words = re.sub(r"[^A-Za-z0-9]+", "-", PurePath(path).stem)[:_LONGEST].strip("-")
    return f"{_FOLDER}/{digits[:2]}/{words or 'article'}-{digits}.html"


def _number(name: str) -> int:
    return int(name[-_DIGITS:], 16)


def _end(page: Path) -> bytes:
    """Return the last line of a page, nothing where there is none."""
    with suppress(OSError), page.open("rb") as stream:
        stream.seek(-_LENGTH, os.SEEK_END)
        return stream.read()
    return b""


def _parts(page: bytes) -> Iterator[bytes]:
    """Yield a page that was compressed, a part at a time: that of a book is large."""
    opened = zlib.decompressobj()
    while page:
        yield opened.decompress(page, _PART)
        page = opened.unconsumed_tail
    yield opened.flush()


def _write(page: Path, parts: Iterable[bytes]) -> None:
    """Write a page wholly or not at all; one that a power cut takes lacks its last line, and is made anew."""
    page.parent.mkdir(parents=True, exist_ok=True)
    temporary = page.with_name(f".citecheck-{os.getpid()}.tmp")
    try:
        with temporary.open("wb") as stream:
            stream.writelines(parts)
        temporary.replace(page)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
