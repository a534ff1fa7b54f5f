"""The map of the whole country, with the networks numbered from north to south."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import combinations
from math import hypot

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from mittelnetz.regions.outlines import laender, outlines
from mittelnetz.register.queries.map import MapDistrict
from mittelnetz.register.queries.naming import Named
from mittelnetz.register.words import Coverage
from mittelnetz.web.maps import drawing
from mittelnetz.web.maps.sheet import Sheet, whole_country

MOST_NUMBERS = 60  # more would hide the map
_APART = 52.0


@dataclass(frozen=True, slots=True)
class NumberedNetwork:
    """A network with its number on the map, and the district in which the number stands."""

    number: int
    network: Named
    is_serving: bool
    place: str


@dataclass(frozen=True, slots=True)
class CountryMap:
    svg: SafeString
    laender: list[tuple[str, str]]
    networks: list[NumberedNetwork]


def country_map(districts: Mapping[str, MapDistrict], *, faint: Collection[str] = ()) -> CountryMap:
    """`faint`: districts that a filter leaves out."""
    sheet = whole_country()
    tint = drawing.tints(districts)
    by_land: defaultdict[str, list[str]] = defaultdict(list)
    for key, district in districts.items():
        look = "off" if key in faint else _look(district, tint) or ("chosen" if faint else "")
        by_land[key[:2]].append(drawing.district_link(sheet, district, look))
    groups = [
        f'<g id="karte-{land}" role="group" tabindex="-1" aria-label="{laender()[land]}">{"".join(links)}</g>'
        for land, links in by_land.items()
    ]
    edges = [drawing.edge(sheet, [key for key in districts if key[:2] == land], "mn-edge-land") for land in by_land]
    shares = ((key, share) for key, district in districts.items() for share in district.shares)
    edges += drawing.network_edges(sheet, shares, "mn-edge-net")
    numbered, pins = _numbers(sheet, districts)
    content = [
        drawing.patterns(sheet),
        drawing.scaled(sheet, [*groups, f'<g class="mn-over" aria-hidden="true">{"".join(edges)}</g>']),
        f'<g class="mn-pins" aria-hidden="true">{pins}</g>',
    ]
    label = _("Karte der Netzwerke. Jeder Kreis ist ein Link.")
    return CountryMap(drawing.svg(sheet, label, content), list(laender().items()), numbered)


def _look(district: MapDistrict, tint: Mapping[str, str]) -> str:
    """The tint of the district's first network; none where single municipalities are all it has."""
    if district.coverage in {Coverage.NONE, Coverage.PART}:
        return ""
    return tint[district.shares[0].network.key]


def _numbers(sheet: Sheet, districts: Mapping[str, MapDistrict]) -> tuple[list[NumberedNetwork], str]:
    places: defaultdict[str, list[str]] = defaultdict(list)
    networks = {}
    for key, district in districts.items():
        for share in district.shares:
            networks[share.network.key] = share
            places[share.network.key].append(key)
    if len(networks) > MOST_NUMBERS:
        return [], ""
    middle = {network: _middle(keys) for network, keys in places.items()}
    at = _apart({network: sheet.place(outlines()[key].point) for network, key in middle.items()})
    order = sorted(networks, key=lambda network: (sheet.place(outlines()[middle[network]].point)[1], network))
    numbered = [
        NumberedNetwork(
            number, networks[network].network, networks[network].is_serving, outlines()[middle[network]].name
        )
        for number, network in enumerate(order, 1)
    ]
    pins = "".join(
        f'<circle cx="{at[network][0]:.0f}" cy="{at[network][1]:.0f}" r="21"/>'
        f'<text x="{at[network][0]:.0f}" y="{at[network][1]:.0f}">{number}</text>'
        for number, network in enumerate(order, 1)
    )
    return numbered, pins


def _middle(keys: list[str]) -> str:
    """The district nearest to the middle of all."""
    points = [outlines()[key].point for key in keys]
    x, y = sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)
    return min(keys, key=lambda key: hypot(outlines()[key].point[0] - x, outlines()[key].point[1] - y))


def _apart(points: dict[str, tuple[int, int]]) -> dict[str, tuple[float, float]]:
    """The points, pushed off each other where numbers would overlap."""
    found: dict[str, tuple[float, float]] = {name: (float(x), float(y)) for name, (x, y) in points.items()}
    for _round in range(20):
        for one, other in combinations(sorted(found), 2):
            (x1, y1), (x2, y2) = found[one], found[other]
            apart = hypot(x2 - x1, y2 - y1)
            if apart < _APART:
                dx, dy = ((x2 - x1) / apart, (y2 - y1) / apart) if apart else (1.0, 0.0)
                push = (_APART - apart) / 2
                found[one], found[other] = (x1 - dx * push, y1 - dy * push), (x2 + dx * push, y2 + dy * push)
    return found
