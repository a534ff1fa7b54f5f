"""No form is taken from another site, and whoever is refused learns what to do."""

import pytest
from django.test import Client
from django.urls import get_resolver

from tests.web.pages import ACCOUNT_PAGES, PAGES, WORK_PAGES
from tests.web.security.conftest import EMAIL, PASSWORD

STEPS = ["/anmelden/code/", "/anmelden/zweiter-schritt/", "/anmelden/als/", "/anmelden/bei/oidc/", "/einladung/x/"]


@pytest.fixture
def strict(account) -> Client:
    """Somebody signed in, in a browser that Django does not trust for a test's sake."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(account)
    return client


@pytest.mark.parametrize(
    "page", sorted({page.partition("?")[0] for page in [*PAGES, *ACCOUNT_PAGES, *WORK_PAGES, *STEPS]})
)
def test_a_form_without_its_token_is_refused_everywhere(strict, page):
    answer = strict.post(page, {"email": EMAIL, "password": PASSWORD})
    if answer.status_code != 404:  # there is nothing at all under this address
        assert answer.status_code == 403
        assert "Bitte laden Sie die Seite neu und senden Sie es noch einmal ab." in answer.content.decode()


def test_no_address_is_left_out():
    views = list(_views(get_resolver()))
    assert len(views) > 50
    assert [view for view in views if getattr(view, "csrf_exempt", False)] == []


def test_a_token_from_another_site_does_not_help(strict):
    strict.get("/abmelden/")
    token = strict.cookies["csrftoken"].value
    sent = {"csrfmiddlewaretoken": token}
    assert strict.post("/abmelden/", sent, headers={"origin": "https://example.org"}).status_code == 403
    assert strict.get("/konto/").status_code == 200
    assert strict.post("/abmelden/", sent, headers={"origin": "http://testserver"}).status_code == 302


def _views(resolver):
    for pattern in resolver.url_patterns:
        if hasattr(pattern, "url_patterns"):
            yield from _views(pattern)
        else:
            yield pattern.callback
