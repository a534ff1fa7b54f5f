"""Consent and acknowledgement: asking for them, giving them, and what the journal can prove."""

import json
from datetime import UTC, date, datetime, timedelta

import pytest

from mittelnetz.core.models import Entry
from mittelnetz.core.refusals import Refused
from mittelnetz.people.actors import person_reference
from mittelnetz.register.actions import asking, contacts, partnerships
from mittelnetz.register.answers import Given
from mittelnetz.register.models import Contact, FrameworkVersion, Partnership
from mittelnetz.register.queries.acknowledgements import missing_versions, partnerships_to_ask
from tests.factories import ACTOR, AT, DAY, make_network, make_organisation, make_person

pytestmark = pytest.mark.django_db
WHO = {"actor": ACTOR, "at": AT}
LATER = {"actor": ACTOR, "at": AT + timedelta(days=1)}


@pytest.fixture
def partnership() -> Partnership:
    return Partnership.objects.create(network=make_network(), organisation=make_organisation(), since=date(2020, 1, 1))


@pytest.fixture
def contact() -> Contact:
    person = make_person(email="toni@example.org")
    return Contact.objects.create(
        network=make_network("other"), person=person, function="moderation", since=date(2020, 1, 1)
    )


@pytest.fixture
def version() -> FrameworkVersion:
    return FrameworkVersion.objects.create(id="c-2", document="criteria", version="2024", since=date(2024, 1, 1))


def told() -> tuple[str, dict[str, object]]:
    entry = Entry.objects.latest("number")
    return entry.verb, json.loads(entry.changes)


def test_the_journal_proves_which_text_was_answered_and_when_and_names_nobody(partnership):
    given = Given(DAY, "listing-1", "Kim Unverwechselbar")
    partnerships.change_listing(partnership=partnership, listed=True, given=given, **WHO)
    entry = Entry.objects.latest("number")
    assert (entry.actor, json.loads(entry.changes)) == (
        ACTOR.reference,
        {"organisation": "org", "listed": True, "wording": "listing-1", "on": "2026-02-14"},
    )
    assert json.loads(entry.personal_part.content) == {"name": "Kim Unverwechselbar"}
    row = Partnership.objects.get()
    assert (row.listed, row.listing_answered_on) == (True, DAY)


def test_to_answer_the_same_again_changes_nothing_and_another_answer_counts(partnership):
    for listed, entries in ((False, 1), (False, 1), (True, 2), (True, 2), (False, 3)):
        partnerships.change_listing(partnership=partnership, listed=listed, given=Given(DAY), **WHO)
        assert Entry.objects.count() == entries
    assert not Partnership.objects.get().listed


def test_who_was_a_partner_can_still_take_it_back_but_not_agree(partnership):
    Partnership.objects.update(listed=True, until=date(2026, 1, 1))
    partnerships.change_listing(partnership=partnership, listed=False, given=Given(DAY), **WHO)
    assert not Partnership.objects.get().listed
    with pytest.raises(Refused, match="schon beendet"):
        partnerships.change_listing(partnership=partnership, listed=True, given=Given(DAY), **WHO)


def test_consent_that_comes_with_a_new_partner_is_an_answer():
    who = {"network": make_network(), "organisation": make_organisation(), "since": DAY}
    assert partnerships.begin_partnership(**who, listed=True, **WHO).listing_answered_on == DAY


def test_nobody_has_answered_on_a_day_that_is_still_to_come(partnership, version):
    tomorrow = Given(DAY + timedelta(days=1))
    known = {"partnership": partnership, "document": "criteria", "version": "2024"}
    with pytest.raises(Refused, match="in der Zukunft"):
        partnerships.acknowledge_framework(**known, given=tomorrow, **WHO)
    with pytest.raises(Refused, match="in der Zukunft"):
        partnerships.change_listing(partnership=partnership, listed=True, given=tomorrow, **WHO)
    assert not Entry.objects.exists()


def test_acknowledging_the_same_version_twice_changes_nothing(partnership, version):
    known = {"partnership": partnership, "document": "criteria", "version": "2024"}
    first = partnerships.acknowledge_framework(**known, given=Given(DAY, "framework-1"), **WHO)
    later = WHO | {"at": datetime(2026, 5, 1, 10, tzinfo=UTC)}
    second = partnerships.acknowledge_framework(**known, given=Given(date(2026, 5, 1)), **later)
    assert first == second
    assert first.acknowledged_on == DAY
    assert Entry.objects.count() == 1
    assert told() == (
        "register.framework_acknowledged",
        {
            "organisation": "org",
            "document": "criteria",
            "version": "2024",
            "wording": "framework-1",
            "on": "2026-02-14",
        },
    )


