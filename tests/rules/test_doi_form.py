"""doi-form: how DOIs are printed, against the chosen style."""

import pytest

BODY = "Birds fly (Crane, 2012)."

FLAGGED = [
    ("apa", "doi:10.1000/182", "doi:10.1000/182", "https://doi.org/10.1000/182", "a label"),
    ("apa", "DOI: 10.1000/182.", "DOI: 10.1000/182", "https://doi.org/10.1000/182", "in capitals, at the end"),
    ("apa", "http://dx.doi.org/10.1000/182", "http://dx.doi.org/10.1000/182", "https://doi.org/10.1000/182", "old"),
    ("chicago", "doi.org/10.1000/182", "doi.org/10.1000/182", "https://doi.org/10.1000/182", "without https"),
    ("mla", "doi:10.1000/(18)2", "doi:10.1000/(18)2", "https://doi.org/10.1000/(18)2", "with brackets in it"),
    ("ieee", "https://doi.org/10.1000/182.", "https://doi.org/10.1000/182", "doi:10.1000/182", "an address"),
    ("vancouver", "<https://doi.org/10.1000/182>", "https://doi.org/10.1000/182", "doi:10.1000/182", "in brackets"),
    ("ama", "DOI: https://doi.org/10.1000/182", "https://doi.org/10.1000/182", "doi:10.1000/182", "both"),
]

CLEAN = [
    (None, "doi:10.1000/182", "no style is chosen"),
    ("apa", "https://doi.org/10.1000/182", "as APA prints it"),
    ("apa", "https://example.org/doi/10.1000/182", "an address of the publisher"),
    ("apa", "", "no DOI"),
    ("ama", "doi:10.1000/182", "as AMA prints it"),
    ("ieee", "doi: 10.1000/182", "a space"),
    ("gost", "DOI 10.1000/182", "without a colon"),
    ("asa", "doi:10.1000/182", "a style that leaves it open"),
]


def listed(doi):
    return f"Crane, Ada. 2012. Flocks. *Birds* 3 (2): 110–133. {doi}"


@pytest.mark.parametrize(("style", "doi", "marked", "mended", "why"), FLAGGED)
def test_a_doi_in_another_form(problems_of, style, doi, marked, mended, why):
    manuscript, problems = problems_of("doi-form", BODY, listed(doi), style=style)
    found = [(one.finding.span.of(manuscript.document.text), one.finding.replacement) for one in problems]
    assert found == [(marked, mended)], why
    assert problems[0].fix is not None


@pytest.mark.parametrize(("style", "doi", "why"), CLEAN)
def test_a_doi_in_the_form_that_is_asked_for(said, style, doi, why):
    assert said("doi-form", BODY, listed(doi), style=style) == [], why


def test_a_list_that_is_data_prints_nothing(tmp_path, problems_of):
    library = tmp_path / "list.bib"
    library.write_text("@article{c, author={Crane, Ada}, title={Flocks}, year=2012, doi={10.1000/182}}", "utf-8")
    _, problems = problems_of("doi-form", BODY, "", style="apa", references=(str(library),))
    assert problems == ()
