"""Reads of the country: a region, what lies in it, names, districts covered, neighbours."""

from collections.abc import Collection, Iterable

from django.db.models import Q, QuerySet

from mittelnetz.regions.models import Neighbour, Region
from mittelnetz.rulebook import keys
from mittelnetz.rulebook.keys import COUNTRY, CoveredDistricts, Level


def region(key: str) -> Region | None:
    """The region of a key, current or vanished, with what it lies in."""
    return Region.objects.select_related("parent__parent__parent", "successor").filter(key=key).first()


def regions_in(key: str, level: Level) -> QuerySet[Region]:
    """The current regions of a level inside a key (itself included, if it is of that level), by key."""
    inside = Q() if key == COUNTRY else Q(key__startswith=key)
    return Region.objects.filter(inside, level=level, valid_until=None).order_by("key")


def full_names(codes: Iterable[str]) -> dict[str, str]:
    """The name to show for each code; unknown codes are left out."""
    return {region.key: str(region) for region in Region.objects.filter(key__in=set(codes)).order_by("key")}


def covered_districts(codes: Collection[str]) -> CoveredDistricts:
    """The current districts that the codes cover wholly, and those they cover in part."""
    wanted = Q(level=Level.KREIS) | Q(level=Level.MUNICIPALITY, parent__in=keys.split_districts(codes))
    municipalities: dict[str, set[str]] = {}
    for key, level in Region.objects.filter(wanted, valid_until=None).values_list("key", "level"):
        below = municipalities.setdefault(key[: keys.DISTRICT_LENGTH], set())
        if level == Level.MUNICIPALITY:
            below.add(key)
    return keys.covered_districts(codes, municipalities)


def neighbours(districts: Collection[str]) -> list[str]:
    """The keys of the districts that border on these but are not among them."""
    rows = Neighbour.objects.filter(district__in=districts).exclude(neighbour__in=districts)
    return list(rows.order_by("neighbour_id").values_list("neighbour_id", flat=True).distinct())
