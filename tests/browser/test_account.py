"""Signing in, and one's own account, in Chromium."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.test_accessibility import ALL, violations
from tests.web.pages import ACCOUNT_PAGES

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("width", "theme", "language"), [(320, "dark", ""), (1280, "light", "/en")])
def test_pages_of_an_account_are_accessible(open_page, width, theme, language):
    page = open_page(f"{language}/anmelden/", width=width, bypass_csp=True, color_scheme=theme)
    page.locator("button[value='coordination']").click()
    page.wait_for_url("**/heute/")
    for address in ACCOUNT_PAGES:
        page.goto(f"{language}{address}")
        assert violations(page, ALL) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_what_is_wrong_with_a_form_is_in_focus(open_page):
    page = open_page("/anmelden/")
    page.get_by_label("E-Mail-Adresse").fill("toni")
    page.get_by_role("button", name="Code schicken").click()
    expect(page).to_have_title(re.compile("^Fehler: "))
    expect(page.get_by_role("alert")).to_be_focused()
    page.get_by_role("alert").get_by_role("link").click()
    expect(page.get_by_label("E-Mail-Adresse")).to_be_focused()
