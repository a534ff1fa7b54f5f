"""Whoever is invited gets a mail with the link, in the language of their choice."""

import re

import pytest

from mittelnetz.notifications.following import follow_journal
from mittelnetz.notifications.models import Message
from mittelnetz.people.actions.accounts import invite_person, withdraw_invitation
from mittelnetz.people.invitation_links import invitation_of
from tests.factories import make_person

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("language", "start"), [("de", "/einladung/"), ("en", "/en/einladung/")])
def test_the_link_of_the_mail_is_that_of_the_invitation(actor, at, settings, language, start):
    settings.ADDRESS = "https://networks.example.org"
    person = make_person(name="Kim <Neu>", language=language)
    invitation = invite_person(person=person, email="kim@example.org", actor=actor, at=at)
    follow_journal(at=at)
    message = Message.objects.get()
    assert (message.address, message.recipient, message.language) == ("kim@example.org", person, language)
    assert "Kim <Neu>" in message.text
    (token,) = re.findall(rf"https://networks\.example\.org{start}(\S+)/\n", message.text)
    assert invitation_of(token) == invitation
    assert f'href="https://networks.example.org{start}{token}/"' in message.html


def test_an_invitation_that_was_taken_back_meanwhile_is_not_sent(actor, at):
    invitation = invite_person(person=make_person(), email="kim@example.org", actor=actor, at=at)
    withdraw_invitation(invitation=invitation, actor=actor, at=at)
    follow_journal(at=at)
    assert not Message.objects.exists()
