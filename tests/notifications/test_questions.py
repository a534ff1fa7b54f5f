"""Mails that ask: who gets them, what their links open, and what nobody is asked."""

import re
from datetime import date, timedelta

import pytest

from mittelnetz.bodies.models import Mandate
from mittelnetz.core.signed_links import VALID_FOR, open_token
from mittelnetz.notifications.following import follow_journal
from mittelnetz.notifications.models import Message
from mittelnetz.people.actors import person_reference
from mittelnetz.register.actions import asking, confirmations, contacts, partnerships
from mittelnetz.register.models import Contact, FrameworkVersion, Organisation, Partnership
from tests.factories import make_network, make_organisation, make_person

pytestmark = pytest.mark.django_db
SINCE = date(2020, 1, 1)


@pytest.fixture
def who(actor, at):
    return {"actor": actor, "at": at}


@pytest.fixture
def organisation(settings):
    settings.ADDRESS = "https://netze.example.org"
    return make_organisation(name="Kammer Süd", email="info@example.org")


@pytest.fixture
def version():
    return FrameworkVersion.objects.create(id="c", document="criteria", version="2024", since=SINCE)


@pytest.fixture
def begin(organisation, who, at):
    def begin(*, listed: bool = False) -> Partnership:
        network = make_network(name="Netzwerk Nord")
        since = date(2026, 6, 1)
        row = partnerships.begin_partnership(
            network=network, organisation=organisation, since=since, listed=listed, **who
        )
        follow_journal(at=at)
        return row

    return begin


def links(message: Message) -> list[str]:
    return re.findall(r"https://netze\.example\.org(?:/en)?/antwort/(\S+)/\s", message.text)


def test_a_new_partner_is_asked_everything_in_one_mail_to_its_mailbox(begin, version, at):
    partnership = begin()
    message = Message.objects.get()
    assert (message.address, message.recipient) == ("info@example.org", None)
    assert message.subject == "Dürfen wir „Kammer Süd“ öffentlich nennen?"
    opened = [open_token(token, at=at) for token in links(message)]
    assert [(one.purpose, one.about) for one in opened] == [
        ("listing", (str(partnership.pk),)),
        ("framework", (str(partnership.pk), "criteria", "2024")),
    ]
    assert "example" not in "".join(one.who for one in opened)
    assert f"Die Links gelten {VALID_FOR.days} Tage." in message.text


def test_those_who_act_for_it_are_asked_before_the_mailbox_each_with_their_own_links(begin, organisation, at):
    people = [make_person("a", email="a@example.org"), make_person("b", email="b@example.org", language="en")]
    for person in [*people, make_person("c")]:
        Mandate.objects.create(person=person, organisation=organisation, since=SINCE)
    begin()
    first, second = Message.objects.order_by("address")
    assert (first.recipient, second.recipient) == tuple(people)
    assert second.subject == "May we name “Kammer Süd” in public?"
    assert "/en/antwort/" in second.text
    assert [open_token(links(one)[0], at=at).who for one in (first, second)] == list(map(person_reference, people))


def test_whoever_agreed_is_asked_only_for_the_framework_and_without_one_nothing(begin, version):
    begin(listed=True)
    assert [token.partition(":")[0] for token in links(Message.objects.get())] == ["framework"]


@pytest.mark.usefixtures("organisation")
def test_where_nothing_is_open_or_nobody_can_be_written_to_no_mail_leaves(begin, organisation):
    begin(listed=True)
    Organisation.objects.update(email="")
    assert not Message.objects.exists()


def test_a_partner_without_any_address_gets_no_mail(begin, version):
    Organisation.objects.update(email="")
    begin()
    assert not Message.objects.exists()


def test_a_version_that_is_not_in_force_is_not_asked(begin, version):
    FrameworkVersion.objects.update(until=date(2026, 6, 15))
    begin()
    assert [token.partition(":")[0] for token in links(Message.objects.get())] == ["listing"]


def test_a_new_contact_is_asked_whether_they_may_be_named(organisation, who, at):
    person = make_person(name="Kim Muster", email="kim@example.org")
    contact = contacts.begin_contact(
        network=make_network(), person=person, function="moderation", organisation=None, since=SINCE, shown=False, **who
    )
    follow_journal(at=at)
    message = Message.objects.get()
    assert (message.recipient, message.subject) == (person, "Dürfen wir Sie öffentlich nennen?")
    assert "Guten Tag, Kim Muster," in message.text
    opened = open_token(links(message)[0], at=at)
    assert (opened.purpose, opened.who, opened.about) == ("showing", person_reference(person), (str(contact.pk),))


def test_what_is_asked_by_hand_leads_to_a_mail(organisation, version, who, at):
    network = make_network()
    partnership = Partnership.objects.create(network=network, organisation=organisation, since=SINCE)
    person = make_person(email="kim@example.org")
    contact = Contact.objects.create(network=network, person=person, function="moderation", since=SINCE)
    asking.ask_partner_for_consent(partnership=partnership, **who)
    asking.ask_partner_to_acknowledge(partnership=partnership, **who)
    asking.ask_contact_for_consent(contact=contact, **who)
    for entry in (organisation, network, contact):
        confirmations.ask_for_confirmation(entry=entry, **who)
    follow_journal(at=at)
    opened = [open_token(token, at=at) for message in Message.objects.order_by("pk") for token in links(message)]
    purposes = ["listing", "framework", "showing", "organisation", "network", "contact"]
    assert [one.purpose for one in opened] == purposes


def test_the_mail_shows_the_entry_as_it_stands(organisation, who, at):
    Organisation.objects.update(phone="030 12", website="https://kammer.example.org")
    confirmations.ask_for_confirmation(entry=organisation, **who)
    follow_journal(at=at)
    text = Message.objects.get().text
    assert "Name: Kammer Süd\n" in text
    assert "Telefon: 030 12\n" in text
    assert "Anschrift" not in text


def test_what_has_been_answered_or_has_ended_meanwhile_is_not_asked(organisation, version, who, at):
    partnership = Partnership.objects.create(network=make_network(), organisation=organisation, since=SINCE)
    asking.ask_partner_for_consent(partnership=partnership, **who)
    asking.ask_partner_to_acknowledge(partnership=partnership, **who)
    Partnership.objects.update(until=date(2026, 6, 1))
    follow_journal(at=at + timedelta(days=1))
    assert not Message.objects.exists()


def test_a_partnership_that_is_gone_leads_to_no_mail(organisation, version, who, at):
    network = make_network()
    row = partnerships.begin_partnership(network=network, organisation=organisation, since=SINCE, listed=False, **who)
    partnerships.strike_partnership(partnership=row, **who)
    follow_journal(at=at)
    assert not Message.objects.exists()
