"""The page in a real browser: by keyboard, by ear, in the dark, on paper, without scripts, and with hostile text."""

import pytest

from citecheck.engine.pipeline import check
from citecheck.engine.settings import Settings
from citecheck.report.html import article_page, render
from citecheck.report.registry import report_for_path, report_of
from citecheck.report.report import View

#: One citation that agrees, one with a slip, two of a missing work, one that fits two entries, and an orphan.
ARTICLE = """# Lists

Lists are kept for many reasons, as Ritter (2011) says, and as Ritter (2011: p. 4) says again. A later study
(Okafo, 2014: p. 3) doubts it; others do not (Meyer, 1999), or only now and then (Meyer, 1999; Zettl, 2001).

## Doubts

Who doubts a list (Adler 2003) must keep one.

## References

Adler, Eva. 2003a. Doubt. Berlin: Karte.

Adler, Eva. 2003b. More doubt. Berlin: Karte.

Okafor, Ngozi. 2014. Lists in doubt. *Journal of Order* 3 (2): 1–9.

Ritter, Anna. 2011. *On the keeping of lists*. Vienna: Zettel.

Vogel, Jan. 1987. Never asked. Graz: Zettel.

Zettl, Ida. 2001. Cards. Linz: Karte.
"""

NUMBERED = """# Lists

Lists are kept for many reasons [1–3], as is known [2]. One more doubts it [9].

## References

1. Ritter A. On the keeping of lists. Vienna: Zettel; 2011.
2. Okafor N. Lists in doubt. J Order. 2014;3(2):1-9.
3. Meyer B. More lists. J Order. 2015;4(2):1-9.
"""


def states(page):
    """How the citations in the text stand, in text order."""
    classes = page.locator(".prose a.cite").evaluate_all("all => all.map((one) => one.className.split(' ')[1])")
    return list(classes)


def popover(page):
    return page.locator("#popover")


def test_the_format_is_found_by_its_name_and_by_the_name_of_a_file():
    assert report_of("html").render is render
    assert report_for_path("report.html").format == "html"
    assert report_for_path("report.HTM").format == "html"


def test_the_same_outcome_gives_the_same_bytes(outcome):
    made = outcome(ARTICLE)
    assert render([made], View()) == render([made], View(width=40, colour=True)) == article_page(made)


def test_each_citation_has_the_colour_of_its_state_and_says_it_in_words(outcome, opened):
    page = opened(article_page(outcome(ARTICLE)))
    assert states(page) == ["agrees", "agrees", "differs", "missing", "missing", "agrees", "several"]
    assert page.locator(".prose a.cite.differs").text_content() == "Okafo, 2014 (differs from the entry meant)"
    lines = page.locator(".prose a.cite").evaluate_all(
        "all => all.map((one) => getComputedStyle(one).textDecorationStyle)"
    )
    assert lines == ["solid", "solid", "wavy", "dashed", "dashed", "solid", "double"]


def test_focus_by_keyboard_shows_the_entry_meant_and_why(outcome, opened):
    page = opened(article_page(outcome(ARTICLE)))
    page.locator(".prose a.cite.agrees").nth(1).focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "cite differs"
    assert popover(page).is_visible()
    words = popover(page).text_content()
    assert "Okafor, Ngozi. 2014. Lists in doubt. Journal of Order 3 (2): 1–9." in words
    assert "the text has “Okafo”, the entry “Okafor”" in words
    assert "the year agrees" in words
    assert "%" in words
    assert "misspelled-author" in words
    page.keyboard.press("Escape")
    assert popover(page).is_hidden()


def test_hovering_shows_the_same_and_lets_the_pointer_in(outcome, opened):
    page = opened(article_page(outcome(ARTICLE)))
    page.locator(".prose a.cite.missing").first.hover()
    popover(page).wait_for(state="visible")
    assert "no entry of the list is meant by it" in popover(page).text_content()
    popover(page).hover()
    page.wait_for_timeout(250)
    assert popover(page).is_visible()
    page.locator("h1").hover()
    popover(page).wait_for(state="hidden")


def test_a_first_tap_shows_and_a_second_goes_to_the_entry(outcome, opened):
    page = opened(
        article_page(outcome(ARTICLE)), has_touch=True, is_mobile=True, viewport={"width": 390, "height": 800}
    )
    citation = page.locator(".prose a.cite.differs")
    citation.tap()
    assert "Lists in doubt" in popover(page).text_content()
    assert popover(page).locator(".again").is_visible()
    assert page.locator(":target").count() == 0
    citation.tap()
    assert page.locator(".entry:target .words").text_content().startswith("Okafor, Ngozi")


def test_a_screen_reader_is_told_what_the_popover_shows(outcome, opened):
    page = opened(article_page(outcome(ARTICLE)))
    told = page.locator(".prose a.cite.several").evaluate(
        "one => document.getElementById(one.getAttribute('aria-describedby')).textContent"
    )
    assert "fits several entries: it fits 2 entries equally well" in " ".join(told.split())


