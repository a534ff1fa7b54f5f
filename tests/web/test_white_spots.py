"""The page of a region without a network: whom to call, who could found one, and how."""

import re

import pytest

from mittelnetz.register.models import FederationPartnership, NetworkRegion, Organisation, ServiceArea
from mittelnetz.rulebook.founding import FOUNDING
from mittelnetz.rulebook.norms import NORMS
from tests.factories import make_network, make_organisation
from tests.web.conftest import SINCE, cover
from tests.web.test_networks import text_of

WHITE = "/regionen/05970/"


@pytest.fixture
def helpers(federation) -> None:
    """A national partner with a number, and two organisations that work in the white Kreis Siegen-Wittgenstein."""
    Organisation.objects.filter(pk="bund").update(phone="030 23125001")
    make_organisation("hochschule", name="Hochschule Siegtal", kind="research_education", seat_id="05970040")
    ServiceArea.objects.create(
        organisation=make_organisation("betrieb", name="Betrieb Siegtal", kind="enterprise"), region_id="05970"
    )


def test_first_whom_to_call_then_who_could_found_a_network_then_how(client, helpers):
    text = text_of(client, WHITE)
    parts = [
        "Die nächsten Netzwerke",
        "Netzwerk Sauerland",
        "02761 5678",
        "Bundesweite Partner",
        "Bundesverband Probe",
        'href="tel:+493023125001"',
        'href="/organisationen/?partner=national"',
        "Hier gibt es schon",
        "arbeiten hier: Kreis Siegen-Wittgenstein",
        "Hochschule Siegtal",
        "Betrieb Siegtal",
        "Ein Netzwerk gründen",
    ]
    places = [text.index(part, text.index("</h1>")) for part in parts]
    assert places == sorted(places)


@pytest.mark.parametrize("language", ["", "/en"])
def test_every_step_stands_there_with_links_to_its_norms(client, helpers, language):
    text = text_of(client, f"{language}{WHITE}")
    assert all((step.text.en if language else step.text.de) in text for step in FOUNDING)
    linked = re.findall(rf'href="{language}/kriterien/#([\w.]+)"', text)
    assert {norm_id for step in FOUNDING for norm_id in step.norms} <= set(linked)
    assert set(linked) <= {norm.id for norm in NORMS}


def test_among_the_nearest_those_that_can_be_called_come_first(client, helpers):
    cover(make_network("stumm", name="Netzwerk Stumm"), "05962")
    text = text_of(client, "/regionen/05954/")
    assert text.index(">Netzwerk Sauerland</a></h3>") < text.index(">Netzwerk Stumm</a></h3>")


def test_a_municipality_shows_who_works_in_its_district(client, helpers):
    text = text_of(client, "/regionen/05970004/")
    assert "Hochschule Siegtal" in text
    assert "Ein Netzwerk gründen" in text


def test_where_a_network_serves_the_whole_region_nobody_is_asked_to_found_one(client, helpers):
    for page in ("/regionen/05966/", "/regionen/05966004/", "/regionen/05/"):
        assert "Ein Netzwerk gründen" not in text_of(client, page)


def test_where_one_is_forming_it_stands_behind_those_that_serve(client, federation):
    NetworkRegion.objects.filter(network_id="sauerland", region_id="05966").delete()
    text = text_of(client, "/regionen/05966/")
    assert text.index("Die nächsten Netzwerke") < text.index("In Gründung") < text.index("Ein Netzwerk gründen")


def test_where_only_a_part_is_covered_the_rest_is_a_white_spot(client, federation):
    cover(make_network("teil", name="Netzwerk Teil"), "05970004")
    text = text_of(client, WHITE)
    assert "Nicht überall hier gibt es schon ein Netzwerk." in text
    assert "Nur in diesen Gemeinden: Bad Berleburg" in text
    assert text.count(">Netzwerk Teil</a></h3>") == 1  # it serves a part, so it is not also near
    assert "Netzwerk Sauerland" in text
    assert "Ein Netzwerk gründen" in text
    assert "Ein Netzwerk gründen" not in text_of(client, "/regionen/05970004/")


def test_parts_that_make_a_whole_leave_no_white_spot(client, db):
    for number, code in enumerate(("05966004", "05966008", "05966012", "05966016", "05966020", "05966024", "05966028")):
        cover(make_network(f"n{number}"), code)
    assert "Ein Netzwerk gründen" not in text_of(client, "/regionen/05966/")


def test_a_region_that_has_vanished_is_no_white_spot(client, db):
    assert "Ein Netzwerk gründen" not in text_of(client, "/regionen/16056/")


def test_as_many_statements_for_thirty_organisations_as_for_one(client, helpers, count_queries):
    one = count_queries(lambda: client.get(WHITE))
    for number in range(30):
        organisation = make_organisation(f"o{number}", seat_id="05970040", phone="030 23125001")
        FederationPartnership.objects.create(organisation=organisation, level="national", since=SINCE)
    assert count_queries(lambda: client.get(WHITE)) == one <= 6
    assert 'href="/organisationen/?land=05"' in text_of(client, WHITE)
