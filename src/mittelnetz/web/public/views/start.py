"""The start page, with the search by postcode or place."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from mittelnetz.regions.search import resolve
from mittelnetz.register.queries.coverage import figures
from mittelnetz.web.public_page import public_page


@require_safe
@public_page("ort")
def show_start(request: HttpRequest) -> HttpResponse:
    """The start page; with `?ort=` the region that is meant, a choice of several, or 404 and what to do next."""
    place = " ".join(request.GET.get("ort", "").replace("\0", "").split())
    if not place:
        return render(request, "public/start/start.html", {"figures": figures(timezone.localdate())})
    candidates = resolve(place)
    if len(candidates) == 1:
        return redirect("public:region", candidates[0].key)
    context = {"place": place, "candidates": candidates}
    return render(request, "public/start/search.html", context, status=200 if candidates else 404)