@pytest.mark.parametrize(
    ("day", "until"), [(date(2023, 12, 31), None), (date(2026, 1, 1), date(2026, 1, 1)), (date(2026, 1, 2), None)]
)
def test_only_what_is_in_force_is_acknowledged_by_whoever_is_a_partner(partnership, version, day, until):
    FrameworkVersion.objects.update(until=None if until else date(2026, 1, 2))
    Partnership.objects.update(until=until)
    with pytest.raises(Refused):
        partnerships.acknowledge_framework(
            partnership=partnership, document="criteria", version="2024", given=Given(day), **WHO
        )
    assert not Entry.objects.exists()


@pytest.mark.parametrize(
    ("ask", "verb"),
    [
        (asking.ask_partner_for_consent, "register.consent_asked"),
        (asking.ask_partner_to_acknowledge, "register.acknowledgement_asked"),
    ],
)
def test_a_partner_is_asked_once_a_day_and_not_after_its_end(partnership, version, ask, verb):
    ask(partnership=partnership, **WHO)
    assert told() == (verb, {"organisation": "org", "partnership": partnership.pk})
    with pytest.raises(Refused, match="Heute wurde schon gefragt"):
        ask(partnership=partnership, **WHO)
    ask(partnership=partnership, **LATER)
    Partnership.objects.update(until=DAY)
    with pytest.raises(Refused, match="schon beendet"):
        ask(partnership=partnership, actor=ACTOR, at=AT + timedelta(days=2))
    assert Entry.objects.count() == 2


def test_nobody_is_asked_what_they_have_answered(partnership, contact, version):
    partnerships.change_listing(partnership=partnership, listed=True, given=Given(DAY), **WHO)
    partnerships.acknowledge_framework(
        partnership=partnership, document="criteria", version="2024", given=Given(DAY), **WHO
    )
    Contact.objects.update(shown=True)
    for ask in (asking.ask_partner_for_consent, asking.ask_partner_to_acknowledge):
        with pytest.raises(Refused, match="schon da"):
            ask(partnership=partnership, **WHO)
    with pytest.raises(Refused, match="schon da"):
        asking.ask_contact_for_consent(contact=contact, **WHO)


def test_a_contact_is_asked_by_reference(contact):
    asking.ask_contact_for_consent(contact=contact, **WHO)
    assert told() == (
        "register.consent_asked",
        {"person": person_reference(contact.person), "contact": contact.pk},
    )
    with pytest.raises(Refused, match="Heute wurde schon gefragt"):
        asking.ask_contact_for_consent(contact=contact, **WHO)


def test_a_person_answers_for_themselves_and_the_journal_keeps_the_text(contact):
    answer = {"contact": contact, "given": Given(DAY, "showing-1"), "at": AT}
    oneself = type(ACTOR)(person_reference(contact.person))
    contacts.change_showing(**answer, shown=True, actor=oneself)
    contacts.change_showing(**answer, shown=True, actor=oneself)
    assert Entry.objects.count() == 1
    assert told()[1]["wording"] == "showing-1"
    assert Contact.objects.get().showing_answered_on == DAY


def test_what_is_missing_is_told_for_many_partners_in_two_statements(partnership, version, count_queries):
    FrameworkVersion.objects.create(id="p", document="principles", version="2010")
    FrameworkVersion.objects.create(id="c-1", document="criteria", version="2010", until=date(2024, 1, 1))
    partnership.acknowledgements.create(document="criteria", version="2024", acknowledged_on=DAY)
    others = [
        Partnership.objects.create(network=partnership.network, organisation=make_organisation(f"o{n}"))
        for n in range(9)
    ]
    missing = missing_versions([partnership, *others], DAY)
    assert [row.pk for row in missing[partnership.pk]] == ["p"]
    assert [row.pk for row in missing[others[0].pk]] == ["c-2", "p"]
    assert count_queries(lambda: missing_versions([partnership, *others], DAY)) == 2


def test_a_new_version_is_asked_of_those_who_were_partners_and_were_not_asked(partnership, version):
    network = partnership.network

    def make(key: str, **fields):
        return Partnership.objects.create(network=network, organisation=make_organisation(key), **fields)

    make("ended", until=date(2025, 1, 1))
    make("newer", since=date(2024, 1, 2))
    make("asked", acknowledgement_asked_on=date(2024, 1, 1))
    make("asked-before", acknowledgement_asked_on=date(2023, 12, 31))
    make("knows").acknowledgements.create(document="criteria", version="2024", acknowledged_on=DAY)
    make("knows-another").acknowledgements.create(document="principles", version="2024", acknowledged_on=DAY)
    found = {row.organisation_id for row in partnerships_to_ask(version, DAY)}
    assert found == {"org", "asked-before", "knows-another"}
