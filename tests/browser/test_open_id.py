"""The way to a provider and back, in Chromium: our policy lets the button's form leave for that host, and no other."""

import urllib.request

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import running_site
from tests.open_id.people import CLIENT, PASSWORD, SECRET
from tests.open_id.running import running_provider
from tools.postgres import free_port

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def both(tmp_path_factory):
    """An installation that knows a provider, and the provider."""
    port = free_port()
    back = f"http://127.0.0.1:{port}/anmelden/bei/oidc/zurueck/"
    with running_provider(tmp_path_factory.mktemp("provider"), back) as provider:
        named = {"URL": provider, "NAME": "Verbandskonto", "CLIENT": CLIENT, "SECRET": SECRET}
        settings = {f"MITTELNETZ_OIDC_{name}": value for name, value in named.items()}
        with running_site(tmp_path_factory.mktemp("home"), port, **settings) as site:
            yield site, provider


def test_one_signs_in_with_the_account_of_another_house(both, browser):
    site, provider = both
    page = browser.new_context(base_url=site).new_page()
    refused: list[str] = []
    page.on("console", lambda message: "Content Security" in message.text and refused.append(message.text))
    page.goto("/anmelden/")
    page.locator("button[value='coordination']").click()  # opens the account
    page.wait_for_url("**/heute/")
    page.goto("/konto/")
    page.get_by_role("button", name="Abmelden").click()
    page.wait_for_url(f"{site}/")
    page.goto("/anmelden/")
    page.get_by_role("button", name="Mit Verbandskonto anmelden").click()
    page.wait_for_url(f"{provider}/sign-in/**")
    page.get_by_label("Username").fill("koordination")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("button", name="Authorize").click()
    page.wait_for_url(f"{site}/heute/")
    page.goto("/konto/")
    expect(page.get_by_text("privat@example.org")).to_be_visible()
    assert refused == []
    page.context.close()


def test_only_pages_with_the_button_let_forms_leave_and_only_there(both):
    site, provider = both
    policies = {page: policy(f"{site}{page}") for page in ("/anmelden/", "/anmelden/passwort/", "/fehler-melden/")}
    assert policies.pop("/fehler-melden/") == "form-action 'self'"
    assert set(policies.values()) == {f"form-action 'self' {provider}"}


def policy(address: str) -> str:
    with urllib.request.urlopen(address) as page:
        parts = page.headers["Content-Security-Policy"].split("; ")
    (named,) = (part for part in parts if part.startswith("form-action"))
    return str(named)
