"""The page and the file with what is stored about oneself."""

import json

import pytest
from django.test import Client

from tests.filled import fill_everything


@pytest.fixture
def toni(db) -> Client:
    fill_everything("otto", name="Otto Zweitmann", email="otto@zweit.example")
    client = Client()
    client.force_login(fill_everything("toni", name="Toni Erstmann", email="toni@erst.example").account)
    return client


def test_the_page_says_what_there_is_and_what_for(toni):
    text = toni.get("/konto/daten/").content.decode()
    for word in ("Toni Erstmann", "toni@erst.example", "Netzwerk n-toni", "Moderation", "Wozu:", "Einträge im Journal"):
        assert word in text
    assert "otto" not in text.lower()


def test_the_file_has_everything(toni):
    answer = toni.get("/konto/daten/datei/")
    assert answer["Content-Disposition"] == 'attachment; filename="meine-daten.json"'
    tables = json.loads(answer.content)
    assert tables["people.Person"][0]["name"] == "Toni Erstmann"
    assert tables["core.Entry"]
    assert "otto" not in answer.content.decode().lower()


@pytest.mark.parametrize("address", ["/konto/daten/", "/konto/daten/datei/"])
def test_visitors_sign_in_first(client, db, address):
    assert client.get(address)["Location"].startswith("/anmelden/")
