"""The list of networks, and the page of one."""

from datetime import date

import pytest

from mittelnetz.register.models import Contact, Network, NetworkRegion, NetworkStatus, Organisation, Partnership
from mittelnetz.register.words import Status
from tests.factories import make_network, make_organisation, make_person
from tests.web.conftest import cover

SINCE = date(2020, 1, 1)


def text_of(client, page):
    response = client.get(page)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def names_in(text):
    return [name for name in ("Sauerland", "Olpe", "Ehemals") if f">Netzwerk {name}<" in text]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", ["Sauerland", "Olpe", "Ehemals"]),
        ("?suche=SAUERLÄND", []),
        ("?suche=sauer", ["Sauerland"]),
        ("?suche=netzwerk+olp", ["Olpe"]),
        ("?suche=%25", ["Sauerland", "Olpe", "Ehemals"]),
        ("?status=recognised", ["Sauerland"]),
        ("?status=forming", ["Olpe"]),
        ("?status=dissolved", ["Ehemals"]),
        ("?land=05", ["Sauerland", "Olpe", "Ehemals"]),
        ("?land=03", []),
        ("?suche=&status=&land=&egal=1", ["Sauerland", "Olpe", "Ehemals"]),
    ],
)
def test_filters(client, federation, query, names):
    assert names_in(text_of(client, f"/netzwerke/{query}")) == names


def test_a_network_without_a_status_is_forming(client, db):
    make_network("neu", name="Netzwerk Neu", status=None)
    assert "Netzwerk Neu" in text_of(client, "/netzwerke/?status=forming")
    assert "in Gründung" in text_of(client, "/netzwerke/neu/")


def test_a_gap_between_two_statuses_is_said(client, db):
    network = make_network("luecke", name="Netzwerk Lücke", status=None)
    NetworkStatus.objects.create(network=network, status=Status.RECOGNISED, since=SINCE, until=date(2021, 1, 1))
    assert "zurzeit ohne Status" in text_of(client, "/netzwerke/luecke/")
    assert "Netzwerk Lücke" not in text_of(client, "/netzwerke/?status=forming")


def test_a_network_of_the_whole_country_is_found_in_every_land(client, db):
    cover(make_network("alle", name="Netzwerk Alle"), "DE")
    assert "Netzwerk Alle" in text_of(client, "/netzwerke/?land=13")


@pytest.mark.parametrize("status", Status)
def test_every_status_has_its_word(client, db, status):
    make_network("eins", status=status)
    assert str(status.label) in text_of(client, "/netzwerke/eins/")


def test_pages_of_the_list_lead_on_and_back_with_their_filters(client, db):
    for number in range(60):
        make_network(f"n{number:02}", name=f"Netzwerk {number:02}")
    first = client.get("/netzwerke/?suche=netzwerk").context["page"]
    second = client.get(f"/netzwerke/{first.next_url}").context["page"]
    last = client.get(f"/netzwerke/{second.next_url}").context["page"]
    assert [row.id for page in (first, second, last) for row in page.rows] == [f"n{number:02}" for number in range(60)]
    assert (first.previous_url, last.next_url) == ("", "")
    assert "suche=netzwerk" in second.next_url
    assert client.get(f"/netzwerke/{last.previous_url}").context["page"].rows == second.rows


def test_the_list_takes_as_many_statements_for_thirty_networks_as_for_one(client, count_queries, db):
    cover(make_network("n0"), "05966")
    one = count_queries(lambda: client.get("/netzwerke/"))
    for number in range(1, 30):
        cover(make_network(f"n{number}"), "05966", "05958")
    assert count_queries(lambda: client.get("/netzwerke/")) == one


def test_the_page_takes_as_many_statements_for_thirty_rows_as_for_one(client, federation, count_queries):
    one = count_queries(lambda: client.get("/netzwerke/sauerland/"))
    districts = ["05", *(f"059580{number:02}" for number in range(4, 48, 4))]
    for number in range(30):
        organisation = make_organisation(f"o{number}", seat_id="05966024")
        Partnership.objects.create(network_id="sauerland", organisation=organisation, since=SINCE, listed=True)
        person = make_person(f"p{number}")
        Contact.objects.create(
            network_id="sauerland", person=person, function="moderation", organisation=organisation, since=SINCE
        )
    for code in districts:
        NetworkRegion.objects.create(network_id="sauerland", region_id=code, since=SINCE)
    assert count_queries(lambda: client.get("/netzwerke/sauerland/")) == one


