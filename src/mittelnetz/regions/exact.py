"""Regions by key or by whole name, many at once, for tables."""

from collections.abc import Collection, Mapping
from operator import attrgetter

from mittelnetz.core.folding import fold
from mittelnetz.regions.models import Region, Spelling
from mittelnetz.rulebook.keys import Level

_LOCAL = (Level.KREIS, Level.MUNICIPALITY)


def regions_meant(texts: Collection[str]) -> Mapping[str, list[Region]]:
    """For each text the districts or municipalities that it can mean, none where there are none. Two statements.

    A town comes before the district of its name, as whoever means the district says so. A key may lack the zero that
    spreadsheets take from numbers.
    """
    regions = {region.key: region for region in Region.objects.filter(valid_until=None, level__in=_LOCAL)}
    by_name: dict[str, list[Region]] = {}
    for region in regions.values():
        by_name.setdefault(region.full_name, []).append(region)
    spelled: dict[str, list[Region]] = {}
    words = {fold(text) for text in texts if not text.isdigit()} - {""}
    for spelling in Spelling.objects.filter(text__in=words, place="").order_by("region_id"):
        if spelling.region_id in regions:
            spelled.setdefault(spelling.text, []).append(regions[spelling.region_id])
    meant = {}
    for text in texts:
        by_key = regions.get(text) or regions.get(f"0{text}")
        if by_key:
            meant[text] = [by_key]
        else:
            meant[text] = _likeliest(by_name.get(text, [])) or _likeliest(spelled.get(fold(text), []))
    return meant


def _likeliest(regions: list[Region]) -> list[Region]:
    """Cities that are districts, else towns, else districts."""
    ordered = sorted(regions, key=attrgetter("key"))
    for is_likely in (_is_city_district, _is_municipality):
        if likely := [region for region in ordered if is_likely(region)]:
            return likely
    return ordered


def _is_city_district(region: Region) -> bool:
    return region.level == Level.KREIS and region.is_city


def _is_municipality(region: Region) -> bool:
    return region.level == Level.MUNICIPALITY
