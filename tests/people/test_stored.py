"""What people are shown of themselves: everything, and nothing of anybody else."""

import json

import pytest
from django.core.serializers.json import DjangoJSONEncoder

from mittelnetz.people.foreign import declared
from mittelnetz.people.stored import stored_about
from mittelnetz.register.models import Contact, ErrorReport
from tests.factories import make_network, make_person
from tests.filled import AT, SINCE, fill_everything

pytestmark = pytest.mark.django_db
KNOWN_OTHERWISE = {"core.Attempt", "sessions.Session"}
"""Their rows name nobody."""


@pytest.fixture
def two():
    fill_everything("otto", name="Otto Zweitmann", email="otto@zweit.example")
    return fill_everything("toni", name="Toni Erstmann", email="toni@erst.example")


def test_every_field_of_every_table_shows_up(two):
    found = {stored.model: stored for stored in stored_about(two)}
    wanted = {model for model, personal in declared() if personal.is_about_people}
    assert {model._meta.label for model in wanted - set(found)} == KNOWN_OTHERWISE
    for stored in found.values():
        assert all(set(row) == set(stored.personal.fields) for row in stored.rows)


def test_nothing_of_anybody_else_does(two):
    text = json.dumps([stored.rows for stored in stored_about(two)], cls=DjangoJSONEncoder)
    assert "toni@erst.example" in text
    assert "Toni Erstmann" in text
    assert "otto" not in text.lower()
    assert "zweit" not in text.lower()


def test_an_address_that_somebody_only_typed_in_shows_them_nothing(two):
    ErrorReport.objects.create(text="vertraulich", email="opfer@example.org", received_at=AT)
    two.email = "opfer@example.org"
    two.save()
    assert "vertraulich" not in str([stored.rows for stored in stored_about(two)])


def test_who_has_no_account_is_known_by_the_address_that_the_office_entered(at):
    ErrorReport.objects.create(text="von mir", email="Toni@example.org", received_at=at)
    person = make_person(email="toni@example.org")
    assert "von mir" in str([stored.rows for stored in stored_about(person)])


def test_as_many_statements_for_thirty_functions_as_for_one(two, count_queries):
    one = count_queries(lambda: stored_about(two))
    for number in range(30):
        Contact.objects.create(network=make_network(f"x{number}"), person=two, function="moderation", since=SINCE)
    assert count_queries(lambda: stored_about(two)) == one
