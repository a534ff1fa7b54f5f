"""All networks, and those that somebody should look after."""

from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from mittelnetz.access.office import KEEP_REGISTER
from mittelnetz.exchange.spreadsheets.lists import networks_table
from mittelnetz.register.queries.networks import listed_networks, network_rows
from mittelnetz.register.queries.pauses import WITHOUT_CONTACT, resting_or_without_contact
from mittelnetz.register.words import Status
from mittelnetz.web.acting import needs
from mittelnetz.web.office.frame import show
from mittelnetz.web.public.lists import choice_from, format_from, land_choices, list_page, text_from
from mittelnetz.web.ui.downloads import table_file

NEEDS = {WITHOUT_CONTACT: _("hat keine Ansprechperson"), "rests": _("ruht")}


@require_safe
@needs(KEEP_REGISTER)
def list_networks(request: HttpRequest) -> HttpResponseBase:
    today = timezone.localdate()
    filters = {
        "suche": text_from(request, "suche"),
        "status": choice_from(request, "status", Status.values),
        "land": choice_from(request, "land", dict(land_choices())),
        "lage": choice_from(request, "lage", NEEDS),
    }
    networks = listed_networks(day=today, search=filters["suche"], status=filters["status"], land=filters["land"])
    if filters["lage"]:
        networks = networks.filter(resting_or_without_contact(filters["lage"], today))
    if file_format := format_from(request):
        return table_file(networks_table(networks, today), "netzwerke", file_format)
    page = list_page(request, networks, filters)
    context = {
        "page": page,
        "networks": network_rows(page.rows, today),
        "filters": filters,
        "statuses": Status.choices,
        "laender": land_choices(),
        "needs": list(NEEDS.items()),
    }
    return show(request, "office/networks/list.html", context)
