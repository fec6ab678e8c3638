"""A DOI is not printed in the form that the chosen style asks for.

Why it matters
    A DOI that begins with https://doi.org/ can be followed at once; other styles put “doi:” before it. The addresses
    that begin with http://dx.doi.org/ are out of date in all of them.

Example
    doi:10.1126/science.185.4157.1124 under `--style apa`

Correction
    https://doi.org/10.1126/science.185.4157.1124

Not reported
    Articles checked without `--style`; styles whose manual leaves the form open; lists that are data, such as .bib.

Options
    None. The form comes with `--style`.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.model.house_style import DoiForm
from citecheck.model.manuscript import Manuscript
from citecheck.model.problem import Finding, Severity
from citecheck.rules.rule import Rule, Scope
from citecheck.rules.wording import shortened

_SHOWN = {DoiForm.URL: "https://doi.org/…", DoiForm.LABEL: "doi:…"}


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield each entry whose DOI is in another form than the chosen style prints."""
    house = manuscript.house
    if house is None or house.doi is None:
        return
    from citecheck.extract.doi_forms import printed_dois

    for printed in printed_dois(manuscript):
        if printed.form is not house.doi:
            written = shortened(printed.span.of(manuscript.documents[printed.document].text))
            yield Finding(
                f"the DOI is printed as “{written}”, and {house.title} prints “{_SHOWN[house.doi]}”",
                span=printed.span,
                document=printed.document,
                reference=printed.reference,
                replacement=printed.written_as(house.doi),
                safe=True,
                confidence=0.9,
                fold=printed.form.value if printed.form else "neither",
            )


RULE = Rule(
    "doi-form",
    Severity.STYLE,
    check,
    "We shall print it in the form of our style; please tell us if the DOI itself is wrong.",
    scope=Scope.ENTRIES,
)
