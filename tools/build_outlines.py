"""Projects and simplifies the districts' outlines for maps: writes `regions/data/outlines.json`.

A developer runs it after the outlines changed. Lambert conformal conic with the parameters of EPSG:5243 (ETRS89 /
LCC Germany), then whole numbers on a grid of 4,000 units over the country's width. Borders are simplified one by one
(Douglas–Peucker), so that neighbours keep fitting together; `country` is for the whole map, `near` for parts of it.
"""

import csv
import json
from math import cos, hypot, log, pi, radians, sin, sqrt, tan
from pathlib import Path
from typing import Any

DATA = Path(__file__).resolve().parent.parent / "src/mittelnetz/regions/data"
WIDTH = 4000
TOLERANCE = {"country": 6.0, "near": 1.6}

# GRS80 and the cone.
_A, _F = 6378137.0, 1 / 298.257222101
_E = sqrt(2 * _F - _F * _F)
_SOUTH, _NORTH, _ORIGIN, _MERIDIAN = radians(48 + 2 / 3), radians(53 + 2 / 3), radians(51), radians(10.5)

Point = tuple[float, float]


def _m(lat: float) -> float:
    return cos(lat) / sqrt(1 - (_E * sin(lat)) ** 2)


def _t(lat: float) -> float:
    return tan(pi / 4 - lat / 2) / ((1 - _E * sin(lat)) / (1 + _E * sin(lat))) ** (_E / 2)


_N = (log(_m(_SOUTH)) - log(_m(_NORTH))) / (log(_t(_SOUTH)) - log(_t(_NORTH)))
_G = _m(_SOUTH) / (_N * _t(_SOUTH) ** _N)
_RHO_ORIGIN = _A * _G * _t(_ORIGIN) ** _N


def project(lon: float, lat: float) -> Point:
    """Metres east and south of 10.5° E, 51° N."""
    rho = _A * _G * _t(radians(lat)) ** _N
    angle = _N * (radians(lon) - _MERIDIAN)
    return rho * sin(angle), rho * cos(angle) - _RHO_ORIGIN


def simplify(points: list[Point], tolerance: float) -> list[Point]:
    """Douglas–Peucker; the ends stay. A ring (same ends) keeps the point farthest from its end, too."""
    keep = {0, len(points) - 1}
    waiting = [(0, len(points) - 1)]
    while waiting:
        first, last = waiting.pop()
        distances = [(_distance(points[i], points[first], points[last]), i) for i in range(first + 1, last)]
        far, index = max(distances, default=(0.0, 0))
        if far > tolerance or (points[first] == points[last] and distances):
            keep.add(index)
            waiting += [(first, index), (index, last)]
    return [points[i] for i in sorted(keep)]


def _distance(point: Point, start: Point, end: Point) -> float:
    (x, y), (x1, y1), (x2, y2) = point, start, end
    length = hypot(x2 - x1, y2 - y1)
    if length == 0:
        return hypot(x - x1, y - y1)
    along = max(0.0, min(1.0, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length**2))
    return hypot(x - x1 - along * (x2 - x1), y - y1 - along * (y2 - y1))


def main() -> None:
    topology = json.loads((DATA / "kreise.topojson").read_text(encoding="utf-8"))
    arcs = [[project(*point) for point in _decoded(arc, topology["transform"])] for arc in topology["arcs"]]
    every = [point for arc in arcs for point in arc]
    west, east = min(x for x, _ in every), max(x for x, _ in every)
    north, south = min(y for _, y in every), max(y for _, y in every)
    scale = WIDTH / (east - west)

    def place(point: Point) -> Point:
        return (point[0] - west) * scale, (point[1] - north) * scale

    placed = [[place(point) for point in arc] for arc in arcs]
    with (DATA / "regions.csv").open(encoding="utf-8", newline="") as file:
        regions = list(csv.DictReader(file))
    rows = [row for row in regions if row["level"] == "kreis"]
    shapes = {shape["id"]: shape for shape in topology["objects"]["kreise"]["geometries"]}
    outlines = {
        "size": [WIDTH, round((south - north) * scale)],
        "laender": {row["ags"]: row["name"] for row in regions if row["level"] == "land"},
        "districts": {
            row["ags"]: {
                "name": row["name"],
                "full_name": row["full_name"],
                "point": [round(value) for value in place(project(float(row["lon"]), float(row["lat"])))],
                "rings": [ring for polygon in _polygons(shapes[row["ags"]]) for ring in polygon],
            }
            for row in sorted(rows, key=lambda row: row["ags"])
        },
        **{name: [_steps(simplify(arc, tolerance)) for arc in placed] for name, tolerance in TOLERANCE.items()},
    }
    target = DATA / "outlines.json"
    target.write_text(json.dumps(outlines, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    print(
        f"{target.name}: {target.stat().st_size} bytes, {[sum(map(len, outlines[n])) // 2 for n in TOLERANCE]} points"
    )


def _decoded(arc: list[list[int]], transform: dict[str, list[float]]) -> list[Point]:
    (scale_x, scale_y), (left, bottom) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        points.append((x * scale_x + left, y * scale_y + bottom))
    return points


def _polygons(shape: dict[str, Any]) -> list[list[list[int]]]:
    return shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]


def _steps(points: list[Point]) -> list[int]:
    """Where it begins, then each step, as whole numbers x, y, x, y; steps of nothing are left out."""
    steps: list[int] = []
    before = (0, 0)
    for x, y in points:
        here = round(x), round(y)
        if not steps or here != before:
            steps += [here[0] - before[0], here[1] - before[1]]
        before = here
    return steps


if __name__ == "__main__":
    main()
