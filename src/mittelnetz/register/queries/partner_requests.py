"""Who has asked to become a partner of a network, and until when there is to decide."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet

from mittelnetz.register.models import PartnerRequest, Partnership


@dataclass(frozen=True, slots=True)
class RequestRow:
    """`days_left` to decide; less than none where that is overdue. `is_partner`: the partnership is entered."""

    request: PartnerRequest
    days_left: int
    is_partner: bool


@dataclass(frozen=True, slots=True)
class Requests:
    """Open ones, the most urgent first, and decided ones, the latest first."""

    open: list[RequestRow]
    decided: list[RequestRow]


def requests_of(network_id: str, day: date, *, request_days: int) -> Requests:
    """One statement; each with its organisation. `request_days`: how long there is to decide."""
    partnerships = Partnership.objects.filter(
        Q(until=None) | Q(until__gt=day), network=network_id, organisation=OuterRef("organisation")
    )
    requests: QuerySet[PartnerRequest] = (
        PartnerRequest.objects.filter(network=network_id)
        .select_related("organisation")
        .annotate(is_partner=Exists(partnerships))
        .order_by("received_on", "organisation__folded_name", "pk")
    )
    rows = [
        RequestRow(
            request,
            (request.received_on + timedelta(days=request_days) - day).days,
            request.is_partner,  # type: ignore[attr-defined] # annotated
        )
        for request in requests
    ]
    decided = [row for row in rows if row.request.decided_on]
    return Requests(
        open=[row for row in rows if row.request.decided_on is None],
        decided=sorted(decided, key=lambda row: row.request.decided_on or day, reverse=True),
    )
