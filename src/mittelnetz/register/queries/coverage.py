"""Who is responsible for a region, and who is near where nobody is."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from math import cos, radians
from typing import Any

from django.db.models import Count, ExpressionWrapper, F, FloatField, Min, OuterRef, Q

from mittelnetz.core.nested import NestedRows
from mittelnetz.core.periods import PeriodQuerySet
from mittelnetz.regions.distance import distance_km
from mittelnetz.register.models import Network, NetworkRegion, Organisation
from mittelnetz.register.queries.contacts import Call, contact_rows, contacts_from, first_call
from mittelnetz.register.queries.map import MapDistrict
from mittelnetz.register.queries.naming import Named
from mittelnetz.register.queries.standings import has_status, standing_from, status_rows
from mittelnetz.register.words import Coverage, Status
from mittelnetz.rulebook.keys import COUNTRY
from mittelnetz.rulebook.standing import IN_FORMATION, SERVING, Standing


@dataclass(frozen=True, slots=True)
class Holder:
    """A network that covers a region or a part of it. `codes`: those of its keys that overlap the region."""

    network: Named
    standing: Standing
    codes: list[str]
    call: Call | None

    @property
    def is_serving(self) -> bool:
        return self.standing.status in SERVING


@dataclass(frozen=True, slots=True)
class NearbyNetwork:
    network: Named
    km: int
    call: Call | None


@dataclass(frozen=True, slots=True)
class Figures:
    """Of the federation on a day."""

    recognised: int
    in_formation: int
    organisations: int
    districts_served: int
    districts_white: int


def holders(key: str, day: date, *, with_calls: bool = False) -> list[Holder]:
    """The networks, serving or in formation, whose region overlaps the key, serving ones first. One statement."""
    overlapping = _regions_in_force(day).filter(overlaps(key))
    networks: Any = (
        Network.objects.only("id", "name")
        .filter(Q(pk__in=overlapping.values("network")), has_status([*SERVING, *IN_FORMATION], day))
        .annotate(
            statuses_held=status_rows(),
            codes_held=NestedRows(overlapping.filter(network=OuterRef("pk")), code="region_id"),
        )
        .order_by("folded_name", "id")
    )
    if with_calls:
        networks = networks.annotate(contacts_held=contact_rows(day))
    found = [
        Holder(
            Named(network.id, network.name),
            standing_from(network.statuses_held, day),
            sorted(row["code"] for row in network.codes_held),
            first_call(contacts_from(network.contacts_held, day)) if with_calls else None,
        )
        for network in networks
    ]
    order = [*SERVING, *IN_FORMATION]
    return sorted(found, key=lambda holder: order.index(holder.standing.status))


def figures(districts: Collection[MapDistrict], day: date) -> Figures:
    """For the start page; `districts` are those of the whole country. Two statements."""
    networks = Network.objects.aggregate(
        recognised=Count("pk", filter=has_status([Status.RECOGNISED], day)),
        in_formation=Count("pk", filter=has_status(IN_FORMATION, day)),
    )
    white = sum(district.coverage in {Coverage.NONE, Coverage.FORMING} for district in districts)
    return Figures(
        recognised=networks["recognised"],
        in_formation=networks["in_formation"],
        organisations=Organisation.objects.count(),
        districts_served=len(districts) - white,
        districts_white=white,
    )


def nearest_networks(lat: float, lon: float, day: date, limit: int = 3) -> list[NearbyNetwork]:
    """The serving networks of which a region's point lies nearest to the place, nearest first. One statement."""
    placed = _regions_in_force(day).exclude(region__lat=None)
    # The database only finds the nearest; for that a flat map at the place's own latitude will do.
    north, east = F("region__lat") - lat, (F("region__lon") - lon) * cos(radians(lat))
    square = ExpressionWrapper(north * north + east * east, output_field=FloatField())
    serving = placed.filter(has_status(SERVING, day, "network"))
    near = serving.values("network").annotate(square=Min(square)).order_by("square", "network").values("network")
    networks: Any = Network.objects.filter(pk__in=near[:limit]).annotate(
        points=NestedRows(placed.filter(network=OuterRef("pk")), lat="region__lat", lon="region__lon"),
        contacts_held=contact_rows(day),
    )
    found = [
        NearbyNetwork(
            Named(network.id, network.name),
            round(min(distance_km(lat, lon, point["lat"], point["lon"]) for point in network.points)),
            first_call(contacts_from(network.contacts_held, day)),
        )
        for network in networks
    ]
    return sorted(found, key=lambda nearby: (nearby.km, nearby.network.key))


def _regions_in_force(day: date) -> "PeriodQuerySet[NetworkRegion]":
    return NetworkRegion.objects.in_force(day)


def overlaps(key: str) -> Q:
    """Rows whose region covers the key or lies in it."""
    if key == COUNTRY:
        return Q()
    above = [COUNTRY, *(key[:length] for length in (2, 3, 5, 8) if length < len(key))]
    return Q(region__in=above) | Q(region__key__startswith=key)
