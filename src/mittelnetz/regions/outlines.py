"""The districts as packaged: their names, what lies in and around them, and their outlines for maps.

Reading them takes no statement; they change only with a release. `tools/build_outlines.py` projected the outlines.
Units: whole numbers east and south of the country's north-western corner, 4,000 over its width (some 160 m each). A
border between two districts is one arc that both share.
"""

import csv
import io
import json
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import pairwise
from typing import Any

from mittelnetz.regions.reference import PACKAGED


class Detail(StrEnum):
    COUNTRY = "country"
    NEAR = "near"


@dataclass(frozen=True, slots=True)
class Outline:
    """A district. `point` lies inside; of `rings` each is a list of arcs, ~n meaning arc n backwards."""

    key: str
    name: str
    full_name: str
    point: tuple[int, int]
    rings: tuple[tuple[int, ...], ...]

    @property
    def land(self) -> str:
        return self.key[:2]


@dataclass(frozen=True, slots=True)
class Box:
    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        return self.right - self.left

    @property
    def height(self) -> int:
        return self.bottom - self.top

    def holds(self, other: "Box") -> bool:
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.top <= other.top
            and other.bottom <= self.bottom
        )

    def meets(self, other: "Box") -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


@cache
def outlines() -> dict[str, Outline]:
    """Every district by its key."""
    return {
        key: Outline(
            key,
            district["name"],
            district["full_name"],
            (district["point"][0], district["point"][1]),
            tuple(tuple(ring) for ring in district["rings"]),
        )
        for key, district in _packaged()["districts"].items()
    }


def laender() -> dict[str, str]:
    """The name of each Land by its key."""
    return dict(_packaged()["laender"])


@cache
def municipalities_of() -> dict[str, dict[str, str]]:
    """The names of each district's municipalities by key."""
    found: dict[str, dict[str, str]] = {key: {} for key in outlines()}
    for row in _table("municipalities.csv"):
        found[row["kreis_ags"]][row["ags"]] = row["name"]
    return found


@cache
def neighbours_of() -> dict[str, frozenset[str]]:
    """The keys of the districts that border on each, over land or water."""
    found: dict[str, set[str]] = {key: set() for key in outlines()}
    for row in _table("adjacency.csv"):
        found[row["ags"]].add(row["neighbour_ags"])
    return {key: frozenset(neighbours) for key, neighbours in found.items()}


@cache
def size() -> tuple[int, int]:
    width, height = _packaged()["size"]
    return width, height


@cache
def shape(key: str, detail: Detail) -> str:
    """The district as the `d` of an SVG path."""
    return "".join(_ring(ring, detail) for ring in outlines()[key].rings)


def border(keys: Iterable[str], detail: Detail) -> str:
    """The outer border of the districts taken together, as the `d` of an SVG path."""
    used = Counter(_arc(arc) for key in keys for ring in outlines()[key].rings for arc in ring)
    arcs = _packaged()[detail]
    return "".join(_move(arcs[arc]) for arc, times in used.items() if times == 1)


@cache
def box(key: str) -> Box:
    return _around(_arc_box(_arc(arc)) for ring in outlines()[key].rings for arc in ring)


def box_around(keys: Collection[str]) -> Box:
    return _around(box(key) for key in keys)


def is_seen(key: str, frame: Box) -> bool:
    """Whether a part of the district's border lies in the frame. (A district that fills it has none there.)"""
    if not box(key).meets(frame):
        return False
    arcs = {_arc(arc) for ring in outlines()[key].rings for arc in ring}
    return any(_crosses(arc, frame) for arc in arcs if _arc_box(arc).meets(frame))


def _crosses(arc: int, frame: Box) -> bool:
    points = _points(arc)
    return any(_around_points(line).meets(frame) for line in pairwise(points))


@cache
def _arc_box(arc: int) -> Box:
    return _around_points(_points(arc))


def _around_points(points: Collection[tuple[int, int]]) -> Box:
    return Box(
        min(x for x, _ in points), min(y for _, y in points), max(x for x, _ in points), max(y for _, y in points)
    )


def _around(all_boxes: Iterable[Box]) -> Box:
    boxes = list(all_boxes)
    return Box(
        min(one.left for one in boxes),
        min(one.top for one in boxes),
        max(one.right for one in boxes),
        max(one.bottom for one in boxes),
    )


@cache
def _packaged() -> Any:
    """As the tool wrote it."""
    return json.loads((PACKAGED / "outlines.json").read_text(encoding="utf-8"))


def _table(name: str) -> Iterable[dict[str, str]]:
    return csv.DictReader(io.StringIO((PACKAGED / name).read_text(encoding="utf-8")))


def _arc(reference: int) -> int:
    return ~reference if reference < 0 else reference


@cache
def _points(arc: int) -> list[tuple[int, int]]:
    steps, x, y, points = _packaged()[Detail.NEAR][arc], 0, 0, []
    for at in range(0, len(steps), 2):
        x, y = x + steps[at], y + steps[at + 1]
        points.append((x, y))
    return points


def _ring(ring: Iterable[int], detail: Detail) -> str:
    arcs = _packaged()[detail]
    whole: list[int] = []
    for reference in ring:
        steps = _backwards(arcs[~reference]) if reference < 0 else arcs[reference]
        whole += steps[2:] if whole else steps
    return f"{_move(whole)}z"


def _backwards(steps: list[int]) -> list[int]:
    """The same arc from its end."""
    pairs = list(zip(steps[::2], steps[1::2], strict=True))
    end = (sum(x for x, _ in pairs), sum(y for _, y in pairs))
    return [*end, *(-number for pair in reversed(pairs[1:]) for number in pair)]


def _move(steps: list[int]) -> str:
    """`M` to where it begins, then relative lines; a minus parts numbers, so no space stands before it."""
    start, line = steps[:2], steps[2:]
    numbers = "".join(f" {number}" if number >= 0 else str(number) for number in line)
    return f"M{start[0]} {start[1]}l{numbers.lstrip()}"
