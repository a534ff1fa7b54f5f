"""Sending what is due: taken under a lease, sent outside any transaction, then marked.

Whoever is killed in between leaves the lease behind; when it has run out, another worker sends the mail again.
"""

import logging
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet

from mittelnetz.core.periods import day_of
from mittelnetz.core.settings import settings_on
from mittelnetz.notifications import smtp
from mittelnetz.notifications.models import Message
from mittelnetz.notifications.words import Channel, State

DELAYS = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=12),
    timedelta(hours=24),
)
LEASE = timedelta(minutes=10)
"""Longer than the longest attempt: some ten answers of the server, each waited for `EMAIL_TIMEOUT` seconds."""

logger = logging.getLogger(__name__)


def send_due_messages(*, clock: Callable[[], datetime], goes_on: Callable[[], bool]) -> None:
    """Send one after the other until none is due. Without a mail server all wait; with example data none leaves."""
    if _is_example(clock()):
        keep_due_messages(at=clock())
    elif settings.EMAIL_HOST and _due(clock()).exists():
        with closing(smtp.connection()) as connection:
            while goes_on() and (message := claim_message(at=clock())):
                failure = smtp.deliver(message, connection)
                if failure is None:
                    mark_sent(message, at=clock())
                else:
                    mark_failed(message, failure, at=clock())


@transaction.atomic
def claim_message(*, at: datetime) -> Message | None:
    """Take the message that is due longest, for the time of a lease; nobody else gets it then."""
    if _is_example(at):  # since the worker has looked
        return None
    due = _due(at).select_for_update(skip_locked=True)  # SQLite has one writer at a time and ignores this
    message = due.order_by("next_attempt_at", "id").first()
    if message:
        message.state = State.SENDING
        message.attempts += 1
        message.next_attempt_at = at + LEASE
        message.save(update_fields=["state", "attempts", "next_attempt_at"])
    return message


def mark_sent(message: Message, *, at: datetime) -> None:
    _own(message).update(state=State.SENT, channel=Channel.SMTP, sent_at=at, next_attempt_at=None, last_error="")
    logger.info("message %s is sent", message.pk)


def mark_failed(message: Message, failure: smtp.Failure, *, at: datetime) -> None:
    """Try again later, or never, where the server says so or has said no often enough."""
    is_last = failure.is_permanent or message.attempts > len(DELAYS)
    _own(message).update(
        state=State.FAILED if is_last else State.QUEUED,
        next_attempt_at=None if is_last else at + DELAYS[message.attempts - 1],
        last_error=failure.reason,
    )
    logger.warning("message %s was not sent at attempt %s", message.pk, message.attempts)


def keep_due_messages(*, at: datetime) -> None:
    """Where people are invented, mails go no further than to the page that shows them."""
    _due(at).update(state=State.SENT, channel=Channel.DEMO, sent_at=at, next_attempt_at=None)


def _is_example(at: datetime) -> bool:
    return bool(settings_on(day_of(at))["example_data"])


def _due(at: datetime) -> "QuerySet[Message]":
    return Message.objects.filter(next_attempt_at__lte=at)


def _own(message: Message) -> "QuerySet[Message]":
    """The message while this worker's lease holds; after that another worker answers for it."""
    return Message.objects.filter(pk=message.pk, state=State.SENDING, attempts=message.attempts)
