"""The outbox, and how far the journal has been read for it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from mittelnetz.core.fields import CodeField
from mittelnetz.core.personal import AS_LONG_AS_SET, NOTHING, Erasing, Personal
from mittelnetz.core.words import LANGUAGES, known_word
from mittelnetz.notifications.words import OPEN, Channel, State
from mittelnetz.people.models import Person


class Message(models.Model):
    """One mail to one address, as it was written when it was queued.

    `next_attempt_at` is the moment from which a worker may take it: while it waits, that of the next attempt; while
    it is being sent, the end of the lease, after which it counts as given up.
    `attempts` is counted when a worker takes it, so the count also tells that worker from the next one.
    """

    recipient = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="messages")
    address = models.EmailField()
    language = CodeField(max_length=2)
    subject = models.CharField(max_length=200)
    text = models.TextField()
    html = models.TextField()
    message_id = CodeField(max_length=300, unique=True)
    state = CodeField(max_length=10, choices=State.choices, default=State.QUEUED)
    channel = CodeField(max_length=10, choices=Channel.choices, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_attempt_at = models.DateTimeField(null=True, blank=True)
    last_error = models.TextField(blank=True)
    queued_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)

    personal = Personal(
        what=_("Mails"),
        purpose=_("Mails zustellen und nachsehen, was angekommen ist"),
        kept=AS_LONG_AS_SET,
        erasing=Erasing.EMPTIED,
        of=("recipient",),
        addresses=("address",),
        fields={
            "address": _("E-Mail"),
            "subject": _("Betreff"),
            "text": _("Text"),
            "queued_at": _("geschrieben"),
            "sent_at": _("gesendet"),
        },
        texts=("subject", "text", "html", "last_error"),
    )

    class Meta:
        constraints = [
            known_word("language", LANGUAGES),
            known_word("state", State.values),
            models.CheckConstraint(
                condition=Q(state__in=OPEN, next_attempt_at__isnull=False)
                | Q(~Q(state__in=OPEN), next_attempt_at__isnull=True),
                name="message_is_due_while_open",
            ),
            models.CheckConstraint(
                condition=Q(state=State.SENT, sent_at__isnull=False, channel__in=Channel.values)
                | Q(~Q(state=State.SENT), sent_at__isnull=True, channel=""),
                name="message_is_sent_some_day_somehow",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.SENDING) | Q(attempts__gt=0), name="message_being_sent_is_an_attempt"
            ),
            models.CheckConstraint(
                condition=~Q(state=State.FAILED) | Q(Q(attempts__gt=0), ~Q(last_error="")),
                name="message_that_failed_says_why",
            ),
        ]
        indexes = [
            models.Index(
                fields=["next_attempt_at"], condition=Q(next_attempt_at__isnull=False), name="message_that_is_open"
            )
        ]

    def __str__(self) -> str:
        return self.message_id


class JournalCursor(models.Model):
    """The one row with the number of the last journal entry that `rules` have been asked about."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    number = models.PositiveBigIntegerField(default=0)

    personal = NOTHING

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(id=1), name="notifications_journalcursor_is_one_row")]

    def __str__(self) -> str:
        return str(self.number)
