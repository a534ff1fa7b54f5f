"""Every page in both languages, as axe-core judges it: small and wide, light and dark, in forced colours."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.web.conftest import PAGES

pytestmark = pytest.mark.browser
ALL = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OF_COLOURS = ["color-contrast", "link-in-text-block"]  # themes change nothing else
OF_FINGERS = ["target-size"]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("language", ["", "/en"])
def test_every_page_is_accessible(open_page, language, page):
    shown = open_page(f"{language}{page}", bypass_csp=True)
    for width in (320, 1280):
        shown.set_viewport_size({"width": width, "height": 800})
        shown.emulate_media(color_scheme="light")
        assert violations(shown, ALL) == []
        shown.emulate_media(color_scheme="dark")
        assert violations(shown, OF_COLOURS) == []


@pytest.mark.parametrize("page", PAGES)
def test_every_page_is_legible_in_forced_colours(open_page, page):
    shown = open_page(page, bypass_csp=True, color_scheme="dark", forced_colors="active")
    assert violations(shown, OF_COLOURS) == []


@pytest.mark.parametrize("page", PAGES)
def test_whatever_can_be_touched_is_large_enough(open_page, page):
    shown = open_page(page, width=320, bypass_csp=True)
    # The districts of a map are as large as they are; each has its row in a list or table, too.
    shown.evaluate("for (const map of document.querySelectorAll('main svg')) map.remove()")
    assert violations(shown, OF_FINGERS) == []


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("language", ["", "/en"])
def test_no_page_scrolls_sideways(open_page, language, page):
    shown = open_page(f"{language}{page}")
    for width in (320, 360, 640, 1280, 1600):  # 640 is what 1280 is at 200 %
        shown.set_viewport_size({"width": width, "height": 800})
        assert shown.evaluate("document.documentElement.scrollWidth") <= width


def violations(page: Page, rules: list[str]) -> list[str]:
    options = {
        "runOnly": rules,
        "rules": {rule: {"enabled": rules is OF_FINGERS} for rule in OF_FINGERS},
        "resultTypes": ["violations"],
        "preload": False,  # the checker would fetch style sheets again, under addresses that it guesses wrongly
    }
    found = Axe().run(page, options=options).response["violations"]
    return [f"{rule['id']}: {node['target']} {node['failureSummary']}" for rule in found for node in rule["nodes"]]
