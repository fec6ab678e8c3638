"""What a recogniser is: a way of citing and a function that finds its citations in a body."""

from __future__ import annotations

from collections.abc import Callable

from citecheck.extract.body import Body
from citecheck.model.citation import Citation, Style
from citecheck.model.value import value


@value
class Recogniser:
    """One way of citing. Every module of this package that recognises one exports it as `RECOGNISER`.

    `find` returns citations in text order with ids "" (numbered later); it is handed a body whose references are known
    (the list is read first), never raises, and is linear in the text.
    """

    style: Style
    find: Callable[[Body], tuple[Citation, ...]]