def test_the_page_says_what_the_network_is(client, federation):
    text = text_of(client, "/netzwerke/sauerland/")
    assert "anerkannt" in text
    assert 'seit <time datetime="2020-01-01">1.\u00a0Januar\u00a02020</time>'.replace("\u00a0", " ") in text
    assert "Kreis Olpe" in text
    assert "Betriebe stärken." in text
    assert "Kammer Süd" in text
    assert "Kammern und öffentliche Stellen" in text
    assert "Fachgruppe Handwerk" in text
    assert "So steht es dort." in text
    assert "Die Zustimmung fehlt noch von: Netzwerk Olpe." in text


def test_whom_to_call_stands_first(client, federation):
    text = text_of(client, "/netzwerke/sauerland/")
    assert "Rufen Sie zuerst hier an" in text
    assert 'href="tel:+4927615678"' in text
    assert text.index("02761 5678") < text.index('id="h-region"')
    assert "Musterweg 1, 57462 Olpe" in text


def test_people_and_partners_who_do_not_want_to_be_named_are_not(client, federation):
    for page in ("/netzwerke/sauerland/", "/organisationen/berater/", "/regionen/05966/"):
        text = text_of(client, page)
        assert "Verborgene Person" not in text
        assert "0171 000" not in text
        assert "privat@example.org" not in text
    assert "Beratung Geheim" not in text_of(client, "/netzwerke/sauerland/")
    assert "Netzwerk Sauerland" not in text_of(client, "/organisationen/berater/")
    assert "Ein weiterer Partner ist dabei und möchte nicht genannt werden." in text_of(client, "/netzwerke/sauerland/")


def test_unnamed_and_vacant_are_told_apart(client, federation):
    text = text_of(client, "/netzwerke/sauerland/")
    assert "Möchte nicht genannt werden." in text
    assert "unbesetzt" not in text
    Contact.objects.filter(person_id="m").update(until=date(2021, 3, 31))
    text = text_of(client, "/netzwerke/sauerland/")
    assert "Möchte nicht genannt werden." not in text
    assert 'unbesetzt seit <time datetime="2021-03-31">' in text


def test_without_a_number_the_coordinating_organisation_is_called(client, federation):
    Contact.objects.filter(person_id="c").update(shown=False)
    text = text_of(client, "/netzwerke/sauerland/")
    assert 'href="tel:+4927611234"' in text
    assert "Toni Beispiel" not in text


def test_with_an_address_only_one_writes(client, federation):
    Contact.objects.filter(person_id="c").update(shown=False)
    Organisation.objects.filter(id="kammer").update(phone="")
    text = text_of(client, "/netzwerke/sauerland/")
    assert "Schreiben Sie zuerst hierhin" in text
    assert "Musterweg 1" in text


def test_without_anything_it_says_so(client, federation):
    assert "Noch keine Telefonnummer" in text_of(client, "/netzwerke/olpe/")


def test_a_network_that_has_ended_names_nobody_to_call(client, federation):
    text = text_of(client, "/netzwerke/ehemals/")
    assert "Dieses Netzwerk arbeitet nicht mehr" in text
    assert "Toni Beispiel" not in text


@pytest.mark.parametrize("until", [date(2021, 1, 1), date(2022, 6, 30)])
def test_what_is_over_is_not_shown(client, federation, until):
    Partnership.objects.filter(organisation_id="kammer").update(until=until)
    NetworkRegion.objects.filter(network_id="sauerland", region_id="05966").update(until=until)
    Contact.objects.filter(person_id="c").update(until=until)
    text = text_of(client, "/netzwerke/sauerland/")
    assert "Kammer Süd" not in text
    assert "Kreis Olpe: Netzwerk Sauerland" not in text
    assert "Toni Beispiel" not in text


def test_what_is_yet_to_come_is_not_shown(client, federation):
    later = date(2999, 1, 1)
    Partnership.objects.filter(organisation_id="kammer").update(since=later)
    Contact.objects.filter(person_id="c").update(since=later)
    text = text_of(client, "/netzwerke/sauerland/")
    assert "Kammer Süd" not in text
    assert "Toni Beispiel" not in text


def test_a_network_that_has_ended_leads_to_where_it_was(federation, client):
    """Who is responsible there now, the page of the region says."""
    network = Network.objects.get(pk="ehemals")
    network.regions.all().delete()
    for region, until in (("05966", date(2015, 1, 1)), ("05958", date(2019, 1, 1)), ("05970", date(2019, 1, 1))):
        NetworkRegion.objects.create(network=network, region_id=region, since=date(2010, 1, 1), until=until)
    text = client.get("/netzwerke/ehemals/").content.decode()
    found = [key for key in ("05966", "05958", "05970") if f'href="/regionen/{key}/"' in text]
    assert found == ["05958", "05970"]
    assert "keine Partner eingetragen" not in text
