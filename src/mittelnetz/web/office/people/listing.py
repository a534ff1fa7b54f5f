"""Everybody in the register, and how they stand to having an account."""

from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from mittelnetz.access.office import KEEP_REGISTER
from mittelnetz.exchange.spreadsheets.lists import people_table
from mittelnetz.people.queries import ACCOUNT, INVITED, NEITHER, NO_MAILBOX, listed_people
from mittelnetz.web.acting import needs
from mittelnetz.web.office.frame import show
from mittelnetz.web.public.lists import choice_from, format_from, list_page, text_from
from mittelnetz.web.ui.downloads import table_file

STANDINGS = {
    ACCOUNT: _("hat ein Konto"),
    INVITED: _("ist eingeladen"),
    NEITHER: _("noch nicht eingeladen"),
    NO_MAILBOX: _("ohne E-Mail-Adresse"),
}


@require_safe
@needs(KEEP_REGISTER)
def list_people(request: HttpRequest) -> HttpResponseBase:
    filters = {"suche": text_from(request, "suche"), "konto": choice_from(request, "konto", STANDINGS)}
    people = listed_people(at=timezone.now(), search=filters["suche"], standing=filters["konto"])
    if file_format := format_from(request):
        return table_file(people_table(people), "personen", file_format)
    context = {
        "page": list_page(request, people, filters, order=("name", "id")),
        "filters": filters,
        "standings": list(STANDINGS.items()),
    }
    return show(request, "office/people/list.html", context)
