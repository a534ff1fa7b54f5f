"""What a map tells of each district: who covers it, and how."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from functools import reduce
from itertools import combinations
from operator import or_
from typing import Any

from django.db.models import Case, OuterRef, Q, QuerySet, Value, When

from mittelnetz.core.nested import NestedValues
from mittelnetz.core.prepared import Prepared
from mittelnetz.regions.outlines import municipalities_of
from mittelnetz.register.models import Nesting, Network, NetworkRegion
from mittelnetz.register.queries.naming import Named
from mittelnetz.register.queries.standings import has_status
from mittelnetz.register.words import Coverage
from mittelnetz.rulebook import keys
from mittelnetz.rulebook.keys import COUNTRY
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
    """These districts with the networks that serve them or form there on the day. One statement."""
    municipalities = {district: municipalities_of()[district] for district in districts}
    shares: defaultdict[str, list[Share]] = defaultdict(list)
    consented: set[frozenset[str]] = set()
    is_part = len(districts) <= _DISTRICTS
    rows = _AROUND.tuples(day=day, **_wanted(districts)) if is_part else _ANYWHERE.tuples(day=day)
    for id, name, serves, codes_held, nested_with in rows:
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
        for key in districts
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


def _anywhere(day: date) -> "QuerySet[Network, tuple[Any, ...]]":
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


def _around(day: date, **wanted: str) -> "QuerySet[Network, tuple[Any, ...]]":
    """Those of them that hold a key in or above one of the districts."""
    above = [wanted[f"above_{number}"] for number in range(_ABOVE)]
    inside = (
        Q(region__gte=wanted[f"first_{number}"], region__lte=wanted[f"last_{number}"]) for number in range(_DISTRICTS)
    )
    held = NetworkRegion.objects.in_force(day).filter(reduce(or_, inside, Q(region__in=above)))
    return _anywhere(day).filter(pk__in=held.values("network"))


def _wanted(districts: Collection[str]) -> dict[str, str]:
    """The keys under the names that the prepared statement has for them; the rest of these match nothing."""
    above = [COUNTRY, *sorted({district[:length] for district in districts for length in (2, 3)})]
    none = ["-"] * _DISTRICTS
    return {
        **{f"above_{number}": key for number, key in enumerate([*above, *none][:_ABOVE])},
        **{f"first_{number}": key for number, key in enumerate([*districts, *none][:_DISTRICTS])},
        **{f"last_{number}": f"{key}999" for number, key in enumerate([*districts, *none][:_DISTRICTS])},
    }


_DISTRICTS, _ABOVE = 64, 48
"""Keys in the statement for a part of the country: more than most maps show. The others take all networks."""
_AROUND = Prepared(Network, _around, day=date, **dict.fromkeys(_wanted([]), str))
_ANYWHERE = Prepared(Network, _anywhere, day=date)
