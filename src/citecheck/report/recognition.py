"""By what a report of citecheck is known again: in the folder of an article it would repeat what is wrong in that."""

from __future__ import annotations

import re
from functools import cache

#: A report may follow any words, as a page does its title.
_ANYWHERE = (b'<meta name="generator" content="citecheck', b'"driver": {"name": "citecheck"')
#: How the others begin, the report for people on one line or on two.
_BEGINNING = r"""
    [#][#] \ Citations \ and \ reference \ list \n
    | Author \ queries: \ [^\n]{1,400}+ \n\n (?: AQ1\b | No \ queries | This \ file \ was \ not )
    | [^\n]{1,400}? (?: \ {3} | \n\ \ ) [a-z]++ \ · \s [^·]{1,80}+ · \s++ [0-9,]++ \s citations? \b
    | [^\n]{1,400}? : \ (?: error | warning | style | hint ) : \ [^\n]{1,1000}? \ \[ [a-z]++ (?: - [a-z]++ )* \] \n
    | ::(?: error | warning | notice ) \ (?: file= | title= )
    | (?: [*][*] )? mended \ [0-9,]++ \ · \ still \ there \ [0-9]
    | \{"version": \ 1, \s (?: "tool": \ \{"name": \ "citecheck" | "path": )
    | <\?xml [^>]{1,80}+ > \n <testsuites \ name="citecheck">
    | path,page,line,column,
    """


def is_report(head: bytes) -> bool:
    """Whether a file that begins so is a report of citecheck, or a page of its own."""
    return any(sign in head for sign in _ANYWHERE) or _beginning().match(head.decode("utf-8", "replace")) is not None


@cache
def _beginning() -> re.Pattern[str]:
    return re.compile(_BEGINNING, re.VERBOSE)
