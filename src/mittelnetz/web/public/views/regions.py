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

from mittelnetz.regions.models import Region
from mittelnetz.regions.queries import region, regions_in
from mittelnetz.register.queries.map import map_districts
from mittelnetz.rulebook import keys
from mittelnetz.rulebook.keys import COUNTRY, Level
from mittelnetz.web.errors import NotThere
from mittelnetz.web.maps.surroundings import region_map
from mittelnetz.web.maps.words import who_covers
from mittelnetz.web.public.responsibility import responsibility
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
    return render(request, "public/regions/show.html", {**context, **responsibility(found, today)})


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
