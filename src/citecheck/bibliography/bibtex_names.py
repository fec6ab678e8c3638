"""Names in BibTeX fields: "First von Last", "von Last, Jr, First", braces around a body, "and others"."""

from __future__ import annotations

import re

from citecheck.bibliography.names import body, from_parts, is_et_al, is_suffix, person
from citecheck.languages.language import words
from citecheck.model.reference import Name
from citecheck.model.value import value
from citecheck.text.latex import plain

_AND = re.compile(r"(?<!\\)[{}]|(?<!\S)and(?!\S)", re.IGNORECASE)
_PART = re.compile(r"(?<!\\)[{}]|[\s~]++|,")
_EXTENDED = re.compile(r"\s*(family|given|prefix|suffix)(?:-i)?\s*=(.*)", re.IGNORECASE | re.DOTALL)


@value
class People:
    """The names of a field, and whether it ends with "and others"."""

    names: tuple[Name, ...] = ()
    et_al: bool = False


def read_people(value: str) -> People:
    """Return the names of an author or editor field, in LaTeX as written; "et al." is no name either."""
    written = _split_at_and(value)
    et_al = bool(written) and (written[-1].casefold() == "others" or is_et_al(plain(written[-1])))
    names = (_name(one) for one in (written[:-1] if et_al else written))
    return People(tuple(name for name in names if name and any(map(str.isalnum, name.family))), et_al)


def _split_at_and(value: str) -> list[str]:
    """Return the names between the "and" that stand outside braces; braces that do not pair do not count."""
    if "{" in value and _wholly_braced(value.strip()):
        # A list in braces of its own is one body to BibTeX; "{Doe, Jane and Roe, Richard}" is meant as people.
        inner = [one.strip() for one in _AND.split(value.strip()[1:-1])]
        if len(inner) > 1 and "{" not in value.strip()[1:] and all(one.count(",") == 1 for one in inner):
            return inner
    depth = start = 0
    found: list[str] = []
    for mark in _AND.finditer(value):
        if mark[0] == "{":
            depth += 1
        elif mark[0] == "}":
            depth -= 1
        elif depth == 0:
            found.append(value[start : mark.start()])
            start = mark.end()
    if depth:
        found, start = re.split(r"(?<!\S)and(?!\S)", re.sub(r"[{}]", "", value), flags=re.IGNORECASE), len(value)
    found.append(value[start:])
    return [stripped for one in found if (stripped := one.strip())]


def _wholly_braced(text: str) -> bool:
    """Whether one pair of braces holds all of `text`; a letter with its accent in braces is no such pair."""
    if not text.startswith("{") or not text.endswith("}") or text.startswith("{\\"):
        return False
    depth = 0
    for mark in re.finditer(r"(?<!\\)[{}]", text):
        depth += 1 if mark[0] == "{" else -1
        if depth == 0:
            return mark.end() == len(text)
    return False


def _name(text: str) -> Name | None:
    if "{" in text and _wholly_braced(text):
        inner = plain(text)
        return body(inner) if inner else None
    if "=" in text and "," in text and (extended := _extended(text)) is not None:
        return extended
    parts = _parts(text)
    if not parts[0]:
        parts = [part for part in parts if part]
    if not parts:
        return None
    if len(parts) == 1:
        return _first_last(parts[0])
    return from_parts(_joined(parts[0]), [_joined(part) for part in parts[1:]])


def _extended(text: str) -> Name | None:
    """Return the name of biblatex's extended format: "family=Harman, given=Hans, prefix=von"."""
    found: dict[str, str] = {}
    for part in text.split(","):
        assigned = _EXTENDED.fullmatch(part)
        if assigned:
            found.setdefault(assigned[1].lower(), plain(assigned[2]))
    if not found.get("family"):
        return None
    return person(found["family"], found.get("given"), particle=found.get("prefix"), suffix=found.get("suffix"))


def _parts(text: str) -> list[list[str]]:
    """Return the comma-separated parts of a name, each as its words; what stands in braces is neither split nor cut."""
    if "{" not in text and "\\" not in text:
        return [part.replace("~", " ").split() for part in text.split(",")]
    parts: list[list[str]] = [[]]
    depth = start = 0
    for mark in _PART.finditer(text):
        if mark[0] in {"{", "}"}:
            depth = max(0, depth + (1 if mark[0] == "{" else -1))
        elif depth == 0 and not _inside_command(text, mark):
            if mark.start() > start:
                parts[-1].append(text[start : mark.start()])
            if mark[0] == ",":
                parts.append([])
            start = mark.end()
    if start < len(text):
        parts[-1].append(text[start:])
    return parts


def _inside_command(text: str, mark: re.Match[str]) -> bool:
    r"""Whether this space belongs to an accent or letter command before it ("Erd\H os", "\o re")."""
    if mark[0] == ",":
        return False
    before = text[max(0, mark.start() - 12) : mark.start()]
    return before.endswith("\\") or re.search(r"\\[A-Za-z]{1,10}$", before) is not None


def _first_last(tokens: list[str]) -> Name:
    """Return the name of "First von Last", or a body where the words between are those of one ("Bank for ...")."""
    written = [plain(token) for token in tokens]
    if len(tokens) == 1:
        return body(written[0]) if re.fullmatch(r"[A-Z]{3,8}", written[0]) else Name(written[0])
    suffix = written.pop() if len(written) > 2 and is_suffix(written[-1]) else None
    lower = [at for at in range(len(written) - 1) if _is_lower(tokens[at], written[at])]
    if any(written[at] in words("inside_bodies") - words("particles") for at in lower):
        return body(" ".join(written))
    if not lower:
        return Name(written[-1], " ".join(written[:-1]), None, suffix)
    first, last = lower[0], lower[-1] + 1
    if first == 0 and not words("particles").issuperset(written[:last]):  # "bell hooks" writes herself small
        return Name(" ".join(written[last:]), " ".join(written[:last]), None, suffix)
    return Name(" ".join(written[last:]), " ".join(written[:first]) or None, " ".join(written[first:last]), suffix)


def _is_lower(token: str, written: str) -> bool:
    """Whether BibTeX takes a word for part of the particle: its first letter is small and not braced."""
    if token.startswith("{") and not token.startswith("{\\"):
        return False
    return next((letter.islower() for letter in written if letter.isalpha()), False)


def _joined(tokens: list[str]) -> str:
    return plain(" ".join(tokens))
