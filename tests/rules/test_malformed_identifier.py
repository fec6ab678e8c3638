"""malformed-identifier: numbers and addresses that cannot be right."""

import pytest

FLAGGED = [
    ("isbn = {978-0-226-45804-1}", "its last digit should be 5", "a slip in an ISBN"),
    ("isbn = {0-226-45808-2}", "its last digit should be 3", "a slip in an old ISBN"),
    ("isbn = {978-0-226-4580-3}", "it has 12 digits, not 10 or 13", "a digit lost"),
    ("issn = {0028-0837}", "its last digit should be 6", "a slip in an ISSN"),
    ("issn = {0028-083}", "it has 7 digits, not 8", "a digit of an ISSN lost"),
    ("doi = {11.1000/abc}", "does not begin with 10.", "another prefix"),
    ("doi = {https://example.org/abc}", "does not begin with 10.", "an address that is no DOI"),
    ("doi = {10.1000/ab c}", "it holds a space", "a space in a DOI"),
    ("doi = {10.1000/abc,}", "a comma stands at its end", "a comma too many"),
    ("eprint = {1513.00001}, archiveprefix = {arXiv}", "there is no month 13", "a month too many"),
    ("eprint = {150.1}, eprinttype = {arxiv}", "it has not the shape", "a number cut short"),
    ("url = {http:/example.org}", "it does not begin with https://", "a slash lost"),
    ("url = {htp://example.org}", "it does not begin with https://", "a letter lost"),
    ("url = {https://example.org/a b}", "it holds a space", "a space in an address"),
    ("url = {https://http://example.org}", "it begins twice", "two beginnings"),
    ("url = {https://example.org https://example.com}", "several addresses", "two addresses"),
    ("url = {https://[example}", "its brackets do not match", "what no program reads"),
]
CLEAN = [
    ("isbn = {978-0-226-45808-3}", "an ISBN"),
    ("isbn = {0 8044 2957 X}", "an old ISBN with spaces and X"),
    ("isbn = {9780226458083 (pbk.), 0226458083}", "two, with words"),
    ("isbn = {978-0-226-45808-3 0-226-45808-3}", "two, with a space between"),
    ("isbn = {ISBN-13: 978-0-226-45808-3}", "with its name"),
    ("isbn = {0028-0836}", "an ISSN in the field of the other"),
    ("issn = {0028-0836, 1476-4687}", "of print and web"),
    ("issn = {1050-124X}", "with X"),
    ("doi = {10.1000/abc}", "a DOI"),
    ("doi = {https://doi.org/10.1000/abc}", "with its resolver"),
    ("doi = {doi:10.1000/(SICI)1097(199905)45:2<131::AID-J8>3.0.CO;2-I}", "an old one with odd signs"),
    ("doi = {10/ghwrqs}", "a short DOI"),
    ("eprint = {1501.00001v2}, archiveprefix = {arXiv}", "a number of arXiv"),
    ("eprint = {arXiv:math/0501001}, archiveprefix = {arXiv}", "an old one"),
    ("eprint = {0501001}, archiveprefix = {arXiv}, primaryclass = {math}", "its subject in another field"),
    ("eprint = {12345}, eprinttype = {jstor}", "a number of another house"),
    ("url = {https://example.org/a\\_b}", "an address with LaTeX in it"),
    ("url = {www.example.org}", "without a scheme"),
    ("url = {http://münchen.example/}", "letters of all countries"),
    ("note = {ISBN 1}", "a field for anything"),
]


@pytest.mark.parametrize(("field", "said", "why"), FLAGGED, ids=[row[2] for row in FLAGGED])
def test_flagged(messages, field, said, why):
    (message,) = messages("malformed-identifier", f"@misc{{a, title = {{T}}, {field}}}")
    assert said in message


@pytest.mark.parametrize(("field", "why"), CLEAN, ids=[row[1] for row in CLEAN])
def test_clean(messages, field, why):
    assert messages("malformed-identifier", f"@misc{{a, title = {{T}}, {field}}}") == []


OTHERS = [
    ("list.json", '[{"id": "a", "title": "T", "ISBN": "978-0-226-45804-1"}]'),
    ("list.ris", "TY  - BOOK\nTI  - T\nSN  - 978-0-226-45804-1\nER  -\n"),
    ("list.ris", "TY  - JOUR\nTI  - T\nSN  - 0028-0837\nER  -\n"),
    ("list.nbib", "PMID- 1\nTI  - T\nIS  - 0028-0837 (Print)\n"),
    ("list.yml", "a:\n  type: book\n  title: T\n  serial-number:\n    isbn: 978-0-226-45804-1\n"),
    (
        "list.xml",
        "<xml><records><record><titles><title>T</title></titles><isbn>0028-0837</isbn></record></records></xml>",
    ),
    (
        "list.mods",
        '<mods><titleInfo><title>T</title></titleInfo><identifier type="isbn">9780226458041</identifier></mods>',
    ),
    ("list.txt", "Kuhn, Thomas. 1962. The Structure. Chicago: Press. ISBN 978-0-226-45804-1.\n"),
    ("list.txt", "Kuhn, Thomas. 1962. The Structure. Science 1: 2–9. doi:11.1000/abc.\n"),
]


@pytest.mark.parametrize(("name", "text"), OTHERS, ids=[row[0] for row in OTHERS])
def test_in_other_lists(messages, name, text):
    (message,) = messages("malformed-identifier", text, name)
    assert "cannot be right" in message


def test_the_words_of_a_typed_entry_are_no_numbers(messages):
    text = "Kuhn, Thomas. 1962. On the ISSN of journals, the ISBN and the doi: a history. Chicago: Press.\n"
    assert messages("malformed-identifier", text, "list.txt") == []
