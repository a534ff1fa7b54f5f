"""Which entries somebody should look through: those that nobody has confirmed for a year."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TypeVar
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Concat
from django.utils.timezone import make_aware

from mittelnetz.core.journal import Event
from mittelnetz.core.models import Entry
from mittelnetz.register import events
from mittelnetz.register.models import Contact, Network, Organisation
from mittelnetz.register.queries.standings import has_status
from mittelnetz.rulebook.periods import add_months
from mittelnetz.rulebook.standing import ENDED

MONTHS = 12
ASK_AGAIN = timedelta(days=60)
"""How long nobody is asked about the same entry again."""

Confirmable = Organisation | Network | Contact
Row = TypeVar("Row", Organisation, Network, Contact)


@dataclass(frozen=True, slots=True)
class Due:
    """The entries that one person may confirm, and should."""

    networks: list[Network]
    organisations: list[Organisation]
    contacts: list[Contact]


def due_for(person: UUID, networks: Collection[str], organisations: Collection[str], day: date) -> Due:
    """Of these networks and organisations, and of the person's own functions. Three statements at most."""
    return Due(
        networks=list(networks_to_confirm(day).filter(pk__in=networks).order_by("folded_name", "pk")),
        organisations=list(organisations_to_confirm(day).filter(pk__in=organisations).order_by("folded_name", "pk")),
        contacts=list(contacts_to_confirm(day).filter(person__uuid=person).order_by("pk")),
    )


def organisations_to_confirm(day: date) -> "QuerySet[Organisation]":
    return Organisation.objects.filter(_is_old(day, "organisations/", events.ORGANISATION_ADDED))


def networks_to_confirm(day: date) -> "QuerySet[Network]":
    """Only those that there still are."""
    rows = Network.objects.filter(_is_old(day, "networks/", events.NETWORK_FORMED))
    return rows.exclude(has_status(ENDED, day))


def contacts_to_confirm(day: date) -> "QuerySet[Contact]":
    """Functions that somebody holds on the day. One that nobody has confirmed yet counts from when it began."""
    limit = add_months(day, -MONTHS)
    first = Q(Q(since=None) | Q(since__lte=limit), Q(_journal_had_begun(limit)), confirmed_on=None)
    rows = Contact.objects.in_force(day).filter(Q(confirmed_on__lte=limit) | first)
    return rows.select_related("person", "network", "organisation")


def to_be_asked(rows: "QuerySet[Row]", day: date) -> "QuerySet[Row]":
    """Without those about which somebody was asked a short time ago."""
    return rows.exclude(confirmation_asked_on__gt=day - ASK_AGAIN).order_by("pk")


def asked_lately(entry: Confirmable, day: date) -> bool:
    return entry.confirmation_asked_on is not None and entry.confirmation_asked_on > day - ASK_AGAIN


def _is_old(day: date, prefix: str, added: Event) -> Q:
    """Last confirmed a year ago, or never confirmed and entered then.

    What no action entered came with a file, and counts from the beginning of the journal.
    """
    limit = add_months(day, -MONTHS)
    told = Entry.objects.filter(subject=Concat(Value(prefix), OuterRef("pk")))
    came_with_a_file = Q(_journal_had_begun(limit), ~Q(Exists(told.filter(verb=added.verb))))
    entered_then = Q(Exists(told.filter(at__lt=_end_of(limit))))
    return Q(confirmed_on__lte=limit) | Q(entered_then | came_with_a_file, confirmed_on=None)


def _journal_had_begun(day: date) -> Exists:
    return Exists(Entry.objects.filter(number=1, at__lt=_end_of(day)))


def _end_of(day: date) -> datetime:
    return make_aware(datetime.combine(day + timedelta(days=1), time.min))
