"""Organisations, in lists and on their page."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import OuterRef, QuerySet

from mittelnetz.core.folding import fold
from mittelnetz.core.nested import NestedRows
from mittelnetz.register.models import (
    FederationPartnership,
    IntermediaryOverride,
    Organisation,
    OrganisationSource,
    Partnership,
    ServiceArea,
)
from mittelnetz.register.queries.naming import Named, SourceRow, day_from, regions_from, sources_from
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
    is_intermediary: bool
    service_area: list[Named]
    children: list[Named]
    networks: list[MembershipRow]
    federation: list[FederationRow]
    sources: list[SourceRow]


def listed_organisations(*, search: str = "", kind: str = "", land: str = "") -> "QuerySet[Organisation]":
    """Organisations with their seat for a keyset page by `folded_name, id`, one statement."""
    organisations = Organisation.objects.select_related("seat").only("id", "name", "kind", "folded_name", "seat__name")
    for word in fold(search).split():
        organisations = organisations.filter(folded_name__contains=word)
    if kind:
        organisations = organisations.filter(kind=kind)
    if land:
        organisations = organisations.filter(seat__key__startswith=land)
    return organisations


def organisation_page(organisation_id: str, day: date) -> OrganisationPage | None:
    """The organisation, with its ties as of the day; None where there is none of that id. Two statements."""
    annotated: Any = Organisation.objects.select_related("parent", "seat").annotate(
        areas=NestedRows(
            ServiceArea.objects.filter(organisation=OuterRef("pk")),
            key="region__key",
            name="region__full_name",
            valid_until="region__valid_until",
        ),
        below=NestedRows(Organisation.objects.filter(parent=OuterRef("pk")), key="id", name="name", by="folded_name"),
        overrides=NestedRows(
            IntermediaryOverride.objects.in_force(day).filter(organisation=OuterRef("pk")), counts="counts"
        ),
        levels=NestedRows(
            FederationPartnership.objects.in_force(day).filter(organisation=OuterRef("pk")),
            level="level",
            since="since",
        ),
        sources_named=NestedRows(
            OrganisationSource.objects.filter(organisation=OuterRef("pk")), id="id", statement="statement", url="url"
        ),
    )
    organisation = annotated.filter(pk=organisation_id).first()
    if organisation is None:
        return None
    return OrganisationPage(
        organisation=organisation,
        is_intermediary=_is_intermediary(organisation),
        service_area=regions_from(organisation.areas),
        children=[
            Named(row["key"], row["name"])
            for row in sorted(organisation.below, key=lambda row: (row["by"], row["key"]))
        ],
        networks=_memberships(organisation_id, day),
        federation=[
            FederationRow(row["level"], day_from(row["since"]))
            for row in sorted(organisation.levels, key=lambda row: row["level"])
        ],
        sources=sources_from(organisation.sources_named),
    )


def _is_intermediary(organisation: Any) -> bool:
    """By the federation's decision in force, else by kind (IO1)."""
    decided = [bool(row["counts"]) for row in organisation.overrides]
    return decided[0] if decided else bool(organisation.is_intermediary_by_kind)


def _memberships(organisation_id: str, day: date) -> list[MembershipRow]:
    rows: Any = (
        Partnership.objects.in_force(day)
        .filter(organisation=organisation_id, listed=True)
        .select_related("network")
        .annotate(statuses_held=status_rows("network"))
        .order_by("network__folded_name", "network_id")
    )
    return [
        MembershipRow(Named(row.network.id, row.network.name), standing_from(row.statuses_held, day), row.since)
        for row in rows
    ]
