r"""How formats write the signs that mean something to them: & as \& in LaTeX, as &amp; in HTML."""

from __future__ import annotations

_LATEX = {"&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_", "–": "--", "\xa0": "~"}
_MARKUP = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}

_FORMS: dict[str, dict[int, str]] = {
    **dict.fromkeys(("latex", "bibtex"), str.maketrans(_LATEX)),
    **dict.fromkeys(("html", "jats", "tei"), str.maketrans(_MARKUP)),
    "typst": str.maketrans({"–": "--", "#": r"\#", "$": r"\$", "@": r"\@", "\xa0": "~"}),
}


def written_in(format: str, text: str) -> str:
    """Return `text` as a file of this format writes it."""
    forms = _FORMS.get(format)
    return text.translate(forms) if forms else text
