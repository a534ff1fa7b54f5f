"""Networks: the list, and the page of one."""

from datetime import date

from django.db.models import QuerySet
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from mittelnetz.exchange.spreadsheets.lists import networks_table
from mittelnetz.register.models import Network
from mittelnetz.register.queries.contacts import first_call
from mittelnetz.register.queries.history import network_history
from mittelnetz.register.queries.naming import Named
from mittelnetz.register.queries.network_page import network_page
from mittelnetz.register.queries.networks import last_regions, listed_networks, network_rows
from mittelnetz.register.words import Status
from mittelnetz.rulebook.standing import ENDED
from mittelnetz.web.errors import NotThere
from mittelnetz.web.maps.surroundings import network_map
from mittelnetz.web.public.days import day_asked_for
from mittelnetz.web.public.history_sentences import chapters
from mittelnetz.web.public.lists import choice_from, land_choices, list_page, text_from
from mittelnetz.web.public.moved import moved
from mittelnetz.web.public_page import public_page
from mittelnetz.web.ui.downloads import table_file


@require_safe
@public_page("suche", "status", "land", "seite")
def list_networks(request: HttpRequest) -> HttpResponse:
    today, laender = timezone.localdate(), land_choices()
    filters = _filters(request, laender)
    page = list_page(request, _filtered(filters, today), filters)
    context = {
        "page": page,
        "networks": network_rows(page.rows, today),
        "filters": filters,
        "statuses": Status.choices,
        "laender": laender,
    }
    return render(request, "public/networks/list.html", context)


@require_safe
@public_page("suche", "status", "land")
def show_table(request: HttpRequest, file_format: str) -> FileResponse:
    """The whole list, as filtered."""
    today = timezone.localdate()
    networks = _filtered(_filters(request, land_choices()), today)
    return table_file(networks_table(networks, today), "netzwerke", file_format)


@require_safe
@public_page("stand")
def show_network(request: HttpRequest, network_id: str) -> HttpResponse:
    """The network today, or as of an earlier day with `?stand=`."""
    today = timezone.localdate()
    day = day_asked_for(request, today)
    page = network_page(network_id, day, today=today)
    if page is None:
        return _elsewhere(request, network_id)
    has_ended = page.standing.status in ENDED
    context = {
        "page": page,
        "network": page.network,
        "has_ended": has_ended,
        "last_regions": last_regions(network_id, day) if has_ended and not page.regions else [],
        "call": first_call(page.contacts),
        "map": network_map(Named(network_id, page.network.name), [region.key for region in page.regions], day),
        "today": today,
        "past_day": day if day < today else None,
        "plain_address": request.build_absolute_uri(request.path),
    }
    return render(request, "public/networks/show.html", context)


@require_safe
@public_page()
def show_history(request: HttpRequest, network_id: str) -> HttpResponse:
    """What happened to a network, in sentences, newest first."""
    today = timezone.localdate()
    history = network_history(network_id, today=today)
    if history is None:
        return _elsewhere(request, network_id)
    context = {"network": history.network, "chapters": chapters(history.moments, today)}
    return render(request, "public/networks/history.html", context)


def _filters(request: HttpRequest, laender: list[tuple[str, str]]) -> dict[str, str]:
    return {
        "suche": text_from(request, "suche"),
        "status": choice_from(request, "status", Status.values),
        "land": choice_from(request, "land", dict(laender)),
    }


def _filtered(filters: dict[str, str], day: date) -> "QuerySet[Network]":
    return listed_networks(day=day, search=filters["suche"], status=filters["status"], land=filters["land"])


def _elsewhere(request: HttpRequest, network_id: str) -> HttpResponse:
    missing = NotThere(
        _("Ein Netzwerk mit der Kennung „%(id)s“ gibt es hier nicht.") % {"id": network_id},
        way=(_("Alle Netzwerke ansehen"), reverse("public:networks")),
    )
    return moved(request, Network, network_id, missing=missing)
