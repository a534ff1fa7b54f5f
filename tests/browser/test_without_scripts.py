"""JavaScript is comfort only: every page says the same without it, and does its work."""

import re

import pytest
from playwright.sync_api import expect

from tests.web.pages import PAGES

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("page", PAGES)
def test_every_page_says_the_same_without_scripts(look_at, page):
    texts = [look_at(page, java_script_enabled=enabled).locator("body").inner_text() for enabled in (True, False)]
    assert texts[0] == texts[1]


def test_the_map_is_filtered_and_sorted_by_its_form(open_page):
    page = open_page("/karte/", java_script_enabled=False)
    page.get_by_label("Land", exact=True).select_option("05")
    page.get_by_role("button", name="Anzeigen").click()
    expect(page.get_by_role("heading", level=2).first).to_have_text("53 Kreise und Städte")
    page.get_by_role("link", name="Netzwerk", exact=True).first.click()
    expect(page).to_have_url(re.compile("land=05"))
    expect(page.locator("th[aria-sort]")).to_have_count(1)


def test_lists_are_filtered_by_their_form(open_page):
    page = open_page("/netzwerke/", java_script_enabled=False)
    page.get_by_label("Name").fill("Olpe")
    page.get_by_role("button", name="Anzeigen").click()
    expect(page.locator(".mn-rows li")).to_have_count(1)


def test_the_menu_of_a_phone_opens(open_page):
    page = open_page("/", width=360, java_script_enabled=False)
    page.get_by_role("button", name="Menü").click()
    page.get_by_role("link", name="Karte", exact=True).click()
    expect(page).to_have_url(re.compile("/karte/$"))
