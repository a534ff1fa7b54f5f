"""All organisations, with what the office needs to know of each, to look for one or to change many."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from mittelnetz.access.office import KEEP_REGISTER
from mittelnetz.register.queries.organisations import listed_organisations, with_ties
from mittelnetz.register.words import FederationLevel
from mittelnetz.rulebook.organisations import KIND
from mittelnetz.web.acting import needs
from mittelnetz.web.office.frame import show
from mittelnetz.web.public.lists import choice_from, land_choices, list_page, text_from
from mittelnetz.web.ui.choices import kind_choices


@require_safe
@needs(KEEP_REGISTER)
def list_organisations(request: HttpRequest) -> HttpResponse:
    today, laender = timezone.localdate(), land_choices()
    filters = {
        "suche": text_from(request, "suche"),
        "art": choice_from(request, "art", KIND),
        "land": choice_from(request, "land", dict(laender)),
        "partner": choice_from(request, "partner", FederationLevel.values),
    }
    organisations = listed_organisations(
        day=today, search=filters["suche"], kind=filters["art"], land=filters["land"], partner=filters["partner"]
    )
    context = {
        "page": list_page(request, with_ties(organisations, today), filters),
        "filters": filters,
        "kinds": kind_choices(),
        "laender": laender,
        "levels": FederationLevel.choices,
    }
    return show(request, "office/organisations/list.html", context)
