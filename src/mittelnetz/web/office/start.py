"""What waits for the office."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from mittelnetz.access.office import KEEP_REGISTER
from mittelnetz.register.queries.error_reports import open_error_reports
from mittelnetz.web.acting import needs
from mittelnetz.web.office.frame import show


@require_safe
@needs(KEEP_REGISTER)
def show_start(request: HttpRequest) -> HttpResponse:
    return show(request, "office/start.html", {"reports": open_error_reports().count()})
