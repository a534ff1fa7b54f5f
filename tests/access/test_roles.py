"""Roles are what is in force on the day, and nothing else."""

from datetime import date

import pytest

from mittelnetz.access.roles import NOBODY, Roles, roles_of
from mittelnetz.bodies.models import Body, Mandate, Seat
from mittelnetz.people.models import Grant
from mittelnetz.register.models import Contact
from tests.factories import make_network, make_organisation, make_person

BEGIN, END = date(2026, 1, 1), date(2026, 7, 1)


@pytest.fixture
def person(db):
    """Holds one role of each kind, each from January to the end of June."""
    person, organisation, network = make_person(), make_organisation(), make_network()
    plenum = Body.objects.create(id="plenum", kind="plenum", name="Plenum")
    group = Body.objects.create(id="ag", kind="transfer_group", name="AG")
    Grant.objects.create(person=person, role="office", since=BEGIN, until=END)
    Contact.objects.create(network=network, person=person, function="moderation", since=BEGIN, until=END)
    Mandate.objects.create(person=person, organisation=organisation, since=BEGIN, until=END)
    Seat.objects.create(id="s1", body=plenum, organisation=organisation, person=person, since=BEGIN, until=END)
    Seat.objects.create(id="s2", body=group, network=network, deputy=person, since=BEGIN, until=END)
    return person


@pytest.mark.parametrize("day", [BEGIN, date(2026, 6, 30)])
def test_a_person_is_what_is_in_force(person, day, count_queries):
    assert roles_of(person, day) == Roles(
        person,
        granted=frozenset({"office"}),
        networks=frozenset({"net"}),
        organisations=frozenset({"org"}),
        bodies=frozenset({"plenum", "ag"}),
        body_kinds=frozenset({"plenum", "transfer_group"}),
    )
    assert count_queries(lambda: roles_of(person, day)) == 1


@pytest.mark.parametrize("day", [date(2025, 12, 31), END])
def test_when_a_function_ends_so_does_the_role(person, day):
    assert roles_of(person, day) == Roles(person)


def test_the_roles_of_others_are_not_ones_own(person):
    other = make_person("other")
    assert roles_of(other, BEGIN) == Roles(other)
    assert Roles() == NOBODY
