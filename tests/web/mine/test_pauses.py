"""A network notes that it rests; who looks after all networks sees it, and so does the public."""

from datetime import date

import pytest

from mittelnetz.bodies.models import Body, Seat
from mittelnetz.register.models import Contact, Pause
from tests.factories import make_person
from tests.web.mine.conftest import client_of

SPACE = "/mein/netzwerk/sauerland/"


@pytest.fixture
def rest(staff):
    sent = {"since": "2026-06-15", "last_day": "2026-08-31", "reason": "Toni ist in Elternzeit."}
    assert staff.post(SPACE + "pause/neu/", sent).status_code == 303
    return Pause.objects.get(since=date(2026, 6, 15))


def test_the_public_reads_until_when_but_not_why(rest, client):
    text = client.get("/netzwerke/sauerland/").content.decode()
    assert 'Das Netzwerk ruht bis <time datetime="2026-08-31">' in text
    assert "Elternzeit" not in text
    assert "ruht" not in client.get("/netzwerke/sauerland/?stand=2026-06-14").content.decode()


def test_the_workspace_shows_why_and_leads_to_the_end(rest, staff):
    text = staff.get(SPACE).content.decode()
    assert "Elternzeit" in text
    assert f"{SPACE}pause/{rest.pk}/beenden/" in text
    assert staff.post(f"{SPACE}pause/{rest.pk}/beenden/", {"last_day": "2026-06-20"}).status_code == 303
    assert Pause.objects.get(pk=rest.pk).until == date(2026, 6, 21)


def test_the_transfer_group_sees_who_rests_and_who_has_nobody(rest, staff):
    Contact.objects.filter(network="sauerland").update(until=date(2026, 6, 1))
    member, other = make_person("member"), make_person("other")
    body = Body.objects.create(id="ag", kind="transfer_group", name="AG Transfer")
    Seat.objects.create(id="s", body=body, organisation_id="kammer", person=member, since=date(2020, 1, 1))
    text = " ".join(client_of(member).get("/heute/").content.decode().split())
    assert 'ohne Ansprechperson seit <time datetime="2026-06-01">' in text
    assert "Elternzeit" in text
    assert 'href="/netzwerke/olpe/"' in text
    assert 'href="/mein/netzwerk/olpe/ansprechpersonen/"' in staff.get("/heute/").content.decode()  # the office may
    assert "Netzwerk Olpe" not in client_of(other).get("/heute/").content.decode()


def test_before_the_last_contact_ends_the_form_says_so(staff):
    warning = "keine Ansprechperson mehr"
    assert warning not in staff.get(SPACE + "ansprechpersonen/7001/beenden/").content.decode()
    Contact.objects.filter(pk=7002).update(until=date(2026, 6, 1))
    assert warning in staff.get(SPACE + "ansprechpersonen/7001/beenden/").content.decode()
    assert staff.post(SPACE + "ansprechpersonen/7001/beenden/", {"last_day": "2026-06-30"}).status_code == 303


def test_nobody_gets_at_the_pause_of_another_network(rest, staff):
    assert staff.get(f"/mein/netzwerk/olpe/pause/{rest.pk}/beenden/").status_code == 404
