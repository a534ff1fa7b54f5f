"""What search engines are told, and what they may find."""

import re
from itertools import pairwise

import pytest

from mittelnetz.core.models import SettingValue
from mittelnetz.web.sitemaps import InBothLanguages
from tests.factories import make_network, make_organisation
from tests.web.pages import PAGES

SITEMAP = ["/sitemap.xml", *(f"/sitemap-{part}.xml" for part in ("pages", "regions", "networks", "organisations"))]


def locations(client, address):
    response = client.get(address)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/xml"
    return re.findall(r"<loc>http://testserver([^<]+)</loc>", response.content.decode())


@pytest.fixture
def real(federation) -> None:
    """The same federation, as if it were no example."""
    SettingValue.objects.filter(key="example_data").delete()


def test_where_the_data_are_invented_robots_stay_away(client, federation):
    assert client.get("/robots.txt").content.decode().splitlines() == ["User-agent: *", "Disallow: /"]


@pytest.mark.parametrize("page", PAGES)
def test_where_the_data_are_invented_no_page_is_to_be_found(client, federation, page):
    assert '<meta name="robots" content="noindex">' in client.get(page).content.decode()


def test_real_data_are_found_by_the_sitemap(client, real):
    told = client.get("/robots.txt")
    assert told["Content-Type"] == "text/plain; charset=utf-8"
    assert told.content.decode().splitlines() == [
        "User-agent: *",
        "Disallow:",
        "Sitemap: http://testserver/sitemap.xml",
    ]
    assert "noindex" not in client.get("/netzwerke/sauerland/").content.decode()


def test_the_sitemap_leads_to_every_page_in_both_languages(client, real):
    parts = locations(client, "/sitemap.xml")
    assert parts == SITEMAP[1:]
    found = [address for part in parts for address in locations(client, part)]
    assert len(found) == len(set(found))
    assert {"/", "/en/", "/karte/", "/netzwerke/sauerland/", "/en/organisationen/kammer/", "/regionen/05966/"} <= set(
        found
    )
    german = {address for address in found if not address.startswith("/en/")}
    assert {address.removeprefix("/en") for address in found} == german
    others = [address for address in found if not re.search(r"/regionen/\d{5}/", address)]
    assert [address for address in others if client.get(address).status_code != 200] == []


def test_each_address_names_its_other_language_and_no_day(client, real):
    text = client.get("/sitemap-networks.xml").content.decode()
    for language, address in (("de", "/netzwerke/olpe/"), ("en", "/en/netzwerke/olpe/")):
        link = f'<xhtml:link rel="alternate" hreflang="{language}" href="http://testserver{address}"/>'
        assert text.count(link) == 2
    assert "<lastmod>" not in text


def test_a_large_federation_has_several_parts_and_needs_no_more_statements(client, real, count_queries, monkeypatch):
    counts = [count_queries(lambda page=page: client.get(page)) for page in SITEMAP]
    monkeypatch.setattr(InBothLanguages, "limit", 20)
    for number in range(30):
        make_network(f"n{number:02}")
        make_organisation(f"o{number:02}")
    parts = [part for part in locations(client, "/sitemap.xml") if "networks" in part]
    assert parts == ["/sitemap-networks.xml", *(f"/sitemap-networks.xml?p={page}" for page in (2, 3, 4))]
    found = [address for part in parts for address in locations(client, part)]
    assert len(set(found)) == len(found) == 2 * 33
    assert all(one.removeprefix("/en") <= other.removeprefix("/en") for one, other in pairwise(found))
    assert [count_queries(lambda page=page: client.get(page)) for page in SITEMAP] == counts
    assert max(counts) <= 3


@pytest.mark.parametrize("address", ["/sitemap-networks.xml?p=9", "/sitemap-networks.xml?p=x", "/sitemap-leute.xml"])
def test_a_part_that_is_not_there(client, real, address):
    assert client.get(address).status_code == 404


@pytest.mark.usefixtures("page_cache")
@pytest.mark.parametrize("address", ["/robots.txt", *SITEMAP])
def test_they_are_answered_from_memory(client, real, is_hit, address):
    client.get(f"{address}?utm_source=x")
    assert is_hit(client, address)
