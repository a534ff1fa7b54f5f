"""What waits for the office."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from mittelnetz.access.office import KEEP_REGISTER
from mittelnetz.register.models import Network, Organisation
from mittelnetz.register.queries.duplicates import likely_duplicates
from mittelnetz.register.queries.error_reports import open_error_reports
from mittelnetz.register.queries.pauses import WITHOUT_CONTACT, resting_or_without_contact
from mittelnetz.web.acting import needs
from mittelnetz.web.office.frame import show

MOST_NAMED = 50


@require_safe
@needs(KEEP_REGISTER)
def show_start(request: HttpRequest) -> HttpResponse:
    context = {
        "reports": open_error_reports().count(),
        "proposals": Organisation.objects.exclude(proposed_kind="").order_by("folded_name", "pk")[:MOST_NAMED],
        "without_contact": Network.objects.filter(
            resting_or_without_contact(WITHOUT_CONTACT, timezone.localdate())
        ).count(),
        "duplicates": len(likely_duplicates()),
        "which": WITHOUT_CONTACT,
    }
    return show(request, "office/start.html", context)
