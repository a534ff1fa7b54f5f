"""Whoever is erased is named nowhere any more, and what was decided stays."""

import json
from datetime import date, timedelta

import pytest
from django.contrib.sessions.models import Session
from django.db import connection

from mittelnetz.bodies.models import Attendance, Mandate, Seat
from mittelnetz.core import journal
from mittelnetz.core.models import Entry
from mittelnetz.core.refusals import Refused
from mittelnetz.notifications.models import Message
from mittelnetz.operations import erasures
from mittelnetz.operations.erasing import erase_person
from mittelnetz.people.actions.accounts import invite_person
from mittelnetz.people.actions.grants import grant_role
from mittelnetz.people.actions.persons import change_person
from mittelnetz.people.actors import person_reference
from mittelnetz.people.models import Account, Person
from mittelnetz.people.stored import stored_about
from mittelnetz.register.actions.contacts import begin_contact
from mittelnetz.register.models import Contact, Network, Pause
from tests.factories import make_network, make_organisation, make_person
from tests.filled import SINCE, fill_everything

pytestmark = pytest.mark.django_db
NAME, EMAIL = "Xenia O’Brien-Öztürk", "xenia.o@privat.example"


@pytest.fixture
def xenia() -> Person:
    return fill_everything("xenia-obrien", name=NAME, email=EMAIL)


def everything() -> str:
    """All that is stored, table by table, with what sessions hold."""
    found = [str([session.get_decoded() for session in Session.objects.all()])]
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if not table.startswith("regions_"):
                cursor.execute(f'SELECT * FROM "{table}"')
                found += [f"{table}: {row}" for row in cursor.fetchall()]
    return "\n".join(found)


def test_neither_name_nor_address_nor_id_is_anywhere(xenia, actor, at):
    words = (NAME, EMAIL, "0171 Xenia", "Öztürk", r"\u00d6zt")
    before = everything()
    assert all(word in before for word in (*words[:4], "'xenia-obrien'"))
    erase_person(person=xenia, actor=actor, at=at)
    lines = everything().splitlines()
    assert [line for line in lines for word in (*words, "'xenia-obrien'") if word.lower() in line.lower()] == []


def test_somebody_else_is_left_alone(xenia, actor, at):
    otto = fill_everything("otto", name="Otto Zweitmann", email="otto@zweit.example")
    before = [stored.rows for stored in stored_about(otto)]
    erase_person(person=xenia, actor=actor, at=at)
    assert [stored.rows for stored in stored_about(otto)] == before


def test_what_was_decided_stays_without_the_name(xenia, actor, at):
    erased = erase_person(person=xenia, actor=actor, at=at)
    assert (erased.name, erased.email, erased.phone, erased.uuid) == ("Name gelöscht", "", "", xenia.uuid)
    assert Attendance.objects.get().person == erased
    assert Seat.objects.get(pk="d-xenia-obrien").deputy == erased
    assert Network.objects.get().aims == "Name gelöscht fragen"
    assert Pause.objects.get().reason == "Von Name gelöscht <Name gelöscht>"


def test_what_still_runs_ends_today_and_a_seat_is_vacant(xenia, actor, at):
    later = Contact.objects.create(network=make_network("x"), person=xenia, function="moderation", since=at.date())
    erased = erase_person(person=xenia, actor=actor, at=at)
    assert Contact.objects.get().until == date(2026, 6, 15)
    assert not Contact.objects.filter(pk=later.pk).exists()
    assert Mandate.objects.get().until == date(2026, 6, 15)
    assert erased.grants.get().until == date(2026, 6, 15)
    assert Seat.objects.get(pk="s-xenia-obrien").person is None


def test_nothing_to_them_leaves_any_more_and_what_has_left_is_empty(xenia, actor, at):
    erased = erase_person(person=xenia, actor=actor, at=at)
    assert [(mail.state, mail.address, mail.text) for mail in erased.messages.all()] == [("sent", "", "")]
    assert "Name gelöscht" in Message.objects.get(address="buero@example.org").text


def test_the_journal_tells_of_it_and_is_whole(xenia, actor, at):
    erased = erase_person(person=xenia, actor=actor, at=at)
    assert journal.verify().problems == []
    entry = Entry.objects.get(verb="people.person_erased")
    assert entry.subject == person_reference(erased)
    assert json.loads(entry.changes)["seats"] == ["s-xenia-obrien"]


def test_the_account_is_gone(xenia, actor, at):
    erase_person(person=xenia, actor=actor, at=at)
    assert not Account.objects.exists()
    assert not Session.objects.exists()


def test_former_names_and_addresses_go_too(actor, at):
    person = make_person(name="Neu Name", email="neu@privat.example")
    change_person(person=person, details={"name": "Alt Name", "email": "alt@privat.example"}, actor=actor, at=at)
    change_person(person=person, details={"name": "Neu Name", "email": "neu@privat.example"}, actor=actor, at=at)
    make_network(aims="Alt Name fragen, alt@privat.example")
    erase_person(person=person, actor=actor, at=at)
    assert Network.objects.get().aims == "Name gelöscht fragen, Name gelöscht"


def test_a_mailbox_that_is_also_an_organisations_stays_in_texts(actor, at):
    make_organisation(email="info@kammer.example")
    make_network(aims="info@kammer.example")
    erase_person(person=make_person(email="info@kammer.example"), actor=actor, at=at)
    assert Network.objects.get().aims == "info@kammer.example"


def test_a_name_inside_another_word_stays(actor, at):
    make_network(aims="Ottobrunn und Otto")
    erase_person(person=make_person(name="Otto"), actor=actor, at=at)
    assert Network.objects.get().aims == "Ottobrunn und Name gelöscht"


def test_of_somebody_erased_nothing_is_entered_any_more(actor, at):
    person = erase_person(person=make_person(), actor=actor, at=at)
    does = {"actor": actor, "at": at}
    network = make_network()
    for attempt in (
        lambda: erase_person(person=person, **does),
        lambda: change_person(person=person, details={"name": "Doch"}, **does),
        lambda: invite_person(person=person, email="a@example.org", **does),
        lambda: grant_role(person=person, role="office", since=SINCE, **does),
        lambda: begin_contact(
            network=network, person=person, function="moderation", organisation=None, since=SINCE, shown=False, **does
        ),
    ):
        with pytest.raises(Refused, match="gelöscht"):
            attempt()


def test_the_last_one_of_the_office_is_not_erased(xenia, actor, at):
    grant_role(person=xenia, role="office", since=SINCE, actor=actor, at=at)
    with pytest.raises(Refused, match="niemand mehr diese Aufgabe"):
        erase_person(person=xenia, actor=actor, at=at)


@pytest.fixture
def home(settings, tmp_path):
    settings.HOME = tmp_path
    return tmp_path


def test_the_list_beside_the_database_has_references_only(home, xenia, actor, at, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        erase_person(person=xenia, actor=actor, at=at)
    line = json.loads((home / "erasures.jsonl").read_text())
    assert line == {"person": str(xenia.uuid), "at": at.isoformat()}


def test_what_could_not_be_written_is_written_later_and_once(home, actor, at):
    erased = [erase_person(person=make_person(id), actor=actor, at=at + timedelta(days=1)) for id in ("a", "b")]
    erasures.complete_list()
    erasures.complete_list()
    assert erasures.noted_in(home / "erasures.jsonl") == {person.uuid for person in erased}
    assert len((home / "erasures.jsonl").read_text().splitlines()) == 2
