"""The list of organisations, and the page of one."""

from datetime import date

import pytest

from mittelnetz.register.models import FederationPartnership, IntermediaryOverride, Partnership, ServiceArea
from tests.factories import make_network, make_organisation
from tests.web.test_networks import text_of

SINCE = date(2020, 1, 1)


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", ["Beratung Geheim", "Bundesverband Probe", "Kammer Süd"]),
        ("?suche=sued", ["Kammer Süd"]),
        ("?suche=süd", ["Kammer Süd"]),
        ("?art=association", ["Bundesverband Probe"]),
        ("?land=05", ["Kammer Süd"]),
        ("?land=05&art=association", []),
        ("?partner=national", ["Bundesverband Probe"]),
        ("?partner=regional", []),
        ("?partner=national&art=chamber", []),
    ],
)
def test_filters(client, federation, query, names):
    page = client.get(f"/organisationen/{query}").context["page"]
    assert [organisation.name for organisation in page.rows] == names


def test_an_empty_list_says_so(client, federation):
    assert "Keine Organisation passt" in text_of(client, "/organisationen/?suche=xyz")


def test_the_list_takes_as_many_statements_for_thirty_rows_as_for_one(client, count_queries, db):
    make_organisation("o0", seat_id="05966")
    one = count_queries(lambda: client.get("/organisationen/"))
    for number in range(1, 30):
        make_organisation(f"o{number}", seat_id="05966")
    assert count_queries(lambda: client.get("/organisationen/")) == one


def test_the_page(client, federation):
    text = text_of(client, "/organisationen/kammer/")
    assert "Kammer Süd" in text
    assert "Kammer, Innung, Kreishandwerkerschaft" in text
    assert "intermediäre Organisation" in text
    assert 'href="tel:+4927611234"' in text
    assert "Musterweg 1, 57462 Olpe" in text
    assert 'href="mailto:kammer@example.org"' in text
    assert 'href="https://example.org/kammer"' in text
    assert 'href="/regionen/05966024/"' in text
    assert 'href="/organisationen/bund/"' in text
    assert 'href="/netzwerke/sauerland/"' in text
    assert "Es gibt sie." in text


def test_children_and_the_federation(client, federation):
    text = text_of(client, "/organisationen/bund/")
    assert 'href="/organisationen/kammer/"' in text
    assert "Partner der Offensive" in text
    assert "bundesweit" in text
    assert "noch keine Nummer" in text


def test_the_federation_decides_in_doubt_who_is_intermediary(client, federation):
    IntermediaryOverride.objects.create(organisation_id="kammer", counts=False, since=SINCE)
    IntermediaryOverride.objects.create(organisation_id="berater", counts=True, since=SINCE, until=date(2021, 1, 1))
    assert "intermediäre Organisation" not in text_of(client, "/organisationen/kammer/")
    assert "intermediäre Organisation" not in text_of(client, "/organisationen/berater/")


def test_the_page_takes_as_many_statements_for_thirty_rows_as_for_one(client, federation, count_queries):
    one = count_queries(lambda: client.get("/organisationen/kammer/"))
    for number in range(30):
        network = make_network(f"n{number}")
        Partnership.objects.create(network=network, organisation_id="kammer", since=SINCE, listed=True)
        make_organisation(f"k{number}", parent_id="kammer")
    for code in ("05958004", "05958008", "05958012"):
        ServiceArea.objects.create(organisation_id="kammer", region_id=code)
    FederationPartnership.objects.create(organisation_id="kammer", level="regional", since=SINCE)
    assert count_queries(lambda: client.get("/organisationen/kammer/")) == one
