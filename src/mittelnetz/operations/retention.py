"""What is kept only for a time. How long, the federation sets; the worker sees to it once an hour."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from mittelnetz.bodies.models import Mandate, Seat
from mittelnetz.core import journal
from mittelnetz.core.models import Entry, Head
from mittelnetz.core.periods import day_of
from mittelnetz.core.settings import settings_on
from mittelnetz.notifications.models import Message
from mittelnetz.notifications.words import OPEN
from mittelnetz.operations.events import RETENTION_APPLIED
from mittelnetz.people.actors import Actor
from mittelnetz.people.models import Grant, Invitation, Person
from mittelnetz.register.models import Contact, ErrorReport


@dataclass(frozen=True, slots=True)
class Rule:
    """`setting`: for how many days. `older_than`: the rows whose time was over before that moment."""

    setting: str
    what: Promise
    older_than: Callable[[datetime], "QuerySet[Any]"]
    remove: Callable[["QuerySet[Any]"], object]


def _mails(moment: datetime) -> "QuerySet[Message]":
    """The row stays, for the figures and the Message-ID."""
    return Message.objects.exclude(state__in=OPEN).filter(queued_at__lt=moment).exclude(text="", html="", address="")


def _reports(moment: datetime) -> "QuerySet[ErrorReport]":
    return ErrorReport.objects.filter(settled_at__lt=moment)


def _invitations(moment: datetime) -> "QuerySet[Invitation]":
    return Invitation.objects.filter(
        Q(accepted_at__lt=moment) | Q(withdrawn_at__lt=moment) | Q(expires_at__lt=moment, accepted_at=None)
    )


def _details(moment: datetime) -> "QuerySet[Person]":
    """Of those who held a function here, hold none any more, and have no account with which they would say so."""
    day = day_of(moment)
    held = [
        rows.filter(**{place: OuterRef("pk")})
        for rows, place in (
            (Contact.objects.all(), "person"),
            (Mandate.objects.all(), "person"),
            (Seat.objects.all(), "person"),
            (Seat.objects.all(), "deputy"),
            (Grant.objects.all(), "person"),
        )
    ]
    anything, still = Q(), Q()
    for rows in held:
        anything |= Q(Exists(rows))
        still |= Q(Exists(rows.filter(Q(until=None) | Q(until__gt=day))))
    invited = Q(Exists(Invitation.objects.filter(person=OuterRef("pk"), accepted_at=None, withdrawn_at=None)))
    people = Person.objects.filter(account=None).exclude(email="", phone="")
    return people.filter(anything).exclude(still).exclude(invited)


RULES = (
    Rule(
        "keep_mails_days",
        _("Text und Adresse von Mails, die hinausgegangen oder aufgegeben sind"),
        _mails,
        lambda rows: rows.update(text="", html="", address=""),
    ),
    Rule("keep_reports_days", _("Fehlermeldungen, die erledigt sind"), _reports, lambda rows: rows.delete()),
    Rule(
        "keep_invitations_days",
        _("Einladungen, die angenommen, zurückgenommen oder abgelaufen sind"),
        _invitations,
        lambda rows: rows.delete(),
    ),
    Rule(
        "keep_details_days",
        _("E-Mail und Telefon von Menschen, die hier keine Aufgabe mehr haben"),
        _details,
        lambda rows: rows.update(email="", phone=""),
    ),
)


@dataclass(frozen=True, slots=True)
class Due:
    """`number`: how many rows of the rule are older than its `days`."""

    rule: Rule
    days: int
    number: int


def what_is_due(at: datetime) -> list[Due]:
    """A dry run: two statements, and nothing is changed."""
    settings = settings_on(day_of(at))
    days = {rule: int(settings[rule.setting]) for rule in RULES}
    counts = {rule.setting: _count(rule.older_than(at - timedelta(days=days[rule]))) for rule in RULES}
    numbers: Any = Head.objects.values(**counts).get()  # the one row there always is
    return [Due(rule, days[rule], numbers[rule.setting]) for rule in RULES]


def _count(rows: "QuerySet[Any]") -> Coalesce:
    every = rows.order_by().annotate(every=Value(1)).values("every")
    return Coalesce(Subquery(every.annotate(number=Count("pk")).values("number")), 0)


@transaction.atomic
def apply_retention(*, actor: Actor, at: datetime) -> list[Due]:
    """Remove what is older than it may be. The journal keeps how many of what, where there were any."""
    found = what_is_due(at)
    for due in found:
        if due.number:
            due.rule.remove(due.rule.older_than(at - timedelta(days=due.days)))
    numbers = {due.rule.setting: due.number for due in found if due.number}
    if numbers:
        journal.record(
            RETENTION_APPLIED, subject="federation/retention", actor=actor, at=at, changes={"removed": numbers}
        )
    return found


def last_report() -> tuple[datetime, Mapping[str, int]] | None:
    """When something was removed last, and how many rows by setting; None where nothing was so far."""
    entry = Entry.objects.filter(verb=RETENTION_APPLIED.verb).order_by("-number").first()
    return (entry.at, json.loads(entry.changes)["removed"]) if entry else None
