"""A volunteer's way, on a phone: invited, signed in, a partner taken in, the function handed over, a mail answered."""

import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import running_site
from tests.browser.server import PASSWORD
from tests.browser.test_accessibility import ALL, violations
from tests.web.conftest import STAFF
from tools.postgres import free_port

pytestmark = pytest.mark.browser
PHONE = {"width": 360, "height": 740}
TONI, KIM = "toni@example.org", "kim@example.org"


@pytest.fixture
def on_a_phone(browser, tmp_path):
    """Opens a browser that knows nobody, on a server with a worker."""
    opened: list[BrowserContext] = []
    with running_site(tmp_path, free_port(), works=True) as site:

        def open_() -> Page:
            opened.append(browser.new_context(base_url=site, viewport=PHONE, bypass_csp=True))
            return opened[-1].new_page()

        yield open_
        for context in opened:
            context.close()


def look(page: Page) -> None:
    assert violations(page, ALL) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def press(page: Page, name: str) -> None:
    look(page)
    page.get_by_role("button", name=name, exact=True).click()


def in_mail(page: Page, to: str, wanted: str) -> str:
    """What a pattern finds in the newest mail to somebody that has it, once it is written."""
    for _ in range(40):
        page.goto("/postausgang/")
        for mail in [link.get_attribute("href") for link in page.locator("li", has_text=to).get_by_role("link").all()]:
            page.goto(mail)
            if found := re.search(wanted, page.locator("pre").inner_text()):
                return found.group()
        page.wait_for_timeout(250)
    raise AssertionError(f"no mail to {to} with {wanted}")


def test_from_the_invitation_to_the_answer_by_mail(on_a_phone):
    office, toni, outbox = on_a_phone(), on_a_phone(), on_a_phone()

    office.goto("/anmelden/passwort/")
    office.get_by_label("E-Mail-Adresse").fill(STAFF)
    office.get_by_label("Passwort", exact=True).fill(PASSWORD)
    press(office, "Anmelden")
    office.wait_for_url("**/heute/")
    office.goto("/buero/person/c/einladen/")
    office.get_by_label("E-Mail").fill(TONI)
    press(office, "Einladung schicken")
    expect(office.get_by_role("status")).to_contain_text("Die Einladung geht per Mail hinaus.")

    toni.goto(in_mail(outbox, TONI, r"/einladung/\S+/"))
    press(toni, "Konto einrichten")
    toni.wait_for_url("**/heute/")
    look(toni)
    toni.goto("/konto/")
    press(toni, "Abmelden")
    toni.goto("/anmelden/")
    toni.get_by_label("E-Mail-Adresse").fill(TONI)
    press(toni, "Code schicken")
    toni.get_by_label("Code").fill(in_mail(outbox, TONI, r"(?m)^[A-Z0-9-]{6,9}$"))
    press(toni, "Anmelden")
    toni.wait_for_url("**/heute/")

    toni.goto("/mein/netzwerk/sauerland/partner/neu/")
    toni.get_by_label("Organisation", exact=True).fill("Bundesverband Probe")
    press(toni, "Aufnehmen")
    expect(toni.get_by_role("link", name="Bundesverband Probe").first).to_be_visible()

    toni.goto("/mein/netzwerk/sauerland/ansprechpersonen/7001/uebergeben/")
    toni.get_by_role("textbox", name="Name").fill("Kim Neu")
    toni.get_by_role("textbox", name="E-Mail").fill(KIM)
    press(toni, "Übergeben")
    expect(toni.get_by_role("status")).to_contain_text("Die Übergabe ist eingetragen.")

    kim = on_a_phone()
    kim.goto(in_mail(outbox, KIM, r"/antwort/\S+/"))
    press(kim, "Ja, nennen Sie mich")
    expect(kim.get_by_role("main")).to_contain_text("Ja, nennen Sie mich")
    look(kim)
    kim.goto("/netzwerke/sauerland/")
    expect(kim.get_by_text("Kim Neu").first).to_be_visible()
