"""Addresses of records that have another id today."""

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import reverse

from mittelnetz.register.queries.former_ids import Renamed, current_id
from mittelnetz.web.errors import NotThere


def moved(request: HttpRequest, model: Renamed, id: str, *, missing: NotThere) -> HttpResponse:
    """Leads to the same page of the record that had this id before; raises `missing` where none had."""
    current, match = current_id(model, id), request.resolver_match
    if current is None or match is None:
        raise missing
    address = reverse(match.view_name, kwargs=dict.fromkeys(match.kwargs, current))
    query = request.META.get("QUERY_STRING", "")
    response = HttpResponsePermanentRedirect(f"{address}?{query}" if query else address)
    response["Cache-Control"] = "no-cache"  # the record may get its old id back
    return response
