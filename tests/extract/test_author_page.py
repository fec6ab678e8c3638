"""Citations by author and page, as MLA has them."""

import pytest

from citecheck.extract.author_page import find

LIST = """
Axelrod, Robert. *The Evolution of Cooperation*. Basic Books, 1984.
Crane, Ada, and Ben Dove. “Flocks.” *Birds*, vol. 3, no. 2, 2012, pp. 110–33.
Crane, Ada. *Nests in Winter*. Oslo Press, 2015.
van Lark, Eva. “Larks and Linnets.” *Birds*, vol. 4, 2013, pp. 1–9.
van Lark, Eva, and Otto van Wren. “Wrens.” *Birds*, vol. 5, 2014, pp. 10–19.
"""

#: Three of these make a style of it.
FRAME = "It is so (Axelrod 12). And so it was (Crane and Dove 111), as before (Axelrod 40). "

READ = [
    ("(Axelrod 15)", [("Axelrod 15", "Axelrod", None, "15")], "a page"),
    ("(Axelrod 15–17)", [("Axelrod 15–17", "Axelrod", None, "15–17")], "pages"),
    ("(see Axelrod 15)", [("Axelrod 15", "Axelrod", None, "15")], "behind a word of introduction"),
    ("(Crane and Dove)", [("Crane and Dove", "Crane|Dove", None, None)], "no page"),
    ("(Crane, *Nests* 15)", [("Crane, *Nests* 15", "Crane", "Nests", "15")], "a short title"),
    ("(Axelrod 15ff)", [("Axelrod 15ff", "Axelrod", None, "15ff")], "what follows the page"),
    ("(for a history, see Axelrod)", [("Axelrod", "Axelrod", None, None)], "behind a remark"),
    ("(on games, Axelrod 15)", [("Axelrod 15", "Axelrod", None, "15")], "behind a remark and a comma"),
    (
        "(Crane, “Flocks (Notes)” 111)",
        [("Crane, “Flocks (Notes)” 111", "Crane", "Flocks (Notes)", "111")],
        "a title with brackets",
    ),
    ("Crane (*Nests in Winter*) says", [("Crane (*Nests in Winter*)", "Crane", "Nests in Winter", None)], "told"),
    ("Crnae (*Nests in Winter*) says", [("Crnae (*Nests in Winter*)", "Crnae", "Nests in Winter", None)], "a slip"),
    (
        "Crane (*Nests in Winter (A Study of Birds in Several Parts)*) says",
        [
            (
                "Crane (*Nests in Winter (A Study of Birds in Several Parts)*)",
                "Crane",
                "Nests in Winter (A Study of Birds in Several Parts)",
                None,
            )
        ],
        "a title with long brackets",
    ),
    ("(cf. van Lark; van Lark and van Wren)", [
        ("van Lark", "van Lark", None, None),
        ("van Lark and van Wren", "van Lark|van Wren", None, None),
    ], "a particle that is also a word of introduction in another language"),
]  # fmt: skip

NONE = [
    ("(and so on)", "prose"),
    ("(12)", "a number"),
    ("(Figure 12)", "a float"),
    ("(Norway and Sweden)", "names that no entry has"),
]


def read(body_of, text):
    whole = FRAME + text + " it is."
    return [
        (
            one.span.of(whole),
            "|".join(name.text for name in one.authors),
            one.title,
            one.locator.text if one.locator else None,
        )
        for one in find(body_of(whole, LIST))[3:]
    ]


@pytest.mark.parametrize(("text", "expected", "why"), READ)
def test_a_citation_is_read(body_of, text, expected, why):
    assert read(body_of, text) == expected, why


@pytest.mark.parametrize(("text", "why"), NONE)
def test_what_is_no_citation(body_of, text, why):
    assert read(body_of, text) == [], why


def test_a_few_brackets_are_no_style(body_of):
    assert find(body_of("It is so (Axelrod 12), and so it was (Axelrod 40).", LIST)) == ()


def test_brackets_with_years_are_another_style(body_of):
    dated = "And (Axelrod 1984), (Crane 2015), (Crane and Dove 2012), (van Lark 2013)."
    assert find(body_of(FRAME + dated, LIST)) == ()


def test_titles_behind_names_in_the_text_make_the_style(body_of):
    told = "So Crane (*Nests in Winter*), Axelrod (« The Evolution of Cooperation ») and Crane (“Nests in Winter”) say."
    assert [citation.authors[0].text for citation in find(body_of(told, LIST))] == ["Crane", "Axelrod", "Crane"]


def test_a_bracket_of_many_works_may_be_long(body_of):
    many = "; ".join(["Crane, *Nests in Winter* 15", "Axelrod 12–40", "van Lark and van Wren 12"] * 8)
    assert len(find(body_of(f"So it is ({many}).", LIST))) == 24
