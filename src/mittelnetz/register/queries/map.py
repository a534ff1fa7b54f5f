"""What a map tells of each district: who covers it, and how."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Any

from django.db.models import Case, OuterRef, Q, QuerySet, Value, When

from mittelnetz.core.nested import NestedRows
from mittelnetz.core.prepared import Prepared
from mittelnetz.regions.models import Region
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
    codes_of, consented = _codes_and_consents(districts, day)
    municipalities = {district: municipalities_of()[district] for district in districts}
    shares: defaultdict[str, list[Share]] = defaultdict(list)
    for (network_id, name, is_serving), codes in codes_of.items():
        covered = keys.covered_districts(codes, municipalities)
        network = Named(network_id, name)
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
        if keys.sets_overlap(one.codes, other.codes)
    ]
    if overlapping:
        return Coverage.NESTED if all(pair in consented for pair in overlapping) else Coverage.OVERLAP
    if serving:
        return Coverage.WHOLE if any(share.is_whole for share in serving) else Coverage.PART
    return Coverage.FORMING if shares else Coverage.NONE


def _codes_and_consents(
    districts: Collection[str], day: date
) -> tuple[dict[tuple[str, str, bool], set[str]], set[frozenset[str]]]:
    """Codes by network (id, name, whether it serves), and the pairs of networks that agreed to share theirs."""
    above = {district[:length] for district in districts for length in (2, 3)}
    wanted = _named("district", districts, _DISTRICTS) | _named("above", [COUNTRY, *sorted(above)], _ABOVE)
    is_small = len(wanted) == _DISTRICTS + _ABOVE
    networks: list[Any] = _PREPARED(day=day, **wanted) if is_small else list(_concerned(day, **wanted))
    codes_of = {
        (network.id, network.name, bool(network.serves)): {row["code"] for row in network.codes_held}
        for network in networks
    }
    consented = {frozenset({network.id, row["other"]}) for network in networks for row in network.nested}
    return codes_of, consented


def _concerned(day: date, **wanted: str) -> "QuerySet[Network]":
    """The networks that hold one of the wanted keys, or a municipality of a wanted district."""
    inside = Region.objects.filter(parent__in=[key for name, key in wanted.items() if name.startswith("district")])
    regions = NetworkRegion.objects.in_force(day)
    held = regions.filter(Q(region__in=list(wanted.values())) | Q(region__in=inside.values("key")))
    nested = Nesting.objects.in_force(day).filter(
        first=OuterRef("pk"), first_consented_on__lte=day, second_consented_on__lte=day
    )
    return (
        Network.objects.only("id", "name")
        .filter(Q(pk__in=held.values("network")), has_status([*SERVING, *IN_FORMATION], day))
        .annotate(
            serves=Case(When(has_status(SERVING, day), then=Value(1)), default=Value(0)),
            codes_held=NestedRows(regions.filter(network=OuterRef("pk")), code="region_id"),
            nested=NestedRows(nested, other="second_id"),
        )
    )


def _named(name: str, keys_wanted: Collection[str], size: int) -> dict[str, str]:
    """The keys under the names that the prepared statement has for them; the first once more where it has more."""
    padded = [*keys_wanted, *[next(iter(keys_wanted), COUNTRY)] * (size - len(keys_wanted))]
    return {f"{name}_{number}": key for number, key in enumerate(padded)}


_DISTRICTS, _ABOVE = 64, 32
"""Keys in the statement that is built once: more than a small map shows."""
_PREPARED = Prepared(
    Network,
    _concerned,
    day=date,
    **dict.fromkeys([*_named("district", [COUNTRY], _DISTRICTS), *_named("above", [COUNTRY], _ABOVE)], str),
)
