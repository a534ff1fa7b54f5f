"""Which status a network has on a day, in the database and from nested rows."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q

from mittelnetz.core.nested import NestedRows
from mittelnetz.core.periods import in_force
from mittelnetz.register.models import NetworkStatus
from mittelnetz.register.queries.naming import day_from
from mittelnetz.register.words import Status
from mittelnetz.rulebook.periods import Period
from mittelnetz.rulebook.standing import Standing, StatusSpan, standing_on


def status_rows(network: str = "pk") -> NestedRows:
    """To annotate rows with; `standing_from` reads what comes. `network` leads from the row to its network."""
    return NestedRows(
        NetworkStatus.objects.filter(network=OuterRef(network)), status="status", since="since", until="until"
    )


def standing_from(rows: Iterable[dict[str, Any]], day: date) -> Standing:
    spans = [StatusSpan(row["status"], Period(day_from(row["since"]), day_from(row["until"]))) for row in rows]
    return standing_on(spans, day)


def has_status(statuses: Collection[str], day: date, network: str = "pk") -> Q:
    """Rows whose network has one of these. One without any status so far is forming (see `standing_on`)."""
    held = NetworkStatus.objects.filter(network=OuterRef(network))
    holds = Q(Exists(held.filter(in_force(day), status__in=statuses)))
    if Status.FORMING not in statuses:
        return holds
    return holds | ~Q(Exists(held.filter(Q(since=None) | Q(since__lte=day))))
