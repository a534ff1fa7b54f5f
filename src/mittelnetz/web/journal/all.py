"""The whole journal, for the operator: everything that was done, with number and hash."""

from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe

from mittelnetz.access.journal import READ_ALL
from mittelnetz.core.models import Entry
from mittelnetz.web.acting import needs
from mittelnetz.web.journal.listing import answer_journal


@require_safe
@needs(READ_ALL)
def show_journal(request: HttpRequest) -> HttpResponseBase:
    context = {"with_hash": True}
    return answer_journal(request, Entry.objects.all(), "web/journal/all.html", context, file_name="verlauf")
