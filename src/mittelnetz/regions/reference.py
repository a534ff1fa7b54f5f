"""Reads and checks the reference data. What comes out is whole and consistent, or MalformedReferenceData."""

import csv
import io
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TypeVar

from mittelnetz.regions.models import Neighbour, Postcode, Region
from mittelnetz.rulebook.keys import COUNTRY, DISTRICT_LENGTH, Level, level

PACKAGED: Traversable = files("mittelnetz.regions") / "data"

_Row = dict[str, str]
_T = TypeVar("_T")
_SOUTH, _NORTH, _WEST, _EAST = 47.0, 55.2, 5.8, 15.2


class MalformedReferenceData(ValueError):
    """The files cannot be what they should be; the message names the file, and the line where there is one."""


@dataclass(frozen=True, slots=True)
class Vanished:
    """A key that no longer holds from `valid_until` on, and what became of it."""

    key: str
    name: str
    valid_until: date
    successor: str | None


@dataclass(frozen=True, slots=True)
class Reference:
    """All reference data as unsaved rows; regions come after those they lie in."""

    status_on: date
    regions: list[Region]
    postcodes: list[Postcode]
    neighbours: list[Neighbour]
    history: list[Vanished]


def read_reference(data: Traversable = PACKAGED) -> Reference:
    status_on = read_status(data)
    above = _table(data, "regions.csv", lambda row: _region(row, status_on))
    town_halls = _table(data, "municipalities.csv", lambda row: (_municipality(row, status_on), row["postcode"]))
    municipalities = [region for region, _ in town_halls]
    regions = [_country(above, status_on), *above, *municipalities]
    _check_regions(regions)
    _name_municipalities(town_halls, {region.key: region for region in above})
    postcodes = _table(data, "postcodes.csv", _postcode)
    _check_postcodes(postcodes, regions)
    _find_municipalities(postcodes, municipalities)
    neighbours = _table(data, "adjacency.csv", _neighbour)
    _check_neighbours(neighbours, regions)
    history = _table(data, "history.csv", _vanished)
    _check_history(history, regions)
    return Reference(status_on, regions, postcodes, neighbours, history)


def read_status(data: Traversable = PACKAGED) -> date:
    """The day whose territorial status the data shows."""
    try:
        return date.fromisoformat((data / "status.txt").read_text(encoding="ascii").strip())
    except (OSError, ValueError) as error:
        raise MalformedReferenceData(f"status.txt: {error}") from error