def test_one_click_on_an_entry_lights_the_citations_that_point_to_it(outcome, opened):
    page = opened(article_page(outcome(ARTICLE)))
    entry = page.locator(".entry", has_text="On the keeping of lists")
    entry.locator("summary").click()
    lit = page.locator(".prose .cite.lit")
    assert lit.all_text_contents() == ["Ritter (2011)", "Ritter (2011: p. 4)"]
    assert "line 3" in entry.locator(".row").first.text_content()
    assert page.locator("#status").text_content() == "2 citations point to Ritter 2011; highlighted in the text"
    entry.locator("summary").click()
    assert lit.count() == 0


def test_a_click_on_the_words_of_an_entry_does_the_same(outcome, opened):
    page = opened(article_page(outcome(ARTICLE)))
    page.locator(".entry .words", has_text="Cards").click()
    assert page.locator(".prose .cite.lit").all_text_contents() == ["Zettl, 2001"]
    page.locator(".entry .words", has_text="Never asked").click()
    assert page.locator(".prose .cite.lit").count() == 0


def test_orphans_are_marked_and_the_unlisted_stand_below_the_list(outcome, opened):
    page = opened(article_page(outcome(ARTICLE)))
    assert page.locator(".entry.orphaned .words").all_text_contents() == [
        "Vogel, Jan. 1987. Never asked. Graz: Zettel."
    ]
    assert page.locator(".entry.orphaned .badge").text_content() == "never cited"
    assert page.locator(".unlisted .row q").all_text_contents() == ["Meyer, 1999", "Meyer, 1999"]


def test_the_problems_are_filtered_by_severity_rule_and_words(outcome, opened):
    page = opened(article_page(outcome(ARTICLE)))
    shown, said = page.locator(".problem:visible"), page.locator(".filter output")
    every = shown.count()
    assert said.text_content() == f"{every} problems"
    page.locator(".filter input[value=error]").uncheck()
    assert set(shown.locator(".severity").all_text_contents()) == {"warning"}
    assert said.text_content() == f"{shown.count()} of {every} problems shown"
    page.locator(".filter input[value=error]").check()
    page.get_by_label("Rule").select_option("misspelled-author")
    assert shown.count() == 1
    page.get_by_label("Rule").select_option("")
    page.get_by_label("Words").fill("OKAFOR cited")
    assert shown.locator("code").all_text_contents() == ["misspelled-author"]
    page.get_by_label("Words").fill("nothing of the kind")
    assert said.text_content() == f"0 of {every} problems shown"


def test_a_problem_leads_to_its_place_and_to_the_entry_meant(outcome, opened):
    page = opened(article_page(outcome(ARTICLE)))
    row = page.locator(".problem", has_text="misspelled-author")
    row.get_by_role("link", name="line 4").click()
    assert page.locator(".prose .cite:target").text_content().startswith("Okafo, 2014")
    assert page.locator(".prose .cite:target").is_visible()
    row.get_by_role("link", name="Okafor 2014").click()
    assert page.locator(".entry:target .words").text_content().startswith("Okafor, Ngozi")


def test_without_a_script_all_is_readable_and_every_link_works(outcome, opened):
    page = opened(article_page(outcome(ARTICLE)), java_script_enabled=False)
    assert page.locator(".problem:visible").count() == page.locator(".problem").count() > 3
    assert page.locator(".filter").is_hidden()
    page.locator(".prose a.cite.differs").click()
    assert page.locator(".entry:target .words").text_content().startswith("Okafor, Ngozi")
    page.locator(".entry:target summary").click()
    assert page.locator(".entry:target .row .why").is_visible()


