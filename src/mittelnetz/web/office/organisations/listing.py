"""All organisations, with what the office needs to know of each, to look for one or to change many."""

from datetime import date

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from mittelnetz.access.office import KEEP_REGISTER
from mittelnetz.bodies.models import Mandate
from mittelnetz.exchange.spreadsheets.lists import organisations_table
from mittelnetz.register.actions.bulk import MOST_AT_ONCE
from mittelnetz.register.models import Organisation
from mittelnetz.register.queries.organisations import found_organisations, with_ties
from mittelnetz.register.words import FederationLevel
from mittelnetz.rulebook.organisations import KIND
from mittelnetz.web.acting import needs
from mittelnetz.web.office.frame import show
from mittelnetz.web.public.lists import choice_from, format_from, land_choices, list_page, text_from
from mittelnetz.web.ui.choices import kind_choices
from mittelnetz.web.ui.downloads import table_file

REPRESENTED = {"ja": _("hat eine Vertretung"), "nein": _("hat keine Vertretung")}


@require_safe
@needs(KEEP_REGISTER)
def list_organisations(request: HttpRequest) -> HttpResponseBase:
    today = timezone.localdate()
    laender = land_choices()
    organisations, filters = chosen_organisations(request, today, laender)
    if file_format := format_from(request):
        return table_file(organisations_table(organisations, public=False), "organisationen", file_format)
    chosen = {name: value for name, value in filters.items() if value}
    number = organisations.count()
    context = {
        "page": list_page(request, with_ties(organisations, today), filters),
        "filters": filters,
        "number": number,
        "all_of_them": urlencode({**chosen, "alle": "1"}) if chosen and number <= MOST_AT_ONCE else "",
        "kinds": kind_choices(),
        "laender": laender,
        "levels": FederationLevel.choices,
        "represented": list(REPRESENTED.items()),
    }
    return show(request, "office/organisations/list.html", context)


def chosen_organisations(
    request: HttpRequest, day: date, laender: list[tuple[str, str]]
) -> tuple["QuerySet[Organisation]", dict[str, str]]:
    """Those that the filters in the address leave, and the filters."""
    filters = {
        "suche": text_from(request, "suche"),
        "art": choice_from(request, "art", KIND),
        "land": choice_from(request, "land", dict(laender)),
        "partner": choice_from(request, "partner", FederationLevel.values),
        "vertretung": choice_from(request, "vertretung", REPRESENTED),
    }
    organisations = found_organisations(
        day=day, search=filters["suche"], kind=filters["art"], land=filters["land"], partner=filters["partner"]
    )
    if filters["vertretung"]:
        acting = Mandate.objects.in_force(day).values("organisation")
        is_represented = Q(pk__in=acting)
        organisations = organisations.filter(is_represented if filters["vertretung"] == "ja" else ~is_represented)
    return organisations, filters
