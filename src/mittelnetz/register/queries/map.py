"""What a map tells of each district: who covers it, and how."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from django.db.models import Case, Q, Value, When

from mittelnetz.regions.models import Region
from mittelnetz.regions.outlines import municipalities_of
from mittelnetz.register.models import Nesting, NetworkRegion
from mittelnetz.register.queries.naming import Named
from mittelnetz.register.queries.standings import has_status
from mittelnetz.register.words import Coverage
from mittelnetz.rulebook import keys
from mittelnetz.rulebook.keys import COUNTRY, DISTRICT_LENGTH
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
    serves = When(has_status(SERVING, day, "network"), then=Value("serving"))
    held = (
        NetworkRegion.objects.in_force(day)
        .filter(_concerns(districts), has_status([*SERVING, *IN_FORMATION], day, "network"))
        .values_list("network_id", "region_id", "network__name", Case(serves, default=Value("forming")))
    )
    nested = (
        Nesting.objects.in_force(day)
        .filter(first_consented_on__lte=day, second_consented_on__lte=day)
        .values_list("first_id", "second_id", Value(""), Value("nesting"))
    )
    codes_of: defaultdict[tuple[str, str, bool], set[str]] = defaultdict(set)
    consented: set[frozenset[str]] = set()
    # Two reads in one statement: a page has few to spend.
    for network_id, other, name, what in held.union(nested, all=True):
        if what == "nesting":
            consented.add(frozenset({network_id, other}))
        else:
            codes_of[network_id, name, what == "serving"].add(other)
    return codes_of, consented


def _concerns(districts: Collection[str]) -> Q:
    above = {district[:length] for district in districts for length in (2, 3, DISTRICT_LENGTH)}
    inside = Region.objects.filter(parent__in=districts).values("key")
    return Q(region__in=[COUNTRY, *sorted(above)]) | Q(region__in=inside)
