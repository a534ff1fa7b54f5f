"""Small maps: a network or a region with what lies around it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from mittelnetz.register.queries.map import MapDistrict, Share, map_districts
from mittelnetz.register.queries.naming import Named
from mittelnetz.register.words import Coverage
from mittelnetz.rulebook import keys
from mittelnetz.web.maps import drawing
from mittelnetz.web.maps.sheet import around, districts_of


@dataclass(frozen=True, slots=True)
class SmallMap:
    """`neighbours`: the other networks in sight. `patterns`: what a legend must explain, that of the region first."""

    svg: SafeString
    neighbours: list[Named]
    patterns: list[Coverage]


def network_map(network: Named, codes: Collection[str], day: date) -> SmallMap | None:
    """The network's region with its surroundings; None where it has no region on the map."""
    return _small_map(network.name, codes, day, network.key)


def region_map(name: str, codes: Collection[str], day: date) -> SmallMap | None:
    """The region with its neighbours; None for one that is not on the map."""
    return _small_map(name, codes, day, None)


def _small_map(name: str, codes: Collection[str], day: date, network: str | None) -> SmallMap | None:
    own = districts_of(codes)
    if not own:
        return None
    sheet = around(own)
    districts = map_districts(sheet.districts, day)
    near = [key for key in districts if key not in own and _serving(districts[key].shares, network)]
    inside = [key for key in own if network is None or _is_whole(key, codes, districts[key], network)]
    filled = [key for key in inside if network or districts[key].coverage not in {Coverage.NONE, Coverage.PART}]
    links = [
        drawing.district_link(sheet, district, "own" if key in filled else "near" if key in near else "")
        for key, district in districts.items()
    ]
    others = [(key, share) for key, district in districts.items() for share in _serving(district.shares, network)]
    edges = [
        *drawing.network_edges(sheet, others, "mn-edge-near"),
        drawing.edge(sheet, inside or own, "mn-edge-net"),
    ]
    content = [
        drawing.patterns(sheet),
        drawing.scaled(sheet, [*links, f'<g class="mn-over" aria-hidden="true">{"".join(edges)}</g>']),
        drawing.names(sheet, own, filled, near),
    ]
    neighbours = {share.network.key: share.network for _, share in others if share.is_whole}
    label = _("Karte: %(name)s und Umgebung. Jeder Kreis ist ein Link.") % {"name": name}
    return SmallMap(
        drawing.svg(sheet, label, content),
        sorted(neighbours.values(), key=lambda other: other.name),
        _patterns([districts[key] for key in own], districts.values()),
    )


def _patterns(own: Iterable[MapDistrict], districts: Iterable[MapDistrict]) -> list[Coverage]:
    first, seen = ({district.coverage for district in some} for some in (own, districts))
    return sorted((kind for kind in drawing.PATTERNS if kind in seen), key=lambda kind: kind not in first)


def _serving(shares: Iterable[Share], besides: str | None) -> list[Share]:
    return [share for share in shares if share.is_serving and share.network.key != besides]


def _is_whole(key: str, codes: Collection[str], district: MapDistrict, network: str) -> bool:
    """The codes cover the district: by themselves, or as the register works it out for all its municipalities."""
    return keys.set_covers(codes, [key]) or any(
        share.is_whole and share.network.key == network for share in district.shares
    )
