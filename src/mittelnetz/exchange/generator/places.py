"""Where example networks lie: the landscapes of the demo, or groups of neighbouring municipalities of any number."""

import csv
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from importlib.resources import files
from random import Random

from mittelnetz.exchange.generator.landscapes import LANDSCAPES, Landscape

# Of the municipalities this share is covered when every network lies on municipality keys; the rest is white.
_COVERED = 0.55
_LARGEST_GROUP = 20
# Every so many networks one lies inside the one before it, or overlaps it.
_INSIDE_EVERY, _OVERLAP_EVERY = 41, 97


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality, as far as an address and a neighbourhood need it."""

    code: str
    name: str
    postcode: str
    latitude: float
    longitude: float

    @property
    def district(self) -> str:
        return self.code[:5]


@dataclass(frozen=True, slots=True)
class Place:
    """The region of a network: its codes, and its municipalities. `inside`: the number of the larger network."""

    codes: tuple[str, ...]
    municipalities: tuple[Municipality, ...]
    inside: int | None = None


@cache
def all_municipalities() -> tuple[Municipality, ...]:
    text = (files("mittelnetz.regions") / "data" / "municipalities.csv").read_text(encoding="utf-8")
    return tuple(
        Municipality(row["ags"], row["name"], row["postcode"], float(row["lat"]), float(row["lon"]))
        for row in csv.DictReader(text.splitlines())
    )


def landscape_places(count: int) -> list[Place]:
    """The places of the first landscapes of the demo."""
    numbers = {landscape.id: number for number, landscape in enumerate(LANDSCAPES)}
    return [_landscape_place(landscape, numbers) for landscape in LANDSCAPES[:count]]


def _landscape_place(landscape: Landscape, numbers: dict[str, int]) -> Place:
    around = landscape.codes or landscape.around
    within = tuple(m for m in all_municipalities() if m.code.startswith(around))
    return Place(landscape.codes, within, numbers[landscape.inside] if landscape.inside else None)


def municipality_places(count: int, random: Random) -> list[Place]:
    """Places for any number of networks: groups of neighbouring municipalities, some nested, some overlapping."""
    municipalities = all_municipalities()
    if count > len(municipalities):
        raise ValueError(f"there are only {len(municipalities)} municipalities, not enough for {count} networks")
    size = max(1, min(_LARGEST_GROUP, int(len(municipalities) * _COVERED / count)))
    groups = list(_groups(municipalities, size))
    chosen = [groups[index] for index in sorted(random.sample(range(len(groups)), count))]
    return [_place(number, chosen) for number in range(count)]


def _place(number: int, groups: Sequence[list[Municipality]]) -> Place:
    """The network's own group; some take in the one that comes after them, or a part of the one before them."""
    group = groups[number]
    if number and number % _INSIDE_EVERY == 0:
        return _on(group, inside=number - 1)
    if (number + 1) % _INSIDE_EVERY == 0 and number + 1 < len(groups):
        return _on([*group, *groups[number + 1]])
    if number and number % _OVERLAP_EVERY == 0:
        return _on([*group, groups[number - 1][-1]])
    return _on(group)


def _on(municipalities: Sequence[Municipality], *, inside: int | None = None) -> Place:
    return Place(tuple(sorted(m.code for m in municipalities)), tuple(municipalities), inside)


def _groups(municipalities: Sequence[Municipality], size: int) -> Iterator[list[Municipality]]:
    """Each district's municipalities in groups of at most `size`: the westernmost one left, and those next to it."""
    districts = defaultdict(list)
    for municipality in municipalities:
        districts[municipality.district].append(municipality)
    for free in districts.values():
        left = sorted(free, key=lambda m: (m.longitude, m.code))
        while left:
            near = sorted(left, key=partial(_nearness, left[0]))
            yield near[:size]
            left = sorted(near[size:], key=lambda m: (m.longitude, m.code))


def _nearness(first: Municipality, other: Municipality) -> tuple[float, str]:
    """Squared distance in degrees of latitude; good enough to tell neighbours from others."""
    distance = (first.latitude - other.latitude) ** 2 + (0.63 * (first.longitude - other.longitude)) ** 2
    return distance, other.code
