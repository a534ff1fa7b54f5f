"""What matters most, as a visitor meets it in Chromium: finding the network of a place."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from mittelnetz.exchange.exporting import document_file
from mittelnetz.exchange.generator import generate_federation
from mittelnetz.exchange.importing import import_federation
from tests.factories import ACTOR

pytestmark = pytest.mark.browser
FLAGS = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync")
NETWORK = "elbe-und-mulde"
PLACE = ("01067", "Dresden")  # in the region of that network
PAGES = (
    "/",
    "/?ort=Frankfurt",
    "/netzwerke/",
    f"/netzwerke/{NETWORK}/",
    f"/netzwerke/{NETWORK}/?stand=2025-03-31",
    f"/netzwerke/{NETWORK}/verlauf/",
    "/organisationen/",
    "/karte/",
    "/karte/?land=14&sortieren=land",
    "/regionen/",
    "/regionen/14/",
    "/regionen/14612/",
    "/regionen/05758/",
    "/kriterien/",
    "/_muster/",
    "/nirgends/",
)


@pytest.fixture
def site(live_server) -> str:
    """The address of a server that shows the demo federation."""
    document = generate_federation(networks=25, seed=1, as_of=date(2026, 6, 30))
    import_federation(content=b"".join(document_file(document)), actor=ACTOR, at=datetime(2026, 6, 30, tzinfo=UTC))
    return live_server.url


@pytest.fixture
def browser(site) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=list(FLAGS))
        yield chromium
        chromium.close()


@pytest.fixture
def open_page(browser: Browser, site: str) -> Callable[..., Page]:
    """Opens a page that fails the test when it breaks the content security policy or asks another host."""

    def open_(path: str, **options: object) -> Page:
        page = browser.new_context(base_url=site, **options).new_page()
        page.on("console", lambda message: pytest.fail(message.text) if "Content Security" in message.text else None)
        page.on("request", lambda asked: asked.url.startswith((site, "data:")) or pytest.fail(asked.url))
        page.goto(path)
        return page

    return open_


def test_visitor_finds_the_network_of_a_place(open_page):
    for width, scripts in ((1280, True), (360, False)):
        page = open_page("/", viewport={"width": width, "height": 800}, java_script_enabled=scripts)
        postcode, name = PLACE
        page.get_by_label("Postleitzahl oder Ort").fill(postcode)
        page.get_by_role("button", name="Netzwerk finden").click()
        assert name in page.get_by_role("heading", level=1).inner_text()
        assert page.locator("a[href^='tel:']").first.is_visible()
        page.get_by_role("link", name="Netzwerk Elbe und Mulde").first.click()
        assert page.url.endswith(f"/netzwerke/{NETWORK}/")


@pytest.mark.parametrize("size", [(360, 640), (1280, 800)])
@pytest.mark.parametrize(
    "path",
    [
        f"/netzwerke/{NETWORK}/",
        "/regionen/14612/",  # covered
        "/regionen/05758/",  # a white spot
        "/regionen/09571/",  # one with a long name
        "/en/regionen/09571/",
    ],
)
def test_whom_to_call_stands_in_the_first_screenful(open_page, path, size):
    width, height = size
    page = open_page(path, viewport={"width": width, "height": height})
    number = page.locator("main a[href^='tel:']").first.bounding_box()
    assert number["y"] + number["height"] < height


def test_keyboard_reaches_the_search_by_the_skip_link(open_page):
    page = open_page("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Zum Inhalt"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type(PLACE[0])
    page.keyboard.press("Enter")
    page.wait_for_url("**/regionen/**")


def test_map_says_names_and_is_filtered_without_loading_the_page_anew(open_page):
    page = open_page("/karte/", viewport={"width": 1280, "height": 900})
    page.evaluate("document.body.dataset.kept = 'yes'")
    page.get_by_label("Land", exact=True).select_option("14")
    page.wait_for_url("**/karte/?land=14")
    page.get_by_role("heading", name="13 Kreise und Städte").wait_for()
    assert page.evaluate("document.body.dataset.kept") == "yes"
    page.locator("svg a[href='/regionen/14612/']").focus()
    assert PLACE[1] in page.locator("[data-map-name]").inner_text()


def test_map_is_passed_by_a_skip_link_and_entered_by_land(open_page):
    page = open_page("/karte/")
    page.locator(".mn-map .mn-skip").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("!document.activeElement.closest('.mn-map')")
    page.get_by_role("link", name="Sachsen", exact=True).first.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "/regionen/14511/"


@pytest.mark.parametrize(
    ("language", "width", "theme"),
    [
        ("", 320, "light"),
        ("", 640, "dark"),  # what 1280 is at 200 %
        ("", 1280, "light"),
        ("/en", 320, "dark"),
        ("/en", 1280, "light"),
    ],
)
def test_pages_are_accessible_and_never_scroll_sideways(open_page, language: str, width: int, theme: str):
    for path in PAGES:
        page = open_page(
            f"{language}{path}", viewport={"width": width, "height": 800}, color_scheme=theme, bypass_csp=True
        )
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        # preload: the checker would fetch style sheets again, under addresses that it guesses wrongly.
        found = Axe().run(page, options={"preload": False})
        assert found.violations_count == 0, (path, found.generate_report())
        page.context.close()
