"""The start page, with the search by postcode or place."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from mittelnetz.regions.outlines import outlines
from mittelnetz.regions.search import resolve
from mittelnetz.register.queries.coverage import figures
from mittelnetz.register.queries.map import map_districts
from mittelnetz.register.words import Coverage
from mittelnetz.web.maps.country import country_map
from mittelnetz.web.public.lists import text_from
from mittelnetz.web.public_page import public_page


@require_safe
@public_page("ort")
def show_start(request: HttpRequest) -> HttpResponse:
    """The start page; with `?ort=` the region that is meant, a choice of several, or 404 and what to do next."""
    place = text_from(request, "ort")
    if not place:
        today = timezone.localdate()
        districts = map_districts(list(outlines()), today)
        context = {
            "figures": figures(districts.values(), today),
            "map": country_map(districts),
            "kinds": list(Coverage),
        }
        return render(request, "public/start/start.html", context)
    candidates = resolve(place)
    if len(candidates) == 1:
        return redirect("public:region", candidates[0].key)
    context = {"place": place, "candidates": candidates}
    return render(request, "public/start/search.html", context, status=200 if candidates else 404)
