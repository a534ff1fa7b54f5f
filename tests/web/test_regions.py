"""Who is responsible where."""

import re

from mittelnetz.regions.models import Region
from mittelnetz.register.models import NetworkRegion, NetworkStatus
from mittelnetz.register.words import Status
from tests.factories import make_network
from tests.web.conftest import cover
from tests.web.test_networks import text_of


def test_the_network_of_a_district_with_the_person_to_call(client, federation):
    text = text_of(client, "/regionen/05966/")
    assert "Hier zuständig" in text
    assert 'href="/netzwerke/sauerland/"' in text
    assert 'href="tel:+4927615678"' in text
    assert "Toni Beispiel" in text
    assert "Nur in diesen Gemeinden" not in text


def test_a_network_in_formation_stands_apart(client, federation):
    text = text_of(client, "/regionen/05966024/")
    assert text.index("Netzwerk Sauerland") < text.index("In Gründung") < text.index("Netzwerk Olpe")


def test_where_only_one_is_forming_the_nearest_are_named_too(client, federation):
    NetworkRegion.objects.filter(network_id="sauerland", region_id="05966").delete()
    text = text_of(client, "/regionen/05966/")
    assert "Hier entsteht ein Netzwerk." in text
    assert "Die nächsten Netzwerke" in text


def test_a_white_spot_names_the_nearest_and_the_neighbours(client, federation):
    cover(make_network("weit", name="Netzwerk Weit"), "09761")
    text = text_of(client, "/regionen/05970/")
    assert "Hier gibt es noch kein Netzwerk." in text
    assert "Netzwerk Ehemals" not in text
    assert text.index("Netzwerk Sauerland") < text.index("Netzwerk Weit")
    assert "km entfernt" in text
    assert 'href="/regionen/05966/"' in text


def test_partly_covered(client, federation):
    NetworkStatus.objects.filter(network_id="olpe").update(status=Status.RECOGNISED)
    text = text_of(client, "/regionen/05966/")
    assert "Nur in diesen Gemeinden: Olpe" in text
    assert "Netzwerk Olpe (in Teilen)" in text_of(client, "/regionen/05/")


def test_every_municipality_is_as_good_as_the_district(client, db):
    network = make_network("alle", name="Netzwerk Alle")
    cover(network, *Region.objects.filter(parent="05966", valid_until=None).values_list("key", flat=True))
    assert "Nur in diesen Gemeinden" not in text_of(client, "/regionen/05966/")
    assert "(in Teilen)" not in text_of(client, "/regionen/05/")


def test_larger_regions_reach_down(client, db):
    cover(make_network("land", name="Netzwerk Land"), "05")
    cover(make_network("bund", name="Netzwerk Bund"), "DE")
    for page in ("/regionen/05966/", "/regionen/05966024/", "/regionen/059/"):
        text = text_of(client, page)
        assert "Netzwerk Land" in text
        assert "Netzwerk Bund" in text


def test_links_up_and_down(client, db):
    text = text_of(client, "/regionen/05966/")
    assert 'href="/regionen/05/"' in text
    assert 'href="/regionen/059/"' in text
    assert 'href="/regionen/05966024/"' in text
    assert 'href="/regionen/05966/"' in text_of(client, "/regionen/05/")


def test_a_vanished_key_says_what_became_of_it(client, db):
    text = text_of(client, "/regionen/16056/")
    assert "gibt es seit dem" in text
    assert "1. Juli 2021" in text.replace("\u00a0", " ")
    assert 'href="/regionen/16063/"' in text


def test_the_overview_names_every_district(client, federation):
    text = text_of(client, "/regionen/")
    assert len(re.findall(r'href="/regionen/[0-9]{5}/"', text)) == 401
    assert "Netzwerk Sauerland" in text
    assert text.count("noch kein Netzwerk") == 399


def test_the_country_is_the_overview(client, db):
    assert client.get("/regionen/DE/").headers["Location"] == "/regionen/"


def test_a_network_of_unknown_status_counts_as_there(client, db):
    cover(make_network("x", name="Netzwerk Unbekannt", status=Status.UNKNOWN), "05970")
    text = text_of(client, "/regionen/05970/")
    assert "Hier zuständig" in text
    assert "Status nicht bekannt" in text


def test_as_many_statements_for_thirty_networks_as_for_one(client, federation, count_queries):
    pages = ["/regionen/05966/", "/regionen/05966024/", "/regionen/05970/", "/regionen/05/", "/regionen/", "/"]
    counts = [count_queries(lambda page=page: client.get(page)) for page in pages]
    for number in range(30):
        cover(make_network(f"n{number}"), "05966", "05954004" if number % 2 else "05962")
    assert [count_queries(lambda page=page: client.get(page)) for page in pages] == counts
