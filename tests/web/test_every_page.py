"""What holds for every page."""

import re
from contextlib import suppress

import html5lib
import pytest
from django.conf import settings
from django.urls import Resolver404, get_resolver, resolve
from hypothesis import given
from hypothesis import strategies as st

from mittelnetz.web.public_page import known_parameters
from tests.web.pages import ACCOUNT_PAGES, FORMS, PAGES, WORK_PAGES

STATEMENTS = 6
OF_ALL_ROOMS = 4  # the desk puts together what stands everywhere
WHO_ASKS = 5  # the session, the account, whether it needs a second factor, the person, and their roles
ALL_PAGES = [*PAGES, *WORK_PAGES]
CSP = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
}
LISTS = ["/", "/netzwerke/", "/organisationen/", "/regionen/05966/", "/netzwerke/sauerland/", "/kriterien/"]
NAMES = ["ort", "suche", "status", "land", "art", "seite", "stand", "unbekannt"]
EVERY_TABLE = 32  # asked by the pages that tell all that is stored about a person
STEPS = {  # pages that one gets to in one way only; see `test_signing_in.py`
    "account:invitation",
    "account:sign-in-as",
    "account_confirm_login_code",
    "account_reset_password_from_key",
    "mfa_authenticate",
    "mfa_deactivate_totp",
    "mfa_download_recovery_codes",
    "mfa_generate_recovery_codes",
    "mfa_reauthenticate",
    "mfa_view_recovery_codes",
    "openid_connect_callback",
    "openid_connect_login",
}
NO_PAGES = {
    "account:ask-erasure",
    "account:stored-file",
    "accent",
    "federation-schema",
    "healthz",
    "logo",
    "mine:ask-contact",
    "mine:ask-partner",
    "mine:document",
    "office:block",
    "office:requeue",
    "office:sign-out",
    "office:strike-grant",
    "office:unblock",
    "office:withdraw-invitation",
    "public:networks-table",
    "public:organisations-table",
    "robots",
    "sitemap",
    "sitemap-part",
}


def test_the_list_has_a_page_for_every_address_and_every_parameter():
    """So no page can be forgotten by the tests that walk through the list, here and in the browser."""
    listed = set()
    for path, _, query in (page.partition("?") for page in [*ALL_PAGES, *ACCOUNT_PAGES]):
        with suppress(Resolver404):
            match = resolve(path)
            listed |= {match.view_name, *((match.view_name, part.partition("=")[0]) for part in query.split("&"))}
    wanted = set()
    for name, view in named_views(get_resolver()):
        if name not in NO_PAGES | STEPS:
            wanted |= {name, *((name, parameter) for parameter in known_parameters(view) or ())}
    assert wanted - listed == set()


def named_views(resolver, namespace=""):
    for pattern in resolver.url_patterns:
        if getattr(pattern, "app_name", None) == "admin":
            continue  # Django's own pages: tests/web/test_administration.py
        if hasattr(pattern, "url_patterns"):
            yield from named_views(pattern, f"{pattern.namespace}:" if pattern.namespace else namespace)
        else:
            yield f"{namespace}{pattern.name}", pattern.callback


@pytest.mark.parametrize("page", ALL_PAGES)
def test_html_is_valid_and_has_one_heading_and_a_title(visit, page):
    text = visit(page).content.decode()
    html5lib.HTMLParser(strict=True).parse(text)
    assert len(re.findall(r"<h1\b", text)) == 1
    assert re.search(r"<title>[^<]+ – Mittelnetz</title>", text)
    assert '<html lang="de">' in text
    assert re.search(r'<meta\s+name="description"\s+content="[^"]{40,200}"', text)
    ids = re.findall(r'\sid="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    links = re.findall(r'href="#([^"]*)"', text)
    assert set(links) <= set(ids)


@pytest.mark.parametrize("page", ALL_PAGES)
def test_a_page_takes_few_statements(visit, count_queries, page):
    visit(page)
    more = (WHO_ASKS if page in WORK_PAGES else 0) + (OF_ALL_ROOMS if page == "/heute/" else 0)
    more += EVERY_TABLE if "/datenschutz/person/" in page else 0
    assert count_queries(lambda: visit(page)) <= STATEMENTS + more


@pytest.mark.parametrize("page", [*PAGES, "/healthz", "/schema/federation-1.json", "/robots.txt", "/sitemap.xml"])
def test_the_policy_for_contents_is_strict(federation, client, page):
    header = client.get(page).headers["Content-Security-Policy"]
    assert {part.strip() for part in header.split(";")} == CSP


@pytest.mark.parametrize("page", ALL_PAGES)
def test_nothing_in_a_page_needs_more_than_the_policy_allows(visit, page):
    text = visit(page).content.decode()
    assert not re.search(r"<style|<script(?![^>]*\ssrc=)|\sstyle=|\son[a-z]+=|javascript:", text)


@pytest.mark.parametrize("page", [page for page in PAGES if page not in FORMS])
def test_visitors_get_no_cookie(federation, client, page):
    assert not client.get(page).cookies


@pytest.mark.parametrize("page", PAGES)
def test_every_page_says_that_the_data_are_made_up(federation, client, page):
    assert "Beispieldaten." in client.get(page).content.decode()


def test_no_page_says_so_where_they_are_not(client, db):
    assert "Beispieldaten." not in client.get("/").content.decode()


@pytest.mark.parametrize("page", PAGES)
def test_every_page_names_the_sources_of_the_reference_data(federation, client, page):
    text = client.get(page).content.decode()
    assert all(name in text for name in ("GeoBasis-DE / BKG", "Statistisches Bundesamt", "GeoNames"))


def test_the_sources_are_named_in_english_too(federation, client):
    text = " ".join(client.get("/en/karte/").content.decode().split())
    assert text.count("Map: © <a") == 2
    assert "Daten verändert" not in text


def test_head_is_answered_like_get(client, federation):
    assert client.head("/netzwerke/").status_code == 200


@pytest.mark.parametrize("page", ["/", "/netzwerke/", "/netzwerke/sauerland/", "/regionen/", "/kriterien/"])
def test_other_methods_are_refused(client, federation, page):
    assert client.post(page).status_code == 405


@pytest.mark.parametrize("page", [page.partition("?")[0] for page in LISTS])
@given(query=st.dictionaries(st.sampled_from(NAMES), st.text(max_size=40), max_size=4))
def test_no_query_string_breaks_a_page(client, rolled_back, page, query):
    with rolled_back():
        assert client.get(page, query).status_code in {200, 302, 400, 404}


@pytest.mark.parametrize("page", ["/", "/netzwerke/", "/organisationen/"])
@given(query=st.binary(max_size=40))
def test_no_bytes_break_a_page(client, rolled_back, page, query):
    with rolled_back():
        raw = query.decode("latin-1")
        assert client.get(page, QUERY_STRING=raw).status_code in {200, 302, 400, 404}


@given(path=st.text(max_size=30))
def test_no_address_breaks_the_site(client, rolled_back, path):
    with rolled_back():
        assert client.get("/" + path).status_code in {200, 301, 302, 400, 404, 405}


def test_pages_are_written_in_german_whatever_the_browser_prefers(client, federation):
    assert settings.LANGUAGE_CODE == "de"
    text = client.get("/netzwerke/", headers={"accept-language": "en"}).content.decode()
    assert "Netzwerke" in text
    assert '<html lang="de">' in text
