"""“Stimmt das noch?”: which entries should be looked through, who is asked how often, and what an answer changes."""

import json
from datetime import date, timedelta

import pytest

from mittelnetz.core.models import Entry
from mittelnetz.core.refusals import Refused
from mittelnetz.people.actors import person_reference
from mittelnetz.register.actions import confirmations, networks, organisations
from mittelnetz.register.answers import Given
from mittelnetz.register.models import Contact, Network, NetworkStatus, Organisation
from mittelnetz.register.queries.confirmations import (
    contacts_to_confirm,
    due_for,
    networks_to_confirm,
    organisations_to_confirm,
    to_be_asked,
)
from tests.factories import ACTOR, AT, DAY, make_network, make_organisation, make_person

pytestmark = pytest.mark.django_db
YEAR_AGO, NOT_YET = date(2025, 2, 14), date(2025, 2, 15)
WHO = {"actor": ACTOR, "at": AT}


@pytest.fixture
def journal_began(at):
    """On that day; what no action entered counts from then on."""

    def begin(day: date) -> None:
        organisations.add_organisation(id="first", name="Erste", kind="chamber", actor=ACTOR, at=AT + (day - DAY))

    return begin


def due(rows) -> set[str]:
    return {str(row.pk) for row in rows} - {"first"}


def test_a_year_after_the_last_confirmation_it_is_due(journal_began):
    journal_began(date(2020, 1, 1))
    for key, day in (("due", YEAR_AGO), ("fresh", NOT_YET)):
        make_organisation(key, confirmed_on=day)
        make_network(key, confirmed_on=day)
    assert due(organisations_to_confirm(DAY)) == {"due"}
    assert due(networks_to_confirm(DAY)) == {"due"}


@pytest.mark.parametrize(("day", "found"), [(YEAR_AGO, {"entered", "came"}), (NOT_YET, set())])
def test_what_nobody_confirmed_counts_from_its_first_entry_or_from_the_beginning_of_the_journal(
    journal_began, day, found
):
    journal_began(day)
    organisations.add_organisation(id="entered", name="E", kind="chamber", actor=ACTOR, at=AT + (day - DAY))
    networks.form_network(id="entered", name="E", since=day, actor=ACTOR, at=AT + (day - DAY))
    make_organisation("came")
    make_network("came")
    assert due(organisations_to_confirm(DAY)) == found
    assert due(networks_to_confirm(DAY)) == found


def test_what_was_entered_later_is_not_due_however_old_the_journal_is(journal_began):
    journal_began(date(2020, 1, 1))
    organisations.add_organisation(id="new", name="N", kind="chamber", **WHO)
    networks.form_network(id="new", name="N", since=DAY, **WHO)
    assert due(organisations_to_confirm(DAY)) == due(networks_to_confirm(DAY)) == set()


def test_networks_that_have_ended_are_left_in_peace(journal_began):
    journal_began(date(2020, 1, 1))
    make_network("gone", status="dissolved")
    assert due(networks_to_confirm(DAY)) == set()


def test_functions_of_today_count_from_their_beginning(journal_began):
    journal_began(date(2020, 1, 1))
    network = make_network()

    def hold(key: str, **fields) -> None:
        person = make_person(key)
        Contact.objects.create(network=network, person=person, function="moderation", **fields)

    hold("old", since=YEAR_AGO)
    hold("unknown")
    hold("new", since=NOT_YET)
    hold("ended", since=YEAR_AGO, until=DAY)
    hold("confirmed", since=YEAR_AGO, confirmed_on=NOT_YET)
    hold("confirmed-then", since=YEAR_AGO, confirmed_on=YEAR_AGO)
    assert {row.person_id for row in contacts_to_confirm(DAY)} == {"old", "unknown", "confirmed-then"}


def test_nobody_is_asked_again_within_sixty_days():
    organisation = make_organisation(confirmed_on=YEAR_AGO)
    confirmations.ask_for_confirmation(entry=organisation, **WHO)
    entry = Entry.objects.get()
    assert (entry.verb, entry.subject, entry.changes) == ("register.confirmation_asked", "organisations/org", "{}")
    for days, is_asked in ((0, False), (59, False), (60, True)):
        day = DAY + timedelta(days=days)
        assert to_be_asked(organisations_to_confirm(day), day).exists() == is_asked
    with pytest.raises(Refused, match="schon gefragt"):
        confirmations.ask_for_confirmation(entry=organisation, actor=ACTOR, at=AT + timedelta(days=59))
    confirmations.ask_for_confirmation(entry=organisation, actor=ACTOR, at=AT + timedelta(days=60))


def test_what_is_confirmed_is_proved_and_not_due_any_more(journal_began):
    journal_began(date(2020, 1, 1))
    person = make_person()
    rows = [
        make_organisation(),
        make_network(),
        Contact.objects.create(network=make_network("other"), person=person, function="moderation"),
    ]
    given = Given(DAY, "entry-1", "Kim Unverwechselbar")
    for row in rows:
        confirmations.confirm_entry(entry=row, given=given, **WHO)
        confirmations.confirm_entry(entry=row, given=given, **WHO)
    entries = Entry.objects.filter(verb="register.entry_confirmed").order_by("number")
    proof = {"wording": "entry-1", "on": "2026-02-14"}
    assert [(entry.subject, json.loads(entry.changes)) for entry in entries] == [
        ("organisations/org", proof),
        ("networks/net", proof),
        ("networks/other", {**proof, "person": person_reference(person), "contact": rows[2].pk}),
    ]
    assert "Kim" not in "".join(entry.changes for entry in entries)
    assert Organisation.objects.get(pk="org").confirmed_on == Network.objects.get(pk="net").confirmed_on == DAY
    assert due(organisations_to_confirm(DAY)) == due(contacts_to_confirm(DAY)) == set()
    assert due(networks_to_confirm(DAY)) == {"other"}


def test_one_person_sees_their_own_in_three_statements(journal_began, count_queries):
    journal_began(date(2020, 1, 1))
    person = make_person()
    for key in ("a", "b", "c"):
        make_organisation(key)
        NetworkStatus.objects.filter(network=make_network(key)).update(since=None)
    contact = Contact.objects.create(network_id="a", person=person, function="moderation")
    Contact.objects.create(network_id="a", person=make_person("x"), function="moderation")

    found = due_for(person.uuid, {"a", "b"}, {"c"}, DAY)
    assert due(found.networks) == {"a", "b"}
    assert due(found.organisations) == {"c"}
    assert found.contacts == [contact]
    assert count_queries(lambda: due_for(person.uuid, {"a", "b"}, {"c"}, DAY)) == 3
    assert count_queries(lambda: due_for(person.uuid, set(), set(), DAY)) == 1
