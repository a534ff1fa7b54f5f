"""Putting mails into the outbox, and giving one that failed another try."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from email.utils import parseaddr
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.utils.translation import gettext as _

from mittelnetz.core import journal
from mittelnetz.core.periods import day_of
from mittelnetz.core.refusals import Refused
from mittelnetz.core.settings import settings_on
from mittelnetz.notifications import events
from mittelnetz.notifications.models import Message
from mittelnetz.notifications.words import State
from mittelnetz.notifications.writing import write_mail
from mittelnetz.people.actors import Actor
from mittelnetz.people.models import Person


@dataclass(frozen=True, slots=True)
class Recipient:
    """Whom a mail goes to: a person in the language of their choice, or an address alone."""

    address: str
    language: str = "de"
    person: Person | None = None

    @classmethod
    def of(cls, person: Person) -> "Recipient":
        return cls(person.email, person.language, person)


def queue_message(*, kind: str, to: Recipient, values: Mapping[str, Any], at: datetime) -> Message:
    """Write a mail and keep it to be sent, inside the transaction of what it tells; `kind` names its template.

    It leaves as it is written now, and under the Message-ID that it gets now, however often that is tried.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("a mail belongs into the transaction of what it tells")
    federation = settings_on(day_of(at))["federation_name"]
    mail = write_mail(kind, language=to.language, values=values, federation=federation)
    return Message.objects.create(
        recipient=to.person,
        address=to.address,
        language=to.language,
        subject=mail.subject,
        text=mail.text,
        html=mail.html,
        message_id=f"<{uuid.uuid4()}@{_domain()}>",
        next_attempt_at=at,
        queued_at=at,
    )


@transaction.atomic
def requeue_message(*, message: Message, actor: Actor, at: datetime) -> None:
    """Try a mail that was given up anew, from the first attempt. Raises Refused for any other."""
    message = Message.objects.select_for_update().get(pk=message.pk)
    if message.state != State.FAILED:
        raise Refused(_("Diese Mail ist nicht aufgegeben. Bitte laden Sie die Seite neu."))
    message.state, message.attempts, message.next_attempt_at = State.QUEUED, 0, at
    message.save(update_fields=["state", "attempts", "next_attempt_at"])
    journal.record(events.MESSAGE_REQUEUED, subject=f"messages/{message.pk}", actor=actor, at=at)


def _domain() -> str:
    return parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or "localhost"
