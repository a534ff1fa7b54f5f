"""Regions: all of them, and who is responsible in one."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from mittelnetz.core.folding import fold
from mittelnetz.regions.models import Region
from mittelnetz.regions.outlines import Outline, municipalities_of, neighbours_of, outlines
from mittelnetz.regions.queries import region, regions_in
from mittelnetz.register.queries.coverage import (
    Holder,
    holders,
    nearest_networks,
)
from mittelnetz.register.queries.map import map_districts
from mittelnetz.register.queries.naming import Named
from mittelnetz.rulebook import keys
from mittelnetz.rulebook.keys import COUNTRY, Level
from mittelnetz.web.errors import NotThere
from mittelnetz.web.maps.surroundings import region_map
from mittelnetz.web.maps.words import who_covers
from mittelnetz.web.public_page import public_page


@dataclass(frozen=True, slots=True)
class DistrictRow:
    """A district, and who covers it in words."""

    region: Region
    networks: str


@dataclass(frozen=True, slots=True)
class LandRow:
    region: Region
    districts: list[DistrictRow]


@dataclass(frozen=True, slots=True)
class ServingRow:
    """A network that serves the region, in these municipalities only (none: in all of it)."""

    holder: Holder
    only_in: list[str]


@require_safe
@public_page()
def list_regions(request: HttpRequest) -> HttpResponse:
    districts = _district_rows(COUNTRY, timezone.localdate())
    laender = [
        LandRow(land, [row for row in districts if row.region.key.startswith(land.key)])
        for land in regions_in(COUNTRY, Level.LAND)
    ]
    return render(request, "public/regions/list.html", {"laender": laender})


@require_safe
@public_page()
def show_region(request: HttpRequest, key: str) -> HttpResponse:
    """The page of a key of any level, also of one that has vanished."""
    if key == COUNTRY:
        return redirect("public:regions")
    found = region(key)
    if found is None:
        raise NotThere(
            _("Den amtlichen Schlüssel %(key)s gibt es nicht. Suchen Sie besser nach dem Ort.") % {"key": key},
            way=(_("Alle Regionen ansehen"), reverse("public:regions")),
        )
    today = timezone.localdate()
    context: dict[str, Any] = {"region": found, "above": _above(found)}
    if found.valid_until is None and found.level in {Level.LAND, Level.REGIERUNGSBEZIRK}:
        context |= {"districts": _district_rows(key, today), "map": region_map(str(found), [key], today)}
        return render(request, "public/regions/land.html", context)
    if found.valid_until is None:
        context |= {"map": region_map(str(found), [key[: keys.DISTRICT_LENGTH]], today)}
    return render(request, "public/regions/show.html", {**context, **_responsible(found, today)})


def _district_rows(key: str, day: date) -> list[DistrictRow]:
    """The current districts in the key, by key."""
    districts = list(regions_in(key, Level.KREIS))
    covered = map_districts([district.key for district in districts], day)
    return [DistrictRow(district, who_covers(covered[district.key])) for district in districts]


def _above(found: Region) -> list[Region]:
    """What the region lies in, from the Land down."""
    above: list[Region] = []
    while found.level != Level.LAND and found.parent:
        found = found.parent
        above.insert(0, found)
    return above


def _responsible(found: Region, today: date) -> dict[str, Any]:
    """Who is responsible in a district or municipality; where nobody is, who is near."""
    everyone = holders(found.key, today, with_calls=True)
    serving = [holder for holder in everyone if holder.is_serving]
    district = found.key[: keys.DISTRICT_LENGTH]
    names = municipalities_of().get(found.key, {})
    municipalities = sorted((Named(*item) for item in names.items()), key=lambda named: fold(named.name))
    nearest = []
    if not serving and found.lat is not None and found.lon is not None:
        nearest = nearest_networks(found.lat, found.lon, today)
    return {
        "serving": [ServingRow(holder, _only_in(holder, found, municipalities)) for holder in serving],
        "forming": [holder for holder in everyone if not holder.is_serving],
        "nearest": nearest,
        "neighbours": _neighbours(district) if found.valid_until is None else [],
        "municipalities": municipalities,
    }


def _neighbours(district: str) -> list[Outline]:
    keys_around = neighbours_of().get(district, frozenset())
    return sorted((outlines()[key] for key in keys_around), key=lambda outline: fold(outline.full_name))


def _only_in(holder: Holder, found: Region, municipalities: list[Named]) -> list[str]:
    """The names of the district's municipalities that the network covers; none where it covers the whole."""
    if any(keys.covers(code, found.key) for code in holder.codes):
        return []
    covered = [municipality.name for municipality in municipalities if municipality.key in holder.codes]
    return [] if len(covered) == len(municipalities) else covered