def test_on_paper_nothing_is_folded_away_and_no_control_is_printed(outcome, opened):
    page = opened(article_page(outcome(ARTICLE)))
    page.emulate_media(media="print", color_scheme="dark")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".filter").is_hidden()
    assert page.locator(".entry .row").count() == page.locator(".entry .row:visible").count() == 6
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details[open]").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_word_stands_out_from_what_lies_behind_it(outcome, opened, browser_scripts, scheme):
    page = opened(article_page(outcome(ARTICLE)), color_scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    page.locator(".prose a.cite.differs").focus()
    page.locator(".entry summary").first.click()
    assert page.evaluate(browser_scripts["contrast"]) == []


@pytest.mark.parametrize("texts", [(ARTICLE,), (NUMBERED,), (ARTICLE, NUMBERED, "No list at all (Meyer, 1999).\n")])
def test_the_page_is_built_so_that_everybody_can_use_it(outcome, opened, browser_scripts, texts):
    made = [outcome(text, name=f"{at}.md") for at, text in enumerate(texts)]
    page = opened(render(made, View()))
    assert page.evaluate(browser_scripts["audit"]) == []
    assert page.locator("a:not([href^='#'])").count() == 0


def test_a_narrow_screen_scrolls_one_way_only(outcome, opened):
    text = ARTICLE.replace("Never asked", "Never" * 60)
    page = opened(article_page(outcome(text)), viewport={"width": 390, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_citations_that_share_letters_share_a_mark_and_are_all_told_of(outcome, opened):
    page = opened(article_page(outcome(NUMBERED)))
    assert states(page) == ["agrees", "agrees", "missing"]
    page.locator(".prose a.cite").first.focus()
    assert popover(page).locator(".words").count() == 3
    page.locator(".entry summary").nth(2).click()
    assert page.locator(".prose .cite.lit").all_text_contents() == ["1–3"]


def test_the_plots_say_the_same_in_words_and_numbers(outcome, opened):
    page = opened(article_page(outcome(ARTICLE)))
    assert page.locator(".plot figcaption").all_text_contents() == [
        "Years of the works cited",
        "How often each entry is cited",
    ]
    assert page.locator(".plot > p").all_text_contents() == [
        "5 citations of works from 2001 to 2014, from 2011 most often.",
        "Of 6 entries, 1 not cited, 4 once, 1 more than once.",
    ]
    page.locator(".plot summary").nth(1).click()
    numbers = page.locator(".plot table").nth(1).locator("tbody tr").all_inner_texts()
    assert [tuple(row.split()) for row in numbers] == [("never", "1"), ("once", "4"), ("twice", "1")]


def test_several_files_share_a_page_and_nothing_else(outcome, opened):
    made = [outcome(ARTICLE, name="one.md"), outcome(ARTICLE, name="two.md"), check("none.md", Settings())]
    page = opened(render(made, View()))
    assert page.locator("h1").text_content() == "3 files"
    assert page.locator("nav.files a").all_text_contents() == ["one.md", "two.md", "none.md"]
    second = page.locator("article").nth(1)
    second.locator(".filter input[value=error]").uncheck()
    second.locator(".entry summary").nth(3).click()
    assert page.locator("article").first.locator(".problem[hidden], .lit").count() == 0
    assert second.locator(".prose .lit").count() == 2
    assert "not be" not in page.locator("article").nth(2).text_content()
    assert "Not wholly read:" in page.locator("article").nth(2).text_content()


#: Words that would be something else than words to a page that did not escape them.
HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</p></article></main><h1>Free</h1>",
    "]]>--><!-- ",
    "\"' onmouseover=alert(1) x='",
    "{{ 7 * 7 }}{% raw %}${7*7}",
    "&lt;b&gt; &amp; &#60;",
    "javascript:alert(1)",
    "</style></script></title>",
]


def test_no_text_of_a_document_becomes_part_of_the_page(outcome, opened):
    def kinds(page):
        """Return every kind of element with its attributes, and how many there are of those that stand once."""
        found = page.evaluate(
            "[...document.querySelectorAll('*')].map((one) => [one.tagName, ...one.getAttributeNames()])"
        )
        once = ("SCRIPT", "STYLE", "TITLE", "MAIN", "ARTICLE", "H1")
        return {tuple(sorted(one)) for one in found}, [sum(one[0] == name for one in found) for name in once]

    said = "".join(f"They said: {words} to us.\n\n" for words in HOSTILE)
    listed = "".join(
        f"Vogel, Jan. {1980 + at}. Never {words} asked. Graz: Zettel.\n\n" for at, words in enumerate(HOSTILE)
    )
    page = opened(article_page(outcome(f"{said}{ARTICLE}\n{listed}", name="hostile.txt")))
    harmless = opened(article_page(outcome(ARTICLE)))
    assert kinds(page)[0] <= kinds(harmless)[0]
    assert kinds(page)[1] == [1] * 6
    prose, entries = page.locator(".prose").text_content(), page.locator(".entries").text_content()
    assert [words for words in HOSTILE if f"They said: {words} to us." not in prose] == []
    assert [words for words in HOSTILE if f"Never {words} asked." not in entries] == []


def test_what_hides_or_steers_is_shown_as_what_it_is(outcome):
    made = article_page(outcome(ARTICLE.replace("must keep one", "must\u202e keep\u200b one\x1b[31m\u2066")))
    assert r"keep one\u001b[31m" in made
    assert not set(made) & {"\u202e", "\u200b", "\x1b", "\u2066"}


def test_the_name_of_a_file_may_be_anything(outcome, opened):
    page = opened(article_page(check("</title><b>/</title><script>alert(1)<b>\udce9\u202e.md", Settings())))
    assert page.title() == r"title><script>alert(1)<b>\udce9\u202e.md · citecheck"
    assert page.locator("h1").text_content() == r"title><script>alert(1)<b>\udce9\u202e.md"


def test_time_grows_with_the_text(outcome, grows_evenly):
    from time import process_time

    def spent(times):
        made = outcome(ARTICLE.replace("Who doubts", "So (Zettl, 2001) and *Ritter* (2011) doubt. Who doubts " * times))
        begun = process_time()
        article_page(made)
        return process_time() - begun

    assert grows_evenly(spent, 40, 320)
