"""The desk: what waits for whoever has signed in."""

import re
from datetime import date

import pytest
from django.test import Client

from mittelnetz.people.models import Account, Person
from mittelnetz.register.models import Network
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
