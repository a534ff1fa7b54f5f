"""Who could help, or found a network, where there is none yet."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import BooleanField, ExpressionWrapper, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from mittelnetz.register.models import FederationPartnership, IntermediaryOverride, Organisation, ServiceArea
from mittelnetz.register.queries.coverage import overlaps
from mittelnetz.register.words import FederationLevel
from mittelnetz.rulebook.keys import COUNTRY
from mittelnetz.rulebook.organisations import KINDS

MOST_NATIONAL = 5
MOST_HERE = 12
_INTERMEDIARY = [kind.code for kind in KINDS if kind.is_intermediary]


@dataclass(frozen=True, slots=True)
class OrganisationRow:
    id: str
    name: str
    kind: str
    seat: str
    phone: str
    website: str


@dataclass(frozen=True, slots=True)
class WhiteSpot:
    """`national`: partners of the whole federation that can be reached. Of those with a seat or service area here
    the `intermediaries` count towards the three that a network needs; `has_more` says that some are left out.
    """

    national: list[OrganisationRow]
    intermediaries: list[OrganisationRow]
    others: list[OrganisationRow]
    has_more: bool


def white_spot(district: str, day: date) -> WhiteSpot:
    """A few organisations of each sort; who can be called, and who sits here, comes first. One statement."""
    organisations = _sortable(district, day)
    partners = FederationPartnership.objects.in_force(day).filter(level=FederationLevel.NATIONAL)
    national = organisations.filter(pk__in=partners.values("organisation")).exclude(phone="", website="")
    # Who serves the whole country is not "here".
    serving = ServiceArea.objects.filter(overlaps(district)).exclude(region=COUNTRY)
    here = organisations.filter(Q(sits_here=True) | Q(pk__in=serving.values("organisation")))
    first_national = national.order_by("has_no_phone", "folded_name", "id")[:MOST_NATIONAL]
    first_here = here.order_by("-counts", "-sits_here", "folded_name", "id")[: MOST_HERE + 1]
    # Both in one statement: a page has few to spend.
    found = organisations.annotate(
        is_national=_is(Q(pk__in=first_national.values("pk"))), is_here=_is(Q(pk__in=first_here.values("pk")))
    ).filter(Q(is_national=True) | Q(is_here=True))
    rows = list(found.order_by("folded_name", "id"))
    local = sorted((row for row in rows if row.is_here), key=lambda row: (not row.counts, not row.sits_here))
    shown = local[:MOST_HERE]
    return WhiteSpot(
        national=[_row(row) for row in sorted(rows, key=lambda row: row.has_no_phone) if row.is_national],
        intermediaries=[_row(row) for row in shown if row.counts],
        others=[_row(row) for row in shown if not row.counts],
        has_more=len(local) > MOST_HERE,
    )


def _sortable(district: str, day: date) -> "QuerySet[Any]":
    """Organisations with what sorts them; `counts`: as intermediary, by the federation's decision, else by kind."""
    decided = IntermediaryOverride.objects.in_force(day).filter(organisation=OuterRef("pk"))
    return Organisation.objects.annotate(
        seat_name=F("seat__name"),
        has_no_phone=_is(Q(phone="")),
        sits_here=_is(Q(seat__key__startswith=district, seat__isnull=False)),
        counts=Coalesce(Subquery(decided.values("counts")[:1]), _is(Q(kind__in=_INTERMEDIARY))),
    )


def _is(condition: Q) -> "ExpressionWrapper[Q]":
    return ExpressionWrapper(condition, output_field=BooleanField())


def _row(organisation: Any) -> OrganisationRow:
    return OrganisationRow(
        organisation.id,
        organisation.name,
        organisation.kind,
        organisation.seat_name or "",
        organisation.phone,
        organisation.website,
    )
