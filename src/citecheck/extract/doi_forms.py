"""How the entries of a list print their DOIs: https://doi.org/10.…, doi:10.…, an address that has been replaced."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citecheck.model.house_style import DoiForm
from citecheck.model.manuscript import Manuscript
from citecheck.model.reference import ReferenceId
from citecheck.model.span import Span
from citecheck.model.value import value
from citecheck.text.pattern import pattern

# matches: https://doi.org/10.1000/182 | http://dx.doi.org/10.1000/182 | doi:10.1000/182 | DOI 10.1000/182 | 10.1000/182
# not a DOI inside another address: https://example.org/doi/10.1000/182
_DOI = pattern(
    r"(?<![\w/.-])(?:(?P<label>doi)(?:\s?[:.]\s?|\s))?(?P<host>(?:https?://)?(?:dx\.)?(?:www\.)?doi\.org/)?"
    r"(?P<doi>10\.[0-9]{4,9}/[^\s<>\"”\]{}|]{1,200})",
    re.IGNORECASE,
)
_NEW = "https://doi.org/"
_ENDS = ".,;:)*_"


@value
class PrintedDoi:
    """A DOI as an entry prints it: `form` is None for one that is in neither form that styles ask for.

    `span` is in the text of the document that the entry stands in.
    """

    reference: ReferenceId
    document: int
    span: Span
    form: DoiForm | None
    doi: str

    def written_as(self, form: DoiForm) -> str:
        """Return the DOI in another form."""
        return f"{_NEW}{self.doi}" if form is DoiForm.URL else f"doi:{self.doi}"


def printed_dois(manuscript: Manuscript) -> Iterator[PrintedDoi]:
    """Yield the first DOI of each entry that stands in a text; entries that are data print nothing."""
    for reference in manuscript.references:
        document = manuscript.documents[reference.document]
        if document.references is not None or reference.doi is None:
            continue
        found = _DOI.search(document.text, reference.span.start, reference.span.end)
        if found is None:
            continue
        doi = found["doi"].rstrip(_ENDS if "(" not in found["doi"] else _ENDS.replace(")", ""))
        start = found.start("host") if found["host"] else found.start()
        span = Span(start, found.start("doi") + len(doi))
        yield PrintedDoi(reference.id, reference.document, span, _form(found), doi)


def _form(found: re.Match[str]) -> DoiForm | None:
    if found["host"]:
        return DoiForm.URL if found["host"].casefold() == _NEW else None
    return DoiForm.LABEL if found["label"] else None
