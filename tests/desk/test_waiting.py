"""What waits for a person, and in which order."""

from datetime import date, timedelta

import pytest

from mittelnetz.access.roles import roles_of
from mittelnetz.bodies.models import Body, BodyKind, Mandate, Seat
from mittelnetz.desk.waiting import ENDS_SOON, Kind, matters_of
from mittelnetz.people.models import Grant
from mittelnetz.register.models import Acknowledgement, Contact, FrameworkVersion, PartnerRequest, Partnership
from tests.factories import DAY, make_network, make_organisation, make_person

SINCE = date(2020, 1, 1)
SOON = DAY + timedelta(days=10)


@pytest.fixture
def person(db):
    return make_person("kim", name="Kim Neu")


def found(person):
    return matters_of(roles_of(person, DAY), person, DAY)


def kinds(person):
    return [matter.kind for matter in found(person)]


def network_with_contact(id, person):
    network = make_network(id)
    Contact.objects.create(network=network, person=person, function="moderation", since=SINCE)
    return network


def test_nothing_waits_for_somebody_without_a_function(person):
    assert found(person) == []


def test_open_requests_wait_for_the_contacts_of_the_network_only(person):
    network, other = network_with_contact("own", person), make_network("other")
    asking = make_organisation("asking", name="Verein Neu")
    values = {"organisation": asking, "received_on": date(2026, 1, 1)}
    PartnerRequest.objects.create(network=network, outcome="open", **values)
    PartnerRequest.objects.create(network=other, outcome="open", **values)
    PartnerRequest.objects.create(network=network, outcome="accepted", decided_on=DAY, **values)
    (matter,) = found(person)
    assert (matter.kind, matter.about.key, matter.who, matter.last_day) == (
        Kind.REQUEST, "own", "Verein Neu", date(2026, 4, 1)
    )  # fmt: skip


def test_frameworks_wait_for_partners_and_for_their_networks_until_acknowledged(person):
    network, organisation = network_with_contact("own", person), make_organisation("mine")
    Mandate.objects.create(person=person, organisation=organisation, since=SINCE)
    version = FrameworkVersion.objects.create(id="c", document="criteria", version="2024", since=date(2026, 1, 1))
    own = Partnership.objects.create(network=network, organisation=organisation, since=SINCE)
    Partnership.objects.create(network=network, organisation=make_organisation("else"), since=SINCE)
    Partnership.objects.create(network=make_network("far"), organisation=make_organisation("away"), since=SINCE)
    assert [(matter.kind, matter.number, matter.last_day) for matter in found(person)] == [
        (Kind.ACKNOWLEDGE, 1, date(2026, 3, 2)),
        (Kind.REMIND, 2, date(2026, 3, 2)),
    ]
    Partnership.objects.exclude(pk=own.pk).update(since=date(2026, 2, 1))
    assert [matter.last_day for matter in found(person)] == [date(2026, 3, 2), date(2026, 3, 2)]
    Acknowledgement.objects.create(partnership=own, document="criteria", version=version.version, acknowledged_on=DAY)
    assert [(matter.kind, matter.number, matter.last_day) for matter in found(person)] == [
        (Kind.REMIND, 1, date(2026, 4, 2))
    ]


def test_functions_that_end_soon(person):
    network, organisation = make_network("own"), make_organisation("mine")
    body = Body.objects.create(id="b", kind=BodyKind.PLENUM, name="Plenum")
    Contact.objects.create(network=network, person=person, function="moderation", since=SINCE, until=SOON)
    Mandate.objects.create(person=person, organisation=organisation, since=SINCE, until=SOON)
    Seat.objects.create(id="s", body=body, organisation=organisation, person=person, since=SINCE, until=SOON)
    Grant.objects.create(person=person, role="office", since=SINCE, until=SOON)
    assert kinds(person) == [Kind.CONTACT_ENDS, Kind.MANDATE_ENDS, Kind.SEAT_ENDS, Kind.GRANT_ENDS]
    assert {matter.last_day for matter in found(person)} == {SOON - timedelta(days=1)}


@pytest.mark.parametrize(
    ("until", "is_told"),
    [
        (DAY, False),
        (DAY + timedelta(days=1), True),
        (DAY + ENDS_SOON, True),
        (DAY + ENDS_SOON + timedelta(days=1), False),
        (None, False),
    ],
)
def test_soon_is_from_tomorrow_to_sixty_days(person, until, is_told):
    Grant.objects.create(person=person, role="office", since=SINCE, until=until)
    assert bool(found(person)) == is_told


def test_the_most_urgent_comes_first(person):
    for number, id in enumerate(("late", "soon", "first")):
        network = make_network(id)
        until = DAY + timedelta(days=30 - number * 10)
        Contact.objects.create(network=network, person=person, function="moderation", since=SINCE, until=until)
    assert [matter.about.key for matter in found(person)] == ["first", "soon", "late"]


def test_as_many_statements_for_thirty_networks_as_for_one(person, count_queries):
    FrameworkVersion.objects.create(id="c", document="criteria", version="2024", since=SINCE)

    def add(number):
        network, organisation = network_with_contact(f"n{number}", person), make_organisation(f"o{number}")
        Partnership.objects.create(network=network, organisation=organisation, since=SINCE)
        Mandate.objects.create(person=person, organisation=organisation, since=SINCE, until=SOON)
        PartnerRequest.objects.create(network=network, organisation=organisation, outcome="open", received_on=SINCE)

    add(0)
    roles = roles_of(person, DAY)
    one = count_queries(lambda: matters_of(roles, person, DAY))
    for number in range(1, 30):
        add(number)
    roles = roles_of(person, DAY)
    assert count_queries(lambda: matters_of(roles, person, DAY)) == one
