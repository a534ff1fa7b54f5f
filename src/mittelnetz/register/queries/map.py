"""What a map tells of each district: who covers it, and how."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Any

from django.db.models import Case, OuterRef, QuerySet, Value, When

from mittelnetz.core.nested import NestedValues
from mittelnetz.core.prepared import Prepared
from mittelnetz.core.remembered import remembered
from mittelnetz.regions.outlines import municipalities_of
from mittelnetz.register.models import Nesting, Network, NetworkRegion
from mittelnetz.register.queries.naming import Named
from mittelnetz.register.queries.standings import has_status
from mittelnetz.register.words import Coverage
from mittelnetz.rulebook import keys
from mittelnetz.rulebook.standing import IN_FORMATION, SERVING


@dataclass(frozen=True, slots=True)
class Share:
    """A network's share of a district. `codes`: the district itself, or those of its municipalities."""

    network: Named
    is_serving: bool
    is_whole: bool
    codes: frozenset[str]


@dataclass(frozen=True, slots=True)
class MapDistrict:
    key: str
    coverage: Coverage
    shares: list[Share]


def map_districts(districts: Collection[str], day: date) -> dict[str, MapDistrict]:
    """These districts with the networks that serve them or form there on the day. At most one statement."""
    country = _country(day)
    return {key: country[key] for key in districts}


def overlapping_networks(network_id: str, districts: Collection[str], day: date) -> list[tuple[Named, bool]]:
    """The others that serve where the network does, in these districts, and whether both agreed to it (RB9.3)."""
    found: dict[Named, bool] = {}
    for district in map_districts(districts, day).values():
        if district.coverage in {Coverage.NESTED, Coverage.OVERLAP}:
            for share in district.shares:
                if share.is_serving and share.network.key != network_id:
                    found[share.network] = found.get(share.network, True) and district.coverage == Coverage.NESTED
    return sorted(found.items(), key=lambda item: item[0].name)


@remembered
def _country(day: date) -> dict[str, MapDistrict]:
    municipalities = municipalities_of()
    shares: defaultdict[str, list[Share]] = defaultdict(list)
    consented: set[frozenset[str]] = set()
    for id, name, serves, codes_held, nested_with in _NETWORKS.tuples(day=day):
        network, is_serving, codes = Named(id, name), bool(serves), json.loads(codes_held)
        consented.update(frozenset({id, other}) for other in json.loads(nested_with))
        covered = keys.covered_districts(codes, municipalities)
        for district in covered.wholly:
            shares[district].append(Share(network, is_serving, True, frozenset({district})))
        for district in covered.partly:
            inside = frozenset(code for code in codes if code.startswith(district))
            shares[district].append(Share(network, is_serving, False, inside))
    return {
        key: MapDistrict(
            key,
            coverage_of(shares[key], consented),
            sorted(shares[key], key=lambda share: (not share.is_serving, not share.is_whole, share.network.name)),
        )
        for key in municipalities
    }


def coverage_of(shares: Iterable[Share], consented: Collection[frozenset[str]]) -> Coverage:
    """How a district is covered. `consented`: the pairs of networks that agreed to share their regions (RB9.3)."""
    shares = list(shares)
    serving = [share for share in shares if share.is_serving]
    overlapping = [
        frozenset({one.network.key, other.network.key})
        for one, other in combinations(serving, 2)
        if one.is_whole or other.is_whole or not one.codes.isdisjoint(other.codes)
    ]
    if overlapping:
        return Coverage.NESTED if all(pair in consented for pair in overlapping) else Coverage.OVERLAP
    if serving:
        return Coverage.WHOLE if any(share.is_whole for share in serving) else Coverage.PART
    return Coverage.FORMING if shares else Coverage.NONE


def _networks(day: date) -> "QuerySet[Network, tuple[Any, ...]]":
    """Every network that serves or forms, with its codes and who agreed to share them."""
    regions = NetworkRegion.objects.in_force(day)
    nested = Nesting.objects.in_force(day).filter(
        first=OuterRef("pk"), first_consented_on__lte=day, second_consented_on__lte=day
    )
    return (
        Network.objects.filter(has_status([*SERVING, *IN_FORMATION], day))
        .annotate(
            serves=Case(When(has_status(SERVING, day), then=Value(1)), default=Value(0)),
            codes_held=NestedValues(regions.filter(network=OuterRef("pk")), "region_id"),
            nested_with=NestedValues(nested, "second_id"),
        )
        .values_list("id", "name", "serves", "codes_held", "nested_with")
    )


_NETWORKS = Prepared(Network, _networks, day=date)
