"""The history of an organisation, for those who keep it: who entered what."""

from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe

from mittelnetz.access import organisations
from mittelnetz.register.queries.journal import entries_of_organisation
from mittelnetz.web.acting import needs
from mittelnetz.web.journal.listing import answer_journal
from mittelnetz.web.mine.organisations.frame import workspace


@require_safe
@needs(organisations.EDIT, of="organisation_id")
def show_history(request: HttpRequest, organisation_id: str) -> HttpResponseBase:
    context = {"space": workspace(organisation_id)}
    entries, name = entries_of_organisation(organisation_id), f"verlauf-{organisation_id}"
    return answer_journal(request, entries, "mine/organisations/history.html", context, file_name=name)
