"""Mistakes that visitors have pointed out: the office reads them, and says when it has dealt with one."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from mittelnetz.access.office import KEEP_REGISTER
from mittelnetz.register.actions.error_reports import settle_error_report
from mittelnetz.register.models import ErrorReport
from mittelnetz.register.queries.error_reports import open_error_reports, settled_error_reports
from mittelnetz.web.acting import actor_in, needs
from mittelnetz.web.office.frame import show
from mittelnetz.web.public.lists import choice_from, list_page
from mittelnetz.web.ui.buttons import chosen_row, press

SETTLED = "erledigt"


@require_http_methods(["GET", "HEAD", "POST"])
@needs(KEEP_REGISTER)
def list_error_reports(request: HttpRequest) -> HttpResponse:
    """Those that wait, the oldest first; with `?stand=erledigt` those that are settled, the latest first."""
    if request.method == "POST":
        return _settle(request)
    filters = {"stand": choice_from(request, "stand", [SETTLED])}
    is_settled = filters["stand"] == SETTLED
    reports = settled_error_reports() if is_settled else open_error_reports()
    page = list_page(request, reports, filters, order=("id",), descending=is_settled)
    return show(request, "office/error_reports.html", {"page": page, "is_settled": is_settled})


def _settle(request: HttpRequest) -> HttpResponse:
    report = chosen_row(request, "report", ErrorReport.objects.all())
    return press(
        request,
        lambda: settle_error_report(report=report, actor=actor_in(request), at=timezone.now()),
        then=reverse("office:error-reports"),
        said=_("Die Meldung ist erledigt."),
    )
