"""The history of a network, for those who keep it: with everybody's name."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from mittelnetz.access import networks
from mittelnetz.register.queries.history import network_history
from mittelnetz.register.queries.journal import entries_of_network
from mittelnetz.web.acting import needs
from mittelnetz.web.journal.listing import answer_journal
from mittelnetz.web.mine.networks.frame import workspace
from mittelnetz.web.public.history_sentences import chapters


@require_safe
@needs(networks.EDIT, of="network_id")
def show_history(request: HttpRequest, network_id: str) -> HttpResponse:
    space, today = workspace(network_id), timezone.localdate()
    history = network_history(network_id, today=today, names_all=True)
    if history is None:
        raise Http404
    context = {"space": space, "chapters": chapters(history.moments, today)}
    return render(request, "mine/networks/history.html", context)


@require_safe
@needs(networks.EDIT, of="network_id")
def list_entries(request: HttpRequest, network_id: str) -> HttpResponseBase:
    """Entry by entry, who entered what, also what the dated rows do not tell."""
    context = {"space": workspace(network_id)}
    entries, name = entries_of_network(network_id), f"verlauf-{network_id}"
    return answer_journal(request, entries, "mine/networks/entries.html", context, file_name=name)