def _table(data: Traversable, name: str, parse: Callable[[_Row], _T]) -> list[_T]:
    try:
        text = (data / name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise MalformedReferenceData(f"{name}: {error}") from error
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        rows = [parse(_whole(row)) for row in reader]
    except KeyError as error:
        raise MalformedReferenceData(f"{name}: there is no column {error}") from error
    except (ValueError, ArithmeticError, csv.Error) as error:
        raise MalformedReferenceData(f"{name}, line {reader.line_num}: {error}") from error
    if not rows:
        raise MalformedReferenceData(f"{name}: there are no rows")
    return rows


def _whole(row: _Row) -> _Row:
    if None in row or None in row.values():
        raise ValueError("not as many values as columns")
    return row


def _country(above: Iterable[Region], status_on: date) -> Region:
    laender = [region for region in above if region.level == Level.LAND]
    return Region(
        key=COUNTRY,
        level=Level.COUNTRY,
        name="Deutschland",
        official_name="Bundesrepublik Deutschland",
        full_name="Deutschland",
        kind="Bundesrepublik",
        nuts=COUNTRY,
        population=sum(region.population or 0 for region in laender),
        area_km2=sum((region.area_km2 or Decimal(0) for region in laender), Decimal(0)),
        seat="Berlin",
        status_on=status_on,
    )


def _region(row: _Row, status_on: date) -> Region:
    region = _area(row, status_on)
    if region.level != row["level"]:
        raise ValueError(f"{region.key} cannot be the key of a {row['level']}")
    region.full_name = row["full_name"]
    region.parent_id = row["parent_ags"] or COUNTRY
    region.nuts = row["nuts"]
    region.seat = row["seat"]
    return region


def _municipality(row: _Row, status_on: date) -> Region:
    region = _area(row, status_on)
    if region.level != Level.MUNICIPALITY or not region.key.startswith(row["kreis_ags"]):
        raise ValueError(f"{region.key} cannot be the key of a municipality in {row['kreis_ags']}")
    region.parent_id = row["kreis_ags"]
    return region


def _area(row: _Row, status_on: date) -> Region:
    return Region(
        key=row["ags"],
        level=level(row["ags"]),
        name=_text(row["name"]),
        official_name=_text(row["official_name"]),
        kind=row["kind"],
        population=int(row["population"]),
        area_km2=Decimal(row["area_km2"]),
        lat=_degrees(row["lat"], _SOUTH, _NORTH),
        lon=_degrees(row["lon"], _WEST, _EAST),
        status_on=status_on,
    )


def _postcode(row: _Row) -> Postcode:
    if not (len(row["postcode"]) == DISTRICT_LENGTH and row["postcode"].isdecimal()):
        raise ValueError(f"not a postcode: {row['postcode']!r}")
    return Postcode(
        postcode=row["postcode"],
        district_id=row["kreis_ags"],
        place=_text(row["place"]),
        is_area=_is(row["type"], "area", otherwise="recipient"),
        is_primary=_is(row["primary"], "1", otherwise="0"),
        lat=_degrees(row["lat"], _SOUTH, _NORTH),
        lon=_degrees(row["lon"], _WEST, _EAST),
    )


def _neighbour(row: _Row) -> Neighbour:
    return Neighbour(district_id=row["ags"], neighbour_id=row["neighbour_ags"])


def _vanished(row: _Row) -> Vanished:
    level(row["ags"])
    return Vanished(row["ags"], _text(row["name"]), date.fromisoformat(row["valid_until"]), row["successor"] or None)


def _text(value: str) -> str:
    if not value.strip():
        raise ValueError("a name is empty")
    return value


def _is(value: str, wanted: str, *, otherwise: str) -> bool:
    if value not in (wanted, otherwise):
        raise ValueError(f"{value!r} must be {wanted!r} or {otherwise!r}")
    return value == wanted


def _degrees(value: str, least: float, most: float) -> float:
    degrees = float(value)
    if not least <= degrees <= most:
        raise ValueError(f"{value} lies outside the country")
    return degrees


def _name_municipalities(town_halls: list[tuple[Region, str]], above: dict[str, Region]) -> None:
    """Give each municipality a name that no other region has: by its district, if need be by its town hall's postcode.

    The names of the districts are unambiguous in the data.
    """
    municipalities = [region for region, _ in town_halls]
    named = Counter((region.parent_id, region.name) for region in municipalities)
    officially = Counter((region.parent_id, region.official_name) for region in municipalities)
    for region, postcode in town_halls:
        district = above[str(region.parent_id)].full_name
        if region.is_city:
            region.full_name = f"Stadt {region.name}"
        elif named[region.parent_id, region.name] == 1:
            region.full_name = f"{region.name} ({district})"
        elif officially[region.parent_id, region.official_name] == 1:
            region.full_name = f"{region.official_name} ({district})"
        else:
            region.full_name = f"{postcode} {region.name} ({district})"


def _find_municipalities(postcodes: list[Postcode], municipalities: list[Region]) -> None:
    """Tie a place to the city that its district is, or to the only municipality there with its name."""
    named: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    cities = {str(region.parent_id): region.key for region in municipalities if region.is_city}
    for region in municipalities:
        named[str(region.parent_id), region.name].append(region.key)
    for row in postcodes:
        namesakes = named[row.district_id, row.place]
        row.municipality_id = cities.get(row.district_id, namesakes[0] if len(namesakes) == 1 else None)


def _check_regions(regions: list[Region]) -> None:
    by_key = {region.key: region for region in regions}
    if len(by_key) != len(regions):
        raise MalformedReferenceData(f"regions: keys stand twice: {_first_twice(region.key for region in regions)}")
    for region in regions[1:]:
        parent = by_key.get(str(region.parent_id))
        if parent is None or not (parent.key == COUNTRY or region.key.startswith(parent.key)):
            raise MalformedReferenceData(f"regions: {region.key} cannot lie in {region.parent_id}")
    empty = {region.key for region in regions if region.level == Level.KREIS}
    empty -= {str(region.parent_id) for region in regions}
    if empty:
        raise MalformedReferenceData(f"regions: districts without a municipality: {', '.join(sorted(empty))}")


def _check_postcodes(postcodes: list[Postcode], regions: list[Region]) -> None:
    districts = {region.key for region in regions if region.level == Level.KREIS}
    primary: defaultdict[str, set[str]] = defaultdict(set)
    for row in postcodes:
        if row.district_id not in districts:
            raise MalformedReferenceData(f"postcodes: {row.postcode} lies in {row.district_id}, which is no district")
        if row.is_primary:
            primary[row.postcode].add(row.district_id)
    for row in postcodes:
        if len(primary[row.postcode]) != 1:
            raise MalformedReferenceData(f"postcodes: {row.postcode} must have one primary district")
    if twice := _first_twice((row.postcode, row.district_id, row.place) for row in postcodes):
        raise MalformedReferenceData(f"postcodes: a row stands twice: {twice}")


def _check_neighbours(neighbours: list[Neighbour], regions: list[Region]) -> None:
    districts = {region.key for region in regions if region.level == Level.KREIS}
    pairs = {(row.district_id, row.neighbour_id) for row in neighbours}
    for first, second in pairs:
        if first not in districts or first == second or (second, first) not in pairs:
            raise MalformedReferenceData(f"adjacency: {first} and {second} must be two districts, in both directions")
    if len(pairs) != len(neighbours):
        raise MalformedReferenceData("adjacency: a pair stands twice")


def _check_history(history: list[Vanished], regions: list[Region]) -> None:
    current = {region.key for region in regions}
    known = current | {vanished.key for vanished in history}
    for vanished in history:
        if vanished.key in current:
            raise MalformedReferenceData(f"history: {vanished.key} has not vanished")
        if vanished.successor is not None and vanished.successor not in known:
            raise MalformedReferenceData(f"history: {vanished.successor}, the successor of {vanished.key}, is unknown")


def _first_twice(values: Iterable[_T]) -> _T | None:
    return next((value for value, count in Counter(values).items() if count > 1), None)
