"""A function goes from one person to the next in one step, or not at all; and what is open then."""

from datetime import date

import pytest

from mittelnetz.core.models import Entry
from mittelnetz.core.refusals import Refused
from mittelnetz.people.actions.persons import NewPerson
from mittelnetz.people.actors import Actor
from mittelnetz.people.models import Account, Invitation, Person
from mittelnetz.register.actions.handing_over import hand_over_contact
from mittelnetz.register.models import Acknowledgement, Contact, FrameworkVersion, PartnerRequest, Partnership
from mittelnetz.register.queries.contacts import Vacancy
from mittelnetz.register.queries.open_matters import OpenRequest, Unacknowledged, open_matters
from tests.factories import ACTOR, AT, DAY, make_network, make_organisation, make_person

pytestmark = pytest.mark.django_db
SINCE = date(2020, 1, 1)
SUCCESSOR = NewPerson("Kim Neu", "kim@example.org")


@pytest.fixture
def contact():
    return Contact.objects.create(
        network=make_network(), person=make_person(), function="coordination", since=SINCE, shown=True
    )


@pytest.fixture
def hand_over(contact):
    def hand_over(successor=SUCCESSOR, *, on: date = DAY, actor: Actor = ACTOR) -> Contact:
        return hand_over_contact(
            contact=contact, successor=successor, organisation=None, on=on, shown=False, actor=actor, at=AT
        )

    return hand_over


def test_the_one_ends_where_the_other_begins_and_the_new_one_is_invited(contact, hand_over):
    begun = hand_over()
    contact.refresh_from_db()
    assert (contact.until, begun.since, begun.function, begun.shown) == (DAY, DAY, "coordination", False)
    invitation = Invitation.objects.get()
    assert (invitation.person, invitation.email) == (begun.person, "kim@example.org")
    assert list(Entry.objects.order_by("number").values_list("verb", flat=True)) == [
        "people.person_added",
        "register.contact_ended",
        "register.contact_begun",
        "people.person_invited",
    ]


def test_who_has_an_account_or_no_e_mail_is_not_invited(hand_over):
    person = make_person("kim", email="kim@example.org")
    Account.objects.create_user("kim@example.org", person)
    hand_over(person, on=date(2026, 3, 1))
    assert not Invitation.objects.exists()


def test_somebody_without_e_mail_takes_over_all_the_same(hand_over):
    assert hand_over(NewPerson("Kim Neu", phone="030 1")).person.phone == "030 1"
    assert not Invitation.objects.exists()


@pytest.mark.parametrize(
    ("successor", "on", "sentence"),
    [
        (SUCCESSOR, SINCE, "beginnt erst am"),
        (NewPerson("Kim Neu", "belegt@example.org"), DAY, "gehört schon zu einem anderen Konto"),
    ],
)
def test_what_is_refused_leaves_nothing_behind(contact, hand_over, successor, on, sentence):
    Account.objects.create_user("belegt@example.org", make_person("andere"))
    with pytest.raises(Refused, match=sentence):
        hand_over(successor, on=on)
    contact.refresh_from_db()
    assert contact.until is None
    assert not Person.objects.filter(name="Kim Neu").exists()
    assert not Entry.objects.exists()


def test_nobody_hands_over_to_themselves(contact, hand_over):
    with pytest.raises(Refused, match="nennen Sie jemand anderen"):
        hand_over(contact.person)


def test_what_is_open_on_a_day(contact, count_queries):
    network, partner, asking = (
        contact.network,
        make_organisation("a", name="Kammer"),
        make_organisation("b", name="Innung"),
    )
    partnership = Partnership.objects.create(network=network, organisation=partner, since=SINCE)
    PartnerRequest.objects.create(network=network, organisation=asking, received_on=date(2026, 2, 1), outcome="open")
    PartnerRequest.objects.create(
        network=network, organisation=asking, received_on=SINCE, decided_on=SINCE, outcome="accepted"
    )
    for document in ("criteria", "principles"):
        FrameworkVersion.objects.create(id=document, document=document, version="2016", since=SINCE)
    Acknowledgement.objects.create(
        partnership=partnership, document="principles", version="2016", acknowledged_on=SINCE
    )
    found = open_matters("net", DAY, request_days=90)
    assert found.requests == [OpenRequest("Innung", date(2026, 5, 2))]
    assert found.unacknowledged == [Unacknowledged("Kammer", ["criteria"])]
    assert found.vacancies == [Vacancy("moderation", None)]
    assert count_queries(lambda: open_matters("net", DAY, request_days=90)) == 1


def test_an_old_version_or_a_word_of_tomorrow_is_no_acknowledgement(contact):
    partnership = Partnership.objects.create(network=contact.network, organisation=make_organisation(), since=SINCE)
    FrameworkVersion.objects.create(id="new", document="criteria", version="2026", since=SINCE)
    known = {"partnership": partnership, "document": "criteria"}
    Acknowledgement.objects.create(**known, version="2016", acknowledged_on=SINCE)
    Acknowledgement.objects.create(**known, version="2026", acknowledged_on=date(2026, 2, 15))
    assert len(open_matters("net", DAY, request_days=90).unacknowledged) == 1
    assert open_matters("net", date(2026, 2, 15), request_days=90).unacknowledged == []
