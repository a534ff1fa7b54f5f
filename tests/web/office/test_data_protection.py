"""The office answers what is stored about somebody, and erases whoever wants it."""

import re

import pytest
from django.test import Client

from mittelnetz.core.models import Entry, SettingValue
from mittelnetz.notifications.following import follow_journal
from mittelnetz.notifications.models import Message
from mittelnetz.people.models import Account, Person
from mittelnetz.register.models import Contact, Organisation
from tests.web.pages import KEY

PAGE = f"/buero/datenschutz/person/{KEY}/"


@pytest.fixture
def toni(federation) -> Client:
    client = Client()
    client.force_login(Account.objects.create_user("toni@example.org", Person.objects.get(uuid=KEY)))
    return client


def test_whoever_wants_to_be_erased_is_listed_until_they_think_better_of_it(staff, toni):
    assert "Geschäftsstelle weiß Bescheid" in toni.post("/konto/daten/loeschung/", follow=True).content.decode()
    assert "Toni Beispiel" in staff.get("/buero/datenschutz/").content.decode()
    toni.post("/konto/daten/loeschung/", {"zurueck": "ja"})
    assert "Toni Beispiel" not in staff.get("/buero/datenschutz/").content.decode()
    assert Entry.objects.filter(verb__startswith="people.erasure_").count() == 2


def test_the_office_gets_a_mail_without_the_name(staff, toni, at):
    SettingValue.objects.create(key="office_email", value="buero@example.org")
    toni.post("/konto/daten/loeschung/")
    follow_journal(at=at)
    mail = Message.objects.get(subject="Bitte um Löschung")
    assert "/buero/datenschutz/" in mail.text
    assert "Toni" not in mail.text


def test_the_preview_tells_and_changes_nothing_then_the_button_erases(staff):
    text = " ".join(re.sub("<[^>]+>", " ", staff.get(f"{PAGE}loeschen/").content.decode()).split())
    for words in ("Toni Beispiel löschen", "Koordination Netzwerk Sauerland", "Das endet heute"):
        assert words in text
    assert Person.objects.get(uuid=KEY).name == "Toni Beispiel"
    answer = staff.post(f"{PAGE}loeschen/")
    assert (answer.status_code, answer["Location"]) == (303, "/buero/datenschutz/")
    assert Person.objects.get(uuid=KEY).name == "Name gelöscht"
    assert not Contact.objects.filter(person__uuid=KEY, until=None).exists()
    assert staff.get(f"{PAGE}loeschen/").status_code == 404
    assert "Toni Beispiel" not in Client().get("/netzwerke/sauerland/").content.decode()


def test_an_organisation_that_says_the_same_of_itself_is_named(staff):
    Organisation.objects.filter(pk="berater").update(name="Beratung Toni Beispiel")
    assert "nennen die Person in ihrem eigenen Eintrag" in staff.get(f"{PAGE}loeschen/").content.decode()


def test_the_office_reads_what_is_stored_about_somebody(staff):
    text = staff.get(PAGE).content.decode()
    assert "02761 5678" in text
    assert "0171 000" not in text
