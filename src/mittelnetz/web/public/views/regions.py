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
from mittelnetz.regions.queries import region, regions_in
from mittelnetz.register.queries.coverage import (
    DistrictRow,
    Holder,
    districts_with_holders,
    holders,
    nearest_networks,
    neighbouring_regions,
)
from mittelnetz.rulebook import keys
from mittelnetz.rulebook.keys import COUNTRY, Level
from mittelnetz.web.errors import NotThere
from mittelnetz.web.public_page import public_page


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
    districts = districts_with_holders(COUNTRY, timezone.localdate())
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
        context |= {"districts": districts_with_holders(key, today)}
        return render(request, "public/regions/land.html", context)
    return render(request, "public/regions/show.html", {**context, **_responsible(found, today)})


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
    municipalities = list(regions_in(found.key, Level.MUNICIPALITY)) if found.level == Level.KREIS else []
    municipalities.sort(key=lambda municipality: fold(municipality.name))
    nearest = []
    if not serving and found.lat is not None and found.lon is not None:
        nearest = nearest_networks(found.lat, found.lon, today)
    return {
        "serving": [ServingRow(holder, _only_in(holder, found, municipalities)) for holder in serving],
        "forming": [holder for holder in everyone if not holder.is_serving],
        "nearest": nearest,
        "neighbours": neighbouring_regions(district) if found.valid_until is None else [],
        "municipalities": municipalities,
    }


def _only_in(holder: Holder, found: Region, municipalities: list[Region]) -> list[str]:
    """The names of the district's municipalities that the network covers; none where it covers the whole."""
    if any(keys.covers(code, found.key) for code in holder.codes):
        return []
    covered = [municipality.name for municipality in municipalities if municipality.key in holder.codes]
    return [] if len(covered) == len(municipalities) else covered
