"""What waits for a person, over all of their networks and organisations: what, about whom, and until when."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from django.db.models import CharField, F, Q, QuerySet, Value
from django.db.models.functions import Cast

from mittelnetz.access.roles import Roles
from mittelnetz.bodies.models import Mandate, Seat
from mittelnetz.core.settings import settings_on
from mittelnetz.people.models import Grant, Person
from mittelnetz.register.models import Contact, FrameworkVersion, PartnerRequest, Partnership
from mittelnetz.register.queries.acknowledgements import missing_versions
from mittelnetz.register.queries.naming import Named
from mittelnetz.register.words import RequestOutcome

ENDS_SOON = timedelta(days=60)
"""Time enough to find a successor in the next of two meetings a year, or to ask for one by mail."""


class Kind(StrEnum):
    """What waits; in this order where it is due on the same day."""

    REQUEST = "request"
    ACKNOWLEDGE = "acknowledge"
    REMIND = "remind"
    CONTACT_ENDS = "contact_ends"
    MANDATE_ENDS = "mandate_ends"
    SEAT_ENDS = "seat_ends"
    GRANT_ENDS = "grant_ends"


@dataclass(frozen=True, slots=True)
class Matter:
    """`about`: the network, organisation or body. `who`: the organisation or person. `code`: the function or role.

    `last_day`: until when it is to be done, or is in force. `key`: of the row. `version`, `number`: of the framework
    that is not acknowledged, and how many partners have not.
    """

    kind: Kind
    about: Named
    last_day: date | None
    who: str = ""
    code: str = ""
    key: str = ""
    version: FrameworkVersion | None = None
    number: int = 1


_ORDER = list(Kind)


def matters_of(roles: Roles, person: Person, day: date) -> list[Matter]:
    """The most urgent first. Five statements."""
    settings = settings_on(day)
    found = [*_requests_and_ends(roles, person, day, timedelta(days=settings["request_days"]))]
    found += _acknowledgements(roles, day, timedelta(days=settings["acknowledgement_days"]))
    return sorted(found, key=lambda matter: (matter.last_day or date.max, _ORDER.index(matter.kind), matter.about.name))


def _requests_and_ends(roles: Roles, person: Person, day: date, time_to_decide: timedelta) -> Iterator[Matter]:
    own = Q(person=person)
    requests = PartnerRequest.objects.filter(network__in=roles.networks, outcome=RequestOutcome.OPEN)
    contacts = _soon(Contact.objects.filter(own | Q(network__in=roles.networks)), day)
    mandates = _soon(Mandate.objects.filter(own | Q(organisation__in=roles.organisations)), day)
    seats = Seat.objects.filter(
        own | Q(deputy=person) | Q(organisation__in=roles.organisations) | Q(network__in=roles.networks)
    )
    nothing = Value("", CharField())
    rows = _rows(Kind.REQUEST, requests, ("network", "organisation__name", nothing, "received_on")).union(
        _rows(Kind.CONTACT_ENDS, contacts, ("network", "person__name", F("function"), "until")),
        _rows(Kind.MANDATE_ENDS, mandates, ("organisation", "person__name", nothing, "until")),
        _rows(Kind.SEAT_ENDS, _soon(seats, day), ("body", "person__name", nothing, "until")),
        _rows(Kind.GRANT_ENDS, _soon(Grant.objects.filter(own), day), ("person", "person__name", F("role"), "until")),
        all=True,
    )
    for kind, about, name, who, code, key, on in rows:
        last = on + time_to_decide if kind == Kind.REQUEST else on - timedelta(days=1)
        yield Matter(Kind(kind), Named(about, name), last, who or "", code, key)


def _soon(rows: "QuerySet[Any]", day: date) -> "QuerySet[Any]":
    """In force on the day, with an end that is near."""
    return rows.filter(Q(since=None) | Q(since__lte=day), until__gt=day, until__lte=day + ENDS_SOON)


def _rows(kind: Kind, rows: "QuerySet[Any]", columns: tuple[str, str, Any, str]) -> "QuerySet[Any, Any]":
    """`columns`: what it is about, who, the code, and the day."""
    about, who, code, day = columns
    key = Cast("pk", CharField())
    return rows.order_by().values_list(Value(kind, CharField()), f"{about}_id", f"{about}__name", who, code, key, day)


def _acknowledgements(roles: Roles, day: date, time_to_read: timedelta) -> Iterator[Matter]:
    """Of the own organisations each by itself; of the partners of the own networks, how many there are."""
    near = Q(network__in=roles.networks) | Q(organisation__in=roles.organisations)
    rows = list(Partnership.objects.in_force(day).filter(near).select_related("network", "organisation"))
    missing = missing_versions(rows, day)
    missed: defaultdict[tuple[Named, FrameworkVersion], list[date | None]] = defaultdict(list)
    for row in rows:
        network = Named(row.network_id, row.network.name)
        for version in missing[row.pk]:
            last = _last_day(row, version, time_to_read)
            if row.organisation_id in roles.organisations:
                yield Matter(Kind.ACKNOWLEDGE, network, last, row.organisation.name, key=str(row.pk), version=version)
            if row.network_id in roles.networks:
                missed[network, version].append(last)
    for (network, version), days in missed.items():
        first = min((day for day in days if day), default=None)
        yield Matter(Kind.REMIND, network, first, version=version, number=len(days))


def _last_day(partnership: Partnership, version: FrameworkVersion, time_to_read: timedelta) -> date | None:
    """Counted from when both were there: the version, and the partner."""
    begun = max((day for day in (partnership.since, version.since) if day), default=None)
    return begun + time_to_read if begun else None
