"""The desk: what waits for whoever has signed in."""

import re
from datetime import date

import pytest
from django.test import Client

from mittelnetz.bodies.models import Mandate
from mittelnetz.people.models import Account, Person
from mittelnetz.register.models import Contact, Network, Organisation
from tests.factories import make_person
from tests.web.pages import KEY


@pytest.fixture
def contact(federation) -> Client:
    client = Client()
    client.force_login(Account.objects.create_user("c@example.org", Person.objects.get(uuid=KEY)))
    return client


def test_an_entry_that_is_a_year_old_waits_there_until_it_is_confirmed(contact):
    assert "Einträge zu bestätigen" not in contact.get("/heute/").content.decode()
    Network.objects.filter(pk="sauerland").update(confirmed_on=date(2020, 1, 1))
    text = contact.get("/heute/").content.decode()
    assert "Einträge zu bestätigen" in text
    (address,) = re.findall(r'href="(/antwort/[^"]+)"', text)
    assert contact.post(address, {"answer": "yes"}).status_code == 303
    assert "Einträge zu bestätigen" not in contact.get("/heute/").content.decode()


def test_what_waits_leads_to_where_it_is_done(contact):
    text = contact.get("/heute/").content.decode()
    assert "Bundesverband Probe möchte Partner werden. Bitte entscheiden Sie." in text
    assert 'href="/mein/netzwerk/sauerland/anfragen/7001/entscheiden/"' in text
    assert "2 Partner haben „Kriterien 2024“ noch nicht zur Kenntnis genommen." in text
    assert 'href="/mein/netzwerk/sauerland/partner/"' in text


def test_a_framework_can_be_acknowledged_from_the_desk(contact):
    kammer = Organisation.objects.get(pk="kammer")
    Mandate.objects.create(person=Person.objects.get(uuid=KEY), organisation=kammer, since=date(2020, 1, 1))
    Network.objects.update(confirmed_on=date(2999, 1, 1))
    Organisation.objects.update(confirmed_on=date(2999, 1, 1))
    Contact.objects.update(confirmed_on=date(2999, 1, 1))
    text = contact.get("/heute/").content.decode()
    assert "Kammer Süd hat „Kriterien 2024“ noch nicht zur Kenntnis genommen." in text
    (address,) = re.findall(r'href="(/antwort/[^"]+)"', text)
    assert contact.post(address, {"answer": "yes"}).status_code == 303
    assert "1 Partner hat „Kriterien 2024“ noch nicht zur Kenntnis genommen." in contact.get("/heute/").content.decode()


def test_who_has_nothing_to_do_is_told_so(federation):
    client = Client()
    client.force_login(Account.objects.create_user("x@example.org", make_person("x")))
    assert "Zurzeit wartet nichts auf Sie." in client.get("/heute/").content.decode()
