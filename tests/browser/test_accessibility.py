"""Every page as axe-core judges it: light, dark and in forced colours; wide in German, small in English.

All on one load of each page: a browser's start is most of what these tests cost.
"""

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from tests.web.pages import PAGES, WORK_PAGES

pytestmark = pytest.mark.browser
ALL = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OF_COLOURS = ["color-contrast", "link-in-text-block"]  # themes change nothing else
OF_FINGERS = ["target-size"]


@pytest.mark.parametrize("page", [*PAGES, *WORK_PAGES])
@pytest.mark.parametrize(("language", "width"), [("", 1280), ("/en", 320)])
def test_every_page_is_accessible(look_at, language, width, page):
    shown = look_at(f"{language}{page}", width=width, bypass_csp=True)
    assert violations(shown, ALL) == []
    shown.emulate_media(color_scheme="dark")
    assert violations(shown, OF_COLOURS) == []
    if width == 1280:  # the system's colours are the same everywhere
        shown.emulate_media(forced_colors="active")
        assert violations(shown, OF_COLOURS) == []
    for narrower in (1600, 1280, 640, 360, 320):  # 640 is what 1280 is at 200 %
        shown.set_viewport_size({"width": narrower, "height": 800})
        assert shown.evaluate("document.documentElement.scrollWidth") <= narrower
    # The districts of a map are as large as they are; each has its row in a list or table, too.
    shown.evaluate("for (const map of document.querySelectorAll('main svg')) map.remove()")
    assert violations(shown, OF_FINGERS) == []


def violations(page: Page, rules: list[str]) -> list[str]:
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    options = {
        "runOnly": rules,
        "rules": {rule: {"enabled": rules is OF_FINGERS} for rule in OF_FINGERS},
        "resultTypes": ["violations"],
        "preload": False,  # the checker would fetch style sheets again, under addresses that it guesses wrongly
    }
    found = page.evaluate("async (options) => (await axe.run(options)).violations", options)
    return [f"{rule['id']}: {node['target']} {node['failureSummary']}" for rule in found for node in rule["nodes"]]
