"""What is queued, how it is written, and what the database refuses."""

import re
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from mittelnetz.core.models import Entry
from mittelnetz.notifications.actions import Recipient, queue_message
from mittelnetz.notifications.models import Message
from mittelnetz.notifications.words import State
from tests.factories import make_person

pytestmark = pytest.mark.django_db


def test_a_mail_is_kept_as_it_will_be_sent(queue, at):
    message = Message.objects.get(pk=queue(email="toni@example.org").pk)
    assert (message.state, message.attempts, message.next_attempt_at, message.queued_at) == ("queued", 0, at, at)
    assert message.subject == "Fehler gemeldet: /netzwerke/sauerland/"
    assert message.text == (
        "Jemand hat auf der Seite /netzwerke/sauerland/ einen Fehler gefunden und schreibt:\n\n"
        "> Die Nummer ist falsch.\n\nAntwort erbeten an: toni@example.org\n\n-- \nMittelnetz\n"
    )
    assert "<p>&gt; Die Nummer ist falsch.</p>" in message.html
    assert re.fullmatch(r"<[0-9a-f-]{36}@[\w.]+>", message.message_id)


def test_a_person_is_written_to_in_the_language_of_their_choice(at):
    person = make_person(email="toni@example.org", language="en")
    values = {"page": "", "quoted": "> Wrong.", "email": ""}
    message = queue_message(kind="error_reported", to=Recipient.of(person), values=values, at=at)
    assert (message.recipient, message.address, message.language) == (person, "toni@example.org", "en")
    assert message.subject == "Mistake reported"
    assert message.text.startswith("Somebody has found a mistake and writes:\n\n> Wrong.\n\n")
    assert '<html lang="en">' in message.html


def test_what_a_visitor_writes_is_no_markup_and_no_header(queue):
    message = queue(page="/x/\nBcc: a@example.org", quoted="> <b>A & B</b>\n> https://example.org/")
    assert message.subject == "Fehler gemeldet: /x/ Bcc: a@example.org"
    assert "> <b>A & B</b>" in message.text
    assert "&gt; &lt;b&gt;A &amp; B&lt;/b&gt;<br>" in message.html


def test_a_long_page_does_not_break_the_subject(queue):
    assert len(queue(page="/" + "x" * 300).subject) == 200


def test_nothing_is_written_in_a_language_that_there_is_not(queue):
    with pytest.raises(ValueError, match="no mail is written in fr"):
        queue(language="fr")


def test_a_mail_by_itself_is_no_entry_in_the_journal(queue):
    queue()
    assert not Entry.objects.exists()


def test_a_mail_without_a_transaction_is_a_mistake(committed_db, queue):
    with pytest.raises(RuntimeError, match="transaction"):
        queue()


@pytest.mark.parametrize(
    "fields",
    [
        {"state": "lost"},
        {"language": "fr"},
        {"next_attempt_at": None},
        {"state": State.SENDING},
        {"state": State.SENT},
        {"state": State.SENT, "next_attempt_at": None, "channel": "smtp"},
        {"state": State.FAILED, "next_attempt_at": None, "attempts": 1},
        {"channel": "smtp"},
    ],
)
def test_the_database_refuses_a_state_that_does_not_fit_its_times(queue, fields):
    message = queue()
    with pytest.raises(IntegrityError), transaction.atomic():
        Message.objects.filter(pk=message.pk).update(**fields)


def test_states_that_fit_are_accepted(queue, at):
    message = Message.objects.filter(pk=queue().pk)
    later = at + timedelta(minutes=1)
    message.update(state=State.SENDING, attempts=1, next_attempt_at=later)
    message.update(state=State.FAILED, next_attempt_at=None, last_error="550 no")
    message.update(state=State.SENT, sent_at=later, channel="demo")
