"""What remains on paper, and where there are no colours."""

import pytest
from playwright.sync_api import Page

from tests.web.pages import PAGES

pytestmark = pytest.mark.browser
A4 = 718  # pixels between margins of 1 cm
ON_SCREEN_ONLY = "form, .mn-nav, .mn-menu, .mn-skip, .kern-btn"
TEXTS = """(hidden) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) {
        const { parentElement, data } = walker.currentNode;
        if (!parentElement.closest(hidden) && parentElement.checkVisibility()) texts.push(data.trim());
    }
    return texts.filter(Boolean);
}"""
VISIBLE = """(names) => [...document.querySelectorAll(names)]
    .filter((one) => one.checkVisibility()).map((one) => one.outerHTML)"""
# Relative luminance after WCAG, on white paper.
PALE_LINKS = """[...document.links].filter((link) => {
    const parts = getComputedStyle(link).color.match(/[\\d.]+/g).slice(0, 3).map((part) => part / 255);
    const [r, g, b] = parts.map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05) < 4.5;
}).map((link) => link.outerHTML)"""


@pytest.mark.parametrize("page", PAGES)
def test_every_page_can_be_printed(look_at, page):
    shown = look_at(page, width=A4)
    shown.emulate_media(color_scheme="dark")
    on_screen = shown.evaluate(TEXTS, ON_SCREEN_ONLY)
    shown.emulate_media(media="print")
    assert shown.evaluate(TEXTS, ON_SCREEN_ONLY) == on_screen
    assert shown.evaluate(VISIBLE, ON_SCREEN_ONLY) == []
    assert shown.evaluate("document.documentElement.scrollWidth") <= A4
    assert shown.evaluate(PALE_LINKS) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("forced", ["none", "active"])
def test_patterns_of_the_map_and_states_differ_without_colours(open_page, theme, forced):
    for path, pictures in (("/karte/", ".mn-legend svg"), ("/netzwerke/", ".mn-state svg")):
        page = open_page(path, color_scheme=theme, forced_colors=forced)
        see_no_colours(page)
        shown = [one.screenshot() for one in page.locator(pictures).all()]
        assert len(set(shown)) == len(shown) > 2
        words = page.locator(".mn-legend li, .mn-state").all_inner_texts()
        assert len(set(words)) == len(words) == len(shown)


def see_no_colours(page: Page) -> None:
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setEmulatedVisionDeficiency", {"type": "achromatopsia"})
