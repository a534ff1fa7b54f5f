"""Sending to a real server: what it takes, what it refuses for now, and what it refuses for good."""

from datetime import timedelta
from email.utils import parsedate_to_datetime

import pytest

from mittelnetz.notifications import smtp
from mittelnetz.notifications.models import Message
from mittelnetz.notifications.sending import DELAYS, LEASE, claim_message, mark_failed, mark_sent, send_due_messages
from mittelnetz.notifications.words import State
from tests.factories import make_person

pytestmark = pytest.mark.django_db


def send(at) -> None:
    send_due_messages(clock=lambda: at, goes_on=lambda: True)


def states() -> list[str]:
    return list(Message.objects.order_by("id").values_list("state", flat=True))


def test_a_mail_arrives_in_two_forms_and_says_that_a_machine_sent_it(mail_server, queue, at):
    message = queue(quoted="> Straße – „Größe“")
    send(at)
    (mail,) = mail_server.mails
    assert mail["Message-ID"] == message.message_id
    assert message.message_id.endswith("@example.org>")
    assert (mail["From"], mail["To"]) == ("Verbund <verbund@example.org>", "buero@example.org")
    assert (mail["Auto-Submitted"], mail["Content-Language"]) == ("auto-generated", "de")
    assert parsedate_to_datetime(mail["Date"]) == at
    assert mail["Subject"] == message.subject
    assert "Straße – „Größe“" in mail.get_body(("plain",)).get_content()
    assert "Straße – „Größe“" in mail.get_body(("html",)).get_content()
    message.refresh_from_db()
    assert (message.state, message.channel, message.sent_at, message.attempts) == (State.SENT, "smtp", at, 1)


def test_each_is_sent_once_the_longest_due_first(mail_server, queue, at):
    late, early = queue(at=at), queue(at=at - timedelta(hours=1))
    queue(at=at + timedelta(seconds=1))
    send(at)
    send(at)
    assert mail_server.message_ids == [early.message_id, late.message_id]
    assert states() == ["sent", "sent", "queued"]


def test_a_server_that_is_busy_is_asked_again_with_the_same_mail(mail_server, queue, at):
    message = queue()
    mail_server.answers[message.address] = ["451 4.7.1 Greylisted"]
    send(at)
    message.refresh_from_db()
    assert (message.state, message.last_error) == (State.QUEUED, "451 4.7.1 Greylisted")
    assert message.next_attempt_at == at + timedelta(minutes=1)
    send(at + timedelta(seconds=59))
    assert not mail_server.mails
    send(at + timedelta(minutes=1))
    assert mail_server.message_ids == [message.message_id]
    message.refresh_from_db()
    assert (message.state, message.attempts, message.last_error) == (State.SENT, 2, "")


@pytest.mark.parametrize("which", ["answers", "data_answers"])
def test_a_mail_that_is_refused_for_good_fails_at_once_and_the_next_is_sent(mail_server, queue, at, which):
    refused, taken = queue("niemand@example.org"), queue()
    getattr(mail_server, which)[refused.address] = ["550 5.1.1 No such mailbox"]
    send(at)
    assert states() == ["failed", "sent"]
    refused.refresh_from_db()
    assert (refused.last_error, refused.next_attempt_at) == ("550 5.1.1 No such mailbox", None)
    assert mail_server.message_ids == [taken.message_id]


def test_a_server_that_is_down_is_asked_again_and_again_and_then_no_more(mail_server, queue, at):
    mail_server.stop()
    message = queue()
    waits, now = [], at
    for _ in DELAYS:
        send(now)
        message.refresh_from_db()
        assert (message.state, message.last_error.split(":")[0]) == (State.QUEUED, "ConnectionRefusedError")
        waits.append(message.next_attempt_at - now)
        now = message.next_attempt_at
    assert waits == list(DELAYS)
    send(now)
    message.refresh_from_db()
    assert (message.state, message.attempts) == (State.FAILED, len(DELAYS) + 1)


def test_a_server_that_comes_back_gets_what_has_waited(mail_server, queue, at):
    mail_server.stop()
    message = queue()
    send(at)
    mail_server.start()
    send(at + DELAYS[0])
    assert mail_server.message_ids == [message.message_id]


def test_a_mail_that_cannot_be_written_stops_no_other(mail_server, queue, at):
    odd, fine = queue("tonä\n@example.org"), queue()
    send(at)
    assert mail_server.message_ids == [fine.message_id]
    odd.refresh_from_db()
    assert odd.state == State.QUEUED
    assert odd.last_error


def test_without_a_mail_server_mails_wait(settings, queue, at):
    settings.EMAIL_HOST = ""
    message = queue()
    send(at)
    message.refresh_from_db()
    assert (message.state, message.attempts, message.next_attempt_at) == (State.QUEUED, 0, at)


def test_with_example_data_nothing_leaves(mail_server, example_data, queue, at):
    queue(make_person(email="toni@example.org").email)
    assert claim_message(at=at) is None
    send(at)
    message = Message.objects.get()
    assert (message.state, message.channel, message.sent_at, message.attempts) == (State.SENT, "demo", at, 0)
    assert not mail_server.mails


def test_one_taken_is_nobody_elses_until_the_lease_ends(mail_server, queue, at):
    message = queue()
    assert claim_message(at=at) == message
    assert claim_message(at=at + LEASE - timedelta(seconds=1)) is None
    assert claim_message(at=at + LEASE) == message


def test_who_has_lost_the_lease_changes_nothing(mail_server, queue, at):
    queue()
    first = claim_message(at=at)
    second = claim_message(at=at + LEASE)
    mark_failed(first, smtp.Failure("550 no", is_permanent=True), at=at + LEASE)
    assert states() == ["sending"]
    mark_sent(second, at=at + LEASE)
    mark_failed(first, smtp.Failure("550 no", is_permanent=True), at=at + LEASE)
    assert states() == ["sent"]


def test_a_worker_that_is_told_to_stop_finishes_one_mail(mail_server, queue, at):
    for _ in range(3):
        queue()
    send_due_messages(clock=lambda: at, goes_on=lambda: not mail_server.mails)
    assert states() == ["sent", "queued", "queued"]


def test_nothing_due_costs_two_statements(mail_server, queue, at, count_queries):
    queue(at=at + timedelta(hours=1))
    assert count_queries(lambda: send(at)) == 2
