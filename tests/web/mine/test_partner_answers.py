"""Asking a partner by mail, and entering what it said."""

import json

import pytest

from mittelnetz.core.models import Entry
from mittelnetz.people.actors import person_reference
from mittelnetz.people.models import Account
from mittelnetz.register.models import Acknowledgement, Organisation, Partnership
from tests.web.conftest import STAFF

PAGE = "/mein/netzwerk/sauerland/partner/7001/"


@pytest.mark.parametrize(
    ("what", "verb"), [("listing", "register.consent_asked"), ("framework", "register.acknowledgement_asked")]
)
def test_a_button_asks_once_a_day(staff, what, verb):
    Partnership.objects.filter(pk=7001).update(listed=False)
    assert staff.post(PAGE + "fragen/", {"what": what})["Location"] == PAGE + "antworten/"
    assert "Die Frage geht per Mail hinaus." in staff.get(PAGE + "antworten/").content.decode()
    assert [entry.verb for entry in Entry.objects.all()] == [verb]
    staff.post(PAGE + "fragen/", {"what": what})
    assert "Heute wurde schon gefragt." in staff.get(PAGE + "antworten/").content.decode()
    assert Entry.objects.count() == 1


def test_who_cannot_be_written_to_is_not_asked(staff):
    Organisation.objects.filter(pk="kammer").update(email="")
    text = staff.get(PAGE + "antworten/").content.decode()
    assert "Kenntnisnahme erbitten" not in text
    assert "Per Mail kann der Partner nicht gefragt werden." in text
    staff.post(PAGE + "fragen/", {"what": "framework"})
    assert not Entry.objects.exists()


def test_what_a_partner_said_is_entered_on_its_behalf(staff):
    sent = {"on": "2026-06-01", "listed": "no", "known": ["criteria-2024"]}
    assert staff.post(PAGE + "antworten/", sent).status_code == 303
    person = Account.objects.get(email=STAFF).person
    told = [(entry.verb, entry.actor, entry.on_behalf_of) for entry in Entry.objects.order_by("number")]
    who = (person_reference(person), "organisations/kammer")
    assert told == [("register.listing_changed", *who), ("register.framework_acknowledged", *who)]
    assert json.loads(Entry.objects.latest("number").changes)["on"] == "2026-06-01"
    assert not Partnership.objects.get(pk=7001).listed
    assert Acknowledgement.objects.get().document == "criteria"


@pytest.mark.parametrize(
    ("day", "sentence"), [("2026-06-16", "in der Zukunft"), ("2019-06-01", "gilt an diesem Tag nicht")]
)
def test_a_day_that_cannot_be_changes_nothing(staff, day, sentence):
    sent = {"on": day, "listed": "no", "known": ["criteria-2024"]}
    answer = staff.post(PAGE + "antworten/", sent)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not Entry.objects.exists()
