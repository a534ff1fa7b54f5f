"""Actions on people: names stand in the erasable part of the journal only."""

import json

import pytest
from django.db import IntegrityError

from mittelnetz.core import journal
from mittelnetz.core.models import Entry, PersonalPart
from mittelnetz.core.refusals import Refused
from mittelnetz.people.actions.persons import add_person, change_person
from mittelnetz.people.actors import Actor, person_reference
from mittelnetz.people.models import Account, Person
from tests.factories import ACTOR, AT, make_person

pytestmark = pytest.mark.django_db


def test_person_is_added_with_the_name_outside_the_chain():
    person = add_person(id="p1", name="Erika Muster", email="e@example.org", actor=ACTOR, at=AT)
    entry = Entry.objects.get()
    assert entry.subject == person_reference(person)
    assert "Erika" not in entry.changes
    assert json.loads(entry.personal_part.content)["name"] == "Erika Muster"
    PersonalPart.objects.all().delete()
    assert not journal.verify().problems


def test_changed_person_shows_which_fields():
    person = make_person()
    change_person(person=person, details={"phone": "030 23125-400", "name": person.name}, actor=ACTOR, at=AT)
    assert json.loads(Entry.objects.get().changes) == {"fields": ["phone"]}
    with pytest.raises(TypeError, match="uuid"):
        change_person(person=person, details={"uuid": "x"}, actor=ACTOR, at=AT)


def test_id_of_a_person_is_taken_once():
    add_person(id="p1", name="Erika Muster", actor=ACTOR, at=AT)
    with pytest.raises(Refused, match="schon vergeben"):
        add_person(id="p1", name="Max Muster", actor=ACTOR, at=AT)


def test_account_signs_in_as_one_person():
    person = make_person()
    account = Account.objects.create_user("Toni@Example.ORG", person, "geheim und lang")
    assert account.email == "Toni@example.org"
    assert account.check_password("geheim und lang")
    assert Actor.person(person).reference == f"people/{person.uuid}"
    assert Actor.person(person, on_behalf_of=make_person("p2")).on_behalf_of.startswith("people/")


def test_a_person_reads_german_or_english():
    person = change_person(person=make_person(), details={"language": "en"}, actor=ACTOR, at=AT)
    assert Person.objects.get(pk=person.pk).language == "en"
    with pytest.raises(IntegrityError):
        make_person("p2", language="fr")
