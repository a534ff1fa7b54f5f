"""The overview of processing: what is kept about people, and why."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from mittelnetz.access.office import KEEP_REGISTER
from mittelnetz.people.foreign import declared
from mittelnetz.web.acting import needs
from mittelnetz.web.office.frame import show


@require_safe
@needs(KEEP_REGISTER)
def show_processing(request: HttpRequest) -> HttpResponse:
    kinds = [personal for _, personal in declared() if personal.is_about_people]
    return show(request, "office/data_protection.html", {"kinds": sorted(kinds, key=lambda kind: str(kind.what))})
