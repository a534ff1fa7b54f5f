"""What matters most, as a visitor meets it in Chromium: finding the network of a place."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
POSTCODE, PLACE, DISTRICT, NETWORK = "57462", "Olpe", "05966", "sauerland"


def test_visitor_finds_the_network_of_a_place(open_page):
    for width, scripts in ((1280, True), (360, False)):
        page = open_page("/", width=width, java_script_enabled=scripts)
        page.get_by_label("Postleitzahl oder Ort").fill(POSTCODE)
        page.get_by_role("button", name="Netzwerk finden").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text(PLACE)
        expect(page.locator("a[href^='tel:']").first).to_be_visible()
        page.get_by_role("link", name="Netzwerk Sauerland").first.click()
        expect(page).to_have_url(re.compile(f"/netzwerke/{NETWORK}/$"))


@pytest.mark.parametrize("size", [(360, 640), (1280, 800)])
@pytest.mark.parametrize(
    "path",
    [
        f"/netzwerke/{NETWORK}/",
        f"/regionen/{DISTRICT}/",  # covered
        "/regionen/05970/",  # a white spot
        "/regionen/09571/",  # one with a long name
        "/en/regionen/09571/",
    ],
)
def test_whom_to_call_stands_in_the_first_screenful(open_page, path, size):
    width, height = size
    page = open_page(path, width=width, height=height)
    number = page.locator("main a[href^='tel:']").first.bounding_box()
    assert number["y"] + number["height"] < height


def test_keyboard_reaches_the_search_by_the_skip_link(open_page):
    page = open_page("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Zum Inhalt"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type(POSTCODE)
    page.keyboard.press("Enter")
    page.wait_for_url("**/regionen/**")


def test_map_says_names_and_is_filtered_without_loading_the_page_anew(open_page):
    page = open_page("/karte/")
    page.evaluate("document.body.dataset.kept = 'yes'")
    page.get_by_label("Land", exact=True).select_option("05")
    page.wait_for_url("**/karte/?land=05")
    page.get_by_role("heading", name="53 Kreise und Städte").wait_for()
    assert page.evaluate("document.body.dataset.kept") == "yes"
    page.locator(f"svg a[href='/regionen/{DISTRICT}/']").focus()
    expect(page.locator("[data-map-name]")).to_contain_text(PLACE)
