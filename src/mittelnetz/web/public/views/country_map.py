"""The map of the country, and the same as a table."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from mittelnetz.core.folding import fold
from mittelnetz.regions.outlines import Outline, outlines
from mittelnetz.register.queries.map import MapDistrict, map_districts
from mittelnetz.register.words import Coverage
from mittelnetz.web.maps.country import country_map
from mittelnetz.web.maps.words import who_covers
from mittelnetz.web.public.lists import choice_from, land_choices
from mittelnetz.web.public_page import public_page


@dataclass(frozen=True, slots=True)
class MapRow:
    """A district in the table."""

    outline: Outline
    land: str
    district: MapDistrict
    networks: str


COLUMNS = (("kreis", _("Kreis oder Stadt")), ("land", _("Land")), ("stand", _("Stand")), ("netzwerk", _("Netzwerk")))
_ORDERS: dict[str, Callable[[MapRow], Any]] = {
    "kreis": lambda row: fold(row.outline.name),
    "land": lambda row: (row.land, fold(row.outline.name)),
    "stand": lambda row: (Coverage.values.index(row.district.coverage), fold(row.outline.name)),
    "netzwerk": lambda row: (not row.district.shares, fold(row.networks), fold(row.outline.name)),
}


@require_safe
@public_page("land", "stand", "sortieren")
def show_map(request: HttpRequest) -> HttpResponse:
    laender = dict(land_choices())
    filters = {
        "land": choice_from(request, "land", laender),
        "stand": choice_from(request, "stand", Coverage.values),
    }
    order = choice_from(request, "sortieren", _ORDERS) or "kreis"
    districts = map_districts(list(outlines()), timezone.localdate())
    chosen = {
        key
        for key, district in districts.items()
        if filters["land"] in ("", key[:2]) and filters["stand"] in ("", district.coverage)
    }
    rows = [
        MapRow(outlines()[key], laender.get(key[:2], ""), districts[key], who_covers(districts[key])) for key in chosen
    ]
    context = {
        "map": country_map(districts, faint=districts.keys() - chosen),
        "rows": sorted(rows, key=lambda row: (_ORDERS[order](row), row.outline.key)),
        "columns": COLUMNS,
        "order": order,
        "is_sorted": "sortieren" in request.GET,
        "filters": filters,
        "query": "".join(f"&{name}={value}" for name, value in filters.items() if value),
        "laender": laender.items(),
        "coverages": Coverage.choices,
        "kinds": list(Coverage),
    }
    return render(request, "public/map/show.html", context)
