"""All that the page of one network shows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import Any

from django.db.models import F, OuterRef, Q, QuerySet

from mittelnetz.core.nested import NestedRows
from mittelnetz.core.prepared import Prepared
from mittelnetz.register.models import Cooperation, Nesting, Network, NetworkSource, Partnership
from mittelnetz.register.queries.consent import may_name_partner
from mittelnetz.register.queries.contacts import ContactRow, Vacancy, contact_rows, contacts_from
from mittelnetz.register.queries.naming import Named, SourceRow, day_from, regions_from, sources_from
from mittelnetz.register.queries.networks import covered_rows
from mittelnetz.register.queries.pauses import rest_from, rest_rows
from mittelnetz.register.queries.standings import standing_from, status_rows
from mittelnetz.rulebook.organisations import GROUPS, KIND
from mittelnetz.rulebook.periods import Period
from mittelnetz.rulebook.standing import Standing


@dataclass(frozen=True, slots=True)
class PartnerRow:
    id: str
    name: str
    seat: str
    since: date | None


@dataclass(frozen=True, slots=True)
class PartnerGroup:
    """Partners of one group of norm IO2; `group` is its code."""

    group: str
    partners: list[PartnerRow]


@dataclass(frozen=True, slots=True)
class NestingRow:
    """Another network that shares the region. `missing` names who has not consented yet."""

    other: Named
    since: date | None
    missing: list[str]


@dataclass(frozen=True, slots=True)
class CooperationRow:
    """Someone the network works with; without a key it is no network of the register."""

    other: Named
    kind: str
    since: date | None


@dataclass(frozen=True, slots=True)
class NetworkPage:
    """`partners` are those that agreed to be named; `unnamed_partners` counts the others."""

    network: Network
    standing: Standing
    regions: list[Named]
    contacts: list[ContactRow | Vacancy]
    partners: list[PartnerGroup]
    partner_count: int
    unnamed_partners: int
    nestings: list[NestingRow]
    cooperations: list[CooperationRow]
    sources: list[SourceRow]
    rest: Period | None


def _annotated(network_id: str, day: date, seen_on: date | None = None) -> "QuerySet[Network]":
    return Network.objects.filter(pk=network_id).annotate(
        statuses_held=status_rows(),
        regions_held=covered_rows(day),
        contacts_held=contact_rows(day, seen_on),
        partners_held=_partners(day, seen_on),
        nested=_nestings(day),
        cooperating=_cooperations(day),
        sources_named=NestedRows(
            NetworkSource.objects.filter(network=OuterRef("pk")), id="id", statement="statement", url="url"
        ),
        pauses_held=rest_rows(day),
    )


_PREPARED = Prepared(Network, _annotated, network_id=str, day=date)
_LOOKING_BACK = Prepared(Network, _annotated, network_id=str, day=date, seen_on=date)


def network_page(network_id: str, day: date, *, today: date) -> NetworkPage | None:
    """The network as of the day, or None where there is none of that id. One statement.

    A day before today does not bring back the name of anybody whose consent was withdrawn since.
    """
    rows = (
        _LOOKING_BACK(network_id=network_id, day=day, seen_on=today)
        if day < today
        else _PREPARED(network_id=network_id, day=day)
    )
    network: Any = next(iter(rows), None)
    if network is None:
        return None
    partners = sorted(network.partners_held, key=lambda row: (row["folded_name"], row["id"]))
    listed = [row for row in partners if row["listed"]]
    return NetworkPage(
        network=network,
        standing=standing_from(network.statuses_held, day),
        regions=regions_from(network.regions_held),
        contacts=contacts_from(network.contacts_held, day),
        partners=_by_group(listed),
        partner_count=len(listed),
        unnamed_partners=len(partners) - len(listed),
        nestings=[_nesting(row, network_id, day) for row in sorted(network.nested, key=itemgetter("id"))],
        cooperations=[_cooperation(row, network_id) for row in sorted(network.cooperating, key=itemgetter("id"))],
        sources=sources_from(network.sources_named),
        rest=rest.period if (rest := rest_from(network.pauses_held)) else None,
    )


def _partners(day: date, seen_on: date | None) -> NestedRows:
    is_named = may_name_partner(seen_on) if seen_on else F("listed")
    return NestedRows(
        Partnership.objects.in_force(day).filter(network=OuterRef("pk")).annotate(is_named=is_named),
        id="organisation_id",
        name="organisation__name",
        folded_name="organisation__folded_name",
        kind="organisation__kind",
        seat="organisation__seat__name",
        listed="is_named",
        since="since",
    )


def _nestings(day: date) -> NestedRows:
    return NestedRows(
        Nesting.objects.in_force(day).filter(Q(first=OuterRef("pk")) | Q(second=OuterRef("pk"))),
        id="id",
        since="since",
        first="first_id",
        first_name="first__name",
        first_on="first_consented_on",
        second="second_id",
        second_name="second__name",
        second_on="second_consented_on",
    )


def _cooperations(day: date) -> NestedRows:
    return NestedRows(
        Cooperation.objects.in_force(day).filter(Q(network=OuterRef("pk")) | Q(with_network=OuterRef("pk"))),
        id="id",
        since="since",
        kind="kind",
        network="network_id",
        network_name="network__name",
        with_network="with_network_id",
        with_network_name="with_network__name",
        with_other="with_other",
    )


def _by_group(rows: Iterable[dict[str, Any]]) -> list[PartnerGroup]:
    """In the order of norm IO2; within a group the order stays."""
    order = list(GROUPS)

    def place(row: dict[str, Any]) -> int:
        return order.index(KIND[row["kind"]].group)

    return [
        PartnerGroup(
            order[index],
            [PartnerRow(row["id"], row["name"], row["seat"] or "", day_from(row["since"])) for row in group],
        )
        for index, group in groupby(sorted(rows, key=place), key=place)
    ]


def _nesting(row: dict[str, Any], network_id: str, day: date) -> NestingRow:
    sides = [(row[side], row[f"{side}_name"], day_from(row[f"{side}_on"])) for side in ("first", "second")]
    (other,) = [Named(key, name) for key, name, _ in sides if key != network_id]
    missing = [name for _, name, consented_on in sides if consented_on is None or consented_on > day]
    return NestingRow(other, day_from(row["since"]), missing)


def _cooperation(row: dict[str, Any], network_id: str) -> CooperationRow:
    if row["network"] != network_id:
        other = Named(row["network"], row["network_name"])
    else:
        other = Named(row["with_network"] or "", row["with_network_name"] or row["with_other"])
    return CooperationRow(other, row["kind"], day_from(row["since"]))
