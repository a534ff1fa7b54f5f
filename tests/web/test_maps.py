"""Maps: every district a link with its name, and what it says in words."""

import gzip
import html
import re
from itertools import combinations

import pytest

from mittelnetz.register.models import Network, NetworkRegion
from mittelnetz.register.words import Coverage
from tests.factories import make_network
from tests.web.conftest import cover

LARGEST = 150_000  # bytes, compressed


def page(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def titles(text):
    return dict(re.findall(r'<a href="/regionen/(\d{5})/"><title>([^<]*)</title>', text))


@pytest.mark.parametrize("address", ["/karte/", "/"])
def test_every_district_is_a_link_with_a_name_of_its_own(client, federation, address):
    found = titles(page(client, address))
    assert len(found) == 401
    assert found["05970"] == "Kreis Siegen-Wittgenstein: noch kein Netzwerk"
    assert found["05966"].startswith("Kreis Olpe: Netzwerk ")


@pytest.mark.parametrize("address", ["/karte/", "/"])
def test_the_page_with_the_whole_country_is_small(client, federation, address):
    assert len(gzip.compress(client.get(address).content)) < LARGEST


def test_patterns_tell_coverage_without_colour(client, federation):
    text = page(client, "/karte/")
    for kind in (Coverage.PART, Coverage.FORMING):
        assert f'class="mn-over is-{kind}"' in text
        assert f'<pattern id="karte-{kind}"' in text
    assert all(str(kind.label) in text for kind in Coverage)


def legend(text):
    return re.findall(r"is-(\w+)", text[text.index("mn-legend") :].partition("</ul>")[0])


def rows(text):
    body = text[text.index("<tbody>") : text.index("</tbody>")]
    return re.findall(r'<th scope="row">\s*<a\s+href="/regionen/(\d{5})/"', body)


def test_the_table_has_the_same_districts_and_stands_before_the_map(client, federation):
    text = page(client, "/karte/")
    assert set(rows(text)) == set(titles(text))
    assert text.index("<tbody>") < text.index("<title>Kreisfreie Stadt Flensburg")


@pytest.mark.parametrize(
    ("order", "first"), [("kreis", "07131"), ("land", "08425"), ("stand", "05958"), ("netzwerk", "05958")]
)
def test_the_table_can_be_sorted(client, federation, order, first):
    text = page(client, f"/karte/?sortieren={order}")
    assert re.search(rf'aria-sort="ascending"\s*>\s*<a\s+href="\?sortieren={order}', text)
    assert rows(text)[0] == first


def test_filters_leave_districts_out_of_the_table_and_pale_on_the_map(client, federation):
    text = page(client, "/karte/?land=05&stand=none&sortieren=kreis")
    assert rows(text)
    assert all(key.startswith("05") for key in rows(text))
    assert "05966" not in rows(text)
    assert len(titles(text)) == 401
    assert text.count('class="mn-k off"') == 401 - len(rows(text))
    assert "?sortieren=land&amp;land=05&amp;stand=none" in text


def test_an_unknown_filter_is_refused_with_a_way_back(client, db):
    for query in ("land=99", "stand=voll", "sortieren=zufall"):
        assert client.get(f"/karte/?{query}").status_code == 400


def test_the_small_map_of_a_network_shows_its_surroundings(client, federation):
    text = page(client, "/netzwerke/sauerland/")
    found = titles(text)
    assert 5 < len(found) < 60
    assert "Netzwerk Sauerland" in found["05966"]
    assert '<text class="own filled' in text


def test_networks_of_the_surroundings_have_a_dashed_border_and_are_named(client, federation):
    text = page(client, "/regionen/05970/")
    assert text.count('class="mn-edge-near"') == 1
    assert re.search(r'Gestrichelt umrandet:\s*<a href="/netzwerke/sauerland/">', text)
    assert "Gestrichelt" not in page(client, "/netzwerke/sauerland/")


def test_a_network_of_single_municipalities_has_no_border_and_is_named_by_its_district(client, federation):
    cover(make_network("teil", name="Netzwerk Teil"), "05970040")
    text = page(client, "/netzwerke/sauerland/")
    assert titles(text)["05970"] == "Kreis Siegen-Wittgenstein: Netzwerk Teil (in Teilen)"
    assert 'class="mn-edge-near"' not in text
    assert "Gestrichelt" not in text


def test_names_on_a_small_map_leave_each_other_room(client, db):
    cover(Network.objects.create(id="land", name="Netzwerk Land", folded_name="netzwerk land"), "05")
    found = re.findall(r'<text class="own[^"]*" x="(\d+)" y="(\d+)">([^<]*)<', page(client, "/netzwerke/land/"))
    rooms = [(int(x), int(y), len(name) * 8) for x, y, name in found]
    assert len(rooms) > 10
    for (x1, y1, half1), (x2, y2, half2) in combinations(rooms, 2):
        assert abs(x1 - x2) >= half1 + half2 or abs(y1 - y2) >= 40


def test_a_city_and_the_district_around_it_are_named_once(client, db):
    cover(make_network("leipzig"), "14713", "14729")
    assert re.findall(r"<text [^>]*>(Leipzig)<", page(client, "/netzwerke/leipzig/")) == ["Leipzig"]


def test_the_legend_begins_with_what_the_region_itself_wears(client, db):
    cover(make_network("teil"), "05970040")
    cover(make_network("gruendung", status="forming"), "05966")
    assert legend(page(client, "/regionen/05970/")) == ["part", "forming"]
    assert legend(page(client, "/regionen/05966/")) == ["forming", "part"]


def test_a_filter_keeps_the_order_of_the_table(client, federation):
    assert '<input type="hidden" name="sortieren" value="land">' in page(client, "/karte/?sortieren=land")
    assert 'type="hidden"' not in page(client, "/karte/")


def test_the_small_map_of_a_district_names_its_neighbours(client, federation):
    text = page(client, "/regionen/05970/")
    assert {"05966", "06532"} <= titles(text).keys()


def test_a_network_without_a_region_has_no_map(client, federation):
    NetworkRegion.objects.all().delete()
    assert "<title>Kreis" not in page(client, "/netzwerke/sauerland/")


def test_names_cannot_break_the_map(client, federation):
    name = 'Netz </title><script>alert("1")</script>'
    Network.objects.create(id="boese", name=name, folded_name="netz")
    cover(Network.objects.get(pk="boese"), "01001")
    text = page(client, "/karte/")
    assert "<script>alert" not in text
    assert html.escape(name) in titles(text)["01001"]


def test_the_country_alone_is_a_region(client, federation):
    cover(Network.objects.get(pk="sauerland"), "DE")
    assert all("Netzwerk Sauerland" in title for title in titles(page(client, "/karte/")).values())
