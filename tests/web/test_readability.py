"""The pages are written in plain German."""

import pytest

from tests.web.pages import PAGES, WORK_PAGES
from tests.web.readability import lix, sentences_of

PAGE, CRITERIA_PAGE, EASY_PAGE, ALL = 45, 55, 30, 45
ENOUGH = 6  # sentences, below which the index says nothing; the pages of work have few


def test_the_index_counts_words_of_sentences_and_long_words():
    page = "<main><h1>Kein Satz</h1><p>Wir <a>rufen</a> am 1. Mai an. Gut?<ul><li>St. Ort a. d. Ilm<li>Sie hilft.</ul>"
    assert sentences_of(page) == ["Wir rufen am 1. Mai an.", "Gut?", "Sie hilft."]
    assert lix(sentences_of(page)) == 8 / 3
    assert lix(["Wir unterstützen Betriebe."]) == pytest.approx(3 + 200 / 3)


def test_no_page_is_heavy(visit):
    # What the criteria ask for is said in their own terms, such as "intermediär".
    pages = [*PAGES, *WORK_PAGES]
    bounds = dict.fromkeys(pages, PAGE) | {"/kriterien/": CRITERIA_PAGE, "/leichte-sprache/": EASY_PAGE}
    sentences = {page: sentences_of(visit(page).content.decode()) for page in pages}
    judged = {page: found for page, found in sentences.items() if page in PAGES or len(found) >= ENOUGH}
    heavy = {page: round(lix(found)) for page, found in judged.items() if lix(found) > bounds[page]}
    assert heavy == {}
    assert lix(sorted(set().union(*sentences.values()))) < ALL
