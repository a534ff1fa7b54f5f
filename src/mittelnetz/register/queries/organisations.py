"""Organisations, in lists and on their page."""

from dataclasses import dataclass
from datetime import date
from operator import itemgetter
from typing import Any

from django.db.models import F, OuterRef, Q, QuerySet

from mittelnetz.core.folding import fold
from mittelnetz.core.nested import NestedRows, NestedValues
from mittelnetz.core.prepared import Prepared
from mittelnetz.regions.models import Region
from mittelnetz.register.models import (
    FederationPartnership,
    IntermediaryOverride,
    Organisation,
    OrganisationSource,
    Partnership,
    ServiceArea,
)
from mittelnetz.register.queries.naming import Named, SourceRow, day_from, region_rows, regions_from, sources_from
from mittelnetz.register.queries.standings import standing_from, status_rows
from mittelnetz.rulebook.standing import Standing


@dataclass(frozen=True, slots=True)
class MembershipRow:
    """A network that names the organisation among its partners."""

    network: Named
    standing: Standing
    since: date | None


@dataclass(frozen=True, slots=True)
class FederationRow:
    level: str
    since: date | None


@dataclass(frozen=True, slots=True)
class OrganisationPage:
    organisation: Organisation
    parent: Named | None
    seat: Named | None
    is_intermediary: bool
    service_area: list[Named]
    children: list[Named]
    networks: list[MembershipRow]
    federation: list[FederationRow]
    sources: list[SourceRow]


def listed_organisations(**filters: Any) -> "QuerySet[Organisation]":
    """Those of `found_organisations` with their `seat_name`, for a keyset page by `folded_name, id`, one statement."""
    return found_organisations(**filters).annotate(seat_name=F("seat__name"))


def found_organisations(
    *, day: date, search: str = "", kind: str = "", land: str = "", partner: str = ""
) -> "QuerySet[Organisation]":
    """Those that the filters leave; to count them needs no other table unless a filter does.

    `partner`: only partners of the federation at that level on the day.
    """
    organisations = Organisation.objects.all()
    for word in fold(search).split():
        organisations = organisations.filter(folded_name__contains=word)
    if kind:
        organisations = organisations.filter(kind=kind)
    if land:
        organisations = organisations.filter(seat__key__startswith=land)
    if partner:
        partnerships = FederationPartnership.objects.in_force(day).filter(level=partner)
        organisations = organisations.filter(pk__in=partnerships.values("organisation"))
    return organisations


def with_ties(organisations: "QuerySet[Organisation]", day: date) -> "QuerySet[Organisation]":
    """Each with its `seat_name` and `parent_name`; `levels_held`: what kind of partner of the federation it is."""
    held = FederationPartnership.objects.in_force(day).filter(organisation=OuterRef("pk"))
    return organisations.annotate(
        seat_name=F("seat__name"), parent_name=F("parent__name"), levels_held=NestedValues(held, "level")
    )


def organisations_named(text: str, *, limit: int) -> tuple[Organisation | None, list[Organisation]]:
    """Which one is meant, by its id or its whole name; else up to `limit` whose names hold all words of the text."""
    meant = Organisation.objects.filter(Q(pk=text) | Q(folded_name=fold(text)))[:limit]
    if len(meant) == 1:
        return meant[0], []
    listed = meant or listed_organisations(day=date.min, search=text).order_by("folded_name", "pk")[:limit]
    return None, list(listed)


def _annotated(organisation_id: str, day: date) -> "QuerySet[Organisation]":
    return Organisation.objects.filter(pk=organisation_id).annotate(
        parents=NestedRows(Organisation.objects.filter(children=OuterRef("pk")), key="id", name="name"),
        seat_held=region_rows(Region.objects.filter(pk=OuterRef("seat"))),
        areas=region_rows(ServiceArea.objects.filter(organisation=OuterRef("pk")), "region__"),
        below=NestedRows(Organisation.objects.filter(parent=OuterRef("pk")), key="id", name="name", by="folded_name"),
        overrides=NestedRows(
            IntermediaryOverride.objects.in_force(day).filter(organisation=OuterRef("pk")), counts="counts"
        ),
        levels=NestedRows(
            FederationPartnership.objects.in_force(day).filter(organisation=OuterRef("pk")),
            level="level",
            since="since",
        ),
        memberships=NestedRows(
            Partnership.objects.in_force(day)
            .filter(organisation=OuterRef("pk"), listed=True)
            .annotate(statuses_held=status_rows("network")),
            network="network_id",
            name="network__name",
            by="network__folded_name",
            since="since",
            statuses="statuses_held",
        ),
        sources_named=NestedRows(
            OrganisationSource.objects.filter(organisation=OuterRef("pk")), id="id", statement="statement", url="url"
        ),
    )


_PREPARED = Prepared(Organisation, _annotated, organisation_id=str, day=date)


def organisation_page(organisation_id: str, day: date) -> OrganisationPage | None:
    """The organisation, with its ties as of the day; None where there is none of that id. One statement."""
    organisation: Any = next(iter(_PREPARED(organisation_id=organisation_id, day=day)), None)
    if organisation is None:
        return None
    return OrganisationPage(
        organisation=organisation,
        parent=next((Named(row["key"], row["name"]) for row in organisation.parents), None),
        seat=next(iter(regions_from(organisation.seat_held)), None),
        is_intermediary=_is_intermediary(organisation),
        service_area=regions_from(organisation.areas),
        children=[Named(row["key"], row["name"]) for row in sorted(organisation.below, key=itemgetter("by", "key"))],
        networks=[
            MembershipRow(
                Named(row["network"], row["name"]), standing_from(row["statuses"], day), day_from(row["since"])
            )
            for row in sorted(organisation.memberships, key=itemgetter("by", "network"))
        ],
        federation=[
            FederationRow(row["level"], day_from(row["since"]))
            for row in sorted(organisation.levels, key=itemgetter("level"))
        ],
        sources=sources_from(organisation.sources_named),
    )


def _is_intermediary(organisation: Any) -> bool:
    """By the federation's decision in force, else by kind (IO1)."""
    decided = [bool(row["counts"]) for row in organisation.overrides]
    return decided[0] if decided else bool(organisation.is_intermediary_by_kind)
