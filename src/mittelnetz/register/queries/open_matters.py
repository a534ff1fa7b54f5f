"""What waits for those who speak for a network."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from django.db.models import OuterRef, QuerySet

from mittelnetz.core.nested import NestedRows
from mittelnetz.core.periods import in_force
from mittelnetz.register.models import Acknowledgement, FrameworkVersion, Network, PartnerRequest, Partnership
from mittelnetz.register.queries.contacts import Vacancy, contact_rows, contacts_from


@dataclass(frozen=True, slots=True)
class OpenRequest:
    """An organisation that wants to become a partner, and the last day to decide."""

    organisation: str
    due_on: date


@dataclass(frozen=True, slots=True)
class Unacknowledged:
    """A partner, and the documents of which it has not acknowledged the version in force."""

    organisation: str
    documents: list[str]


@dataclass(frozen=True, slots=True)
class OpenMatters:
    """Of one network on a day."""

    requests: list[OpenRequest]
    unacknowledged: list[Unacknowledged]
    vacancies: list[Vacancy]


def open_matters(network_id: str, day: date, *, request_days: int) -> OpenMatters:
    """`request_days`: how long there is to decide about a request. One statement."""
    network: Any = _annotated(network_id, day).get()
    requests = [
        OpenRequest(row["name"], date.fromisoformat(row["received"]) + timedelta(days=request_days))
        for row in network.requests_open
    ]
    return OpenMatters(
        requests=sorted(requests, key=lambda request: (request.due_on, request.organisation)),
        unacknowledged=_unacknowledged(network),
        vacancies=[contact for contact in contacts_from(network.contacts_held, day) if isinstance(contact, Vacancy)],
    )


def _annotated(network_id: str, day: date) -> "QuerySet[Network]":
    own = OuterRef("pk")
    known = Acknowledgement.objects.filter(
        in_force(day, "partnership__"), partnership__network=own, acknowledged_on__lte=day
    )
    return Network.objects.filter(pk=network_id).annotate(
        requests_open=NestedRows(
            PartnerRequest.objects.filter(network=own, decided_on=None),
            name="organisation__name", received="received_on",
        ),
        contacts_held=contact_rows(day),
        versions=NestedRows(FrameworkVersion.objects.in_force(day), document="document", version="version"),
        partners_held=NestedRows(
            Partnership.objects.in_force(day).filter(network=own), partnership="pk", name="organisation__name"
        ),
        known=NestedRows(known, partnership="partnership_id", document="document", version="version"),
    )  # fmt: skip


def _unacknowledged(network: Any) -> list[Unacknowledged]:
    known = {(row["partnership"], row["document"], row["version"]) for row in network.known}
    missing = sorted(
        (partner["name"], version["document"])
        for partner in network.partners_held
        for version in network.versions
        if (partner["partnership"], version["document"], version["version"]) not in known
    )
    by_name = groupby(missing, key=lambda pair: pair[0])
    return [Unacknowledged(name, [document for _, document in pairs]) for name, pairs in by_name]
