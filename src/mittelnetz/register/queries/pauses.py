"""Which networks rest, and which have nobody to speak for them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, Subquery

from mittelnetz.core.nested import NestedRows
from mittelnetz.core.prepared import Prepared
from mittelnetz.register.models import Contact, Network, Pause
from mittelnetz.register.queries.naming import Named, day_from
from mittelnetz.register.queries.over_time import OverTime, over_time
from mittelnetz.register.queries.standings import has_status
from mittelnetz.rulebook.periods import Period
from mittelnetz.rulebook.standing import IN_FORMATION, SERVING


@dataclass(frozen=True, slots=True)
class Rest:
    """The pause of a day, and why, as far as that is written down."""

    period: Period
    reason: str


@dataclass(frozen=True, slots=True)
class Watched:
    """A network that somebody should look after. `vacant_since`: None where it is not known."""

    network: Named
    has_contact: bool
    vacant_since: date | None
    rest: Rest | None


def pauses_of(network_id: str, day: date) -> OverTime[Pause]:
    """One statement."""
    return over_time(_PAUSES(network_id=network_id), day)


_PAUSES = Prepared(
    Pause, lambda network_id: Pause.objects.filter(network=network_id).order_by("since", "pk"), network_id=str
)


def rest_rows(day: date) -> NestedRows:
    """To annotate networks with; `rest_from` reads what comes."""
    pauses = Pause.objects.in_force(day).filter(network=OuterRef("pk"))
    return NestedRows(pauses, since="since", until="until", reason="reason")


def rest_from(rows: Iterable[dict[str, Any]]) -> Rest | None:
    return next((Rest(Period(day_from(row["since"]), day_from(row["until"])), row["reason"]) for row in rows), None)


WITHOUT_CONTACT = "without_contact"


def resting_or_without_contact(which: str, day: date) -> Q:
    """Networks that serve or form and rest on the day, or (`WITHOUT_CONTACT`) have nobody to speak for them."""
    goes_on = has_status([*SERVING, *IN_FORMATION], day)
    if which == WITHOUT_CONTACT:
        return goes_on & ~Q(Exists(Contact.objects.in_force(day).filter(network=OuterRef("pk"))))
    return goes_on & Q(Exists(Pause.objects.in_force(day).filter(network=OuterRef("pk"))))


def networks_to_watch(day: date) -> list[Watched]:
    """Those that serve or form and have no contact, or rest; by name, one statement."""
    contacts = Contact.objects.filter(network=OuterRef("pk"))
    last = contacts.filter(until__lte=day).order_by("-until").values("until")[:1]
    rests = Exists(Pause.objects.in_force(day).filter(network=OuterRef("pk")))
    networks: Iterable[Any] = (
        Network.objects.filter(has_status([*SERVING, *IN_FORMATION], day))
        .annotate(has_contact=Exists(contacts.in_force(day)), vacant_since=Subquery(last), pauses_held=rest_rows(day))
        .filter(Q(has_contact=False) | rests)
        .order_by("folded_name", "pk")
    )
    return [
        Watched(
            Named(network.pk, network.name), network.has_contact, network.vacant_since, rest_from(network.pauses_held)
        )
        for network in networks
    ]
