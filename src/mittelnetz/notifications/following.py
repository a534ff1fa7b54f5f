"""Reading the journal, and queueing the mails that follow from it."""

from datetime import datetime

from django.db import transaction

from mittelnetz.core.models import Entry, Head
from mittelnetz.core.periods import day_of
from mittelnetz.notifications.actions import queue_message
from mittelnetz.notifications.models import JournalCursor
from mittelnetz.notifications.rules import RULES

ENTRIES_AT_ONCE = 200


def follow_journal(*, at: datetime) -> None:
    """Queue what follows from every entry that has not been read yet."""
    while _has_news():
        _follow_some(at)


def _has_news() -> bool:
    """Asked all the time, so without a lock."""
    read = JournalCursor.objects.values_list("number", flat=True).first()
    return Head.objects.filter(number__gt=read or 0).exists()


@transaction.atomic
def _follow_some(at: datetime) -> None:
    """The mails and the cursor's new place are one transaction: nothing is lost, and nothing comes twice.

    Entries are committed in the order of their numbers, so none turns up behind the cursor later.
    """
    JournalCursor.objects.get_or_create()
    cursor = JournalCursor.objects.select_for_update().get()
    for entry in Entry.objects.filter(number__gt=cursor.number).order_by("number")[:ENTRIES_AT_ONCE]:
        _follow(entry, at)
        cursor.number = entry.number
    cursor.save(update_fields=["number"])


def _follow(entry: Entry, at: datetime) -> None:
    for rule in RULES:
        if rule.event.verb == entry.verb:
            for recipient in rule.recipients(entry, day_of(at)):
                if (values := rule.values(entry, recipient, at)) is not None:
                    queue_message(kind=rule.kind, to=recipient, values=values, at=at)
