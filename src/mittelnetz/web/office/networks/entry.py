"""A network: what it is, a new one that is forming, and its id."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from mittelnetz.access.office import KEEP_REGISTER
from mittelnetz.register.actions.ids import chosen_id
from mittelnetz.register.actions.networks import form_network
from mittelnetz.register.actions.renaming import rename_network
from mittelnetz.register.queries.map import overlapping_networks
from mittelnetz.register.queries.over_time import over_time
from mittelnetz.register.words import Status
from mittelnetz.rulebook.standing import StatusSpan, standing_on
from mittelnetz.web.acting import actor_in, needs
from mittelnetz.web.maps.sheet import districts_of
from mittelnetz.web.office.frame import show
from mittelnetz.web.office.networks.frame import address, form_page, network_of
from mittelnetz.web.office.organisations.entry import IdForm
from mittelnetz.web.ui.form_page import answer
from mittelnetz.web.ui.forms import DayField, PlainForm


class NewForm(PlainForm):
    name = forms.CharField(
        label=_("Name"), max_length=250, error_messages={"required": _("Ein Netzwerk braucht einen Namen.")}
    )
    since = DayField(label=_("In Gründung seit"), initial=timezone.localdate)
    id = forms.CharField(
        label=_("Kennung"),
        help_text=_("Sie steht in der Adresse der Seite. Wenn Sie nichts eintragen, entsteht sie aus dem Namen."),
        max_length=80,
        required=False,
    )


@require_safe
@needs(KEEP_REGISTER)
def show_network(request: HttpRequest, network_id: str) -> HttpResponse:
    network, today = network_of(network_id), timezone.localdate()
    regions = over_time(network.regions.select_related("region").order_by("region"), today)
    statuses = list(network.statuses.order_by("since", "pk"))
    districts = districts_of([row.region_id for row in regions.current])
    context = {
        "network": network,
        "standing": standing_on([StatusSpan(row.status, row.period) for row in statuses], today),
        "regions": regions,
        "overlapping": overlapping_networks(network_id, districts, today),
        "statuses": statuses,
        "can_take_over": all(row.status == Status.FORMING for row in statuses),
    }
    return show(request, "office/networks/show.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(KEEP_REGISTER)
def add_new(request: HttpRequest) -> HttpResponse:
    form = NewForm(request.POST or None)
    lead = _("Es steht danach als „in Gründung“ im Register. Anerkannt wird es durch Beschluss des Plenums.")

    def add() -> None:
        values = form.cleaned_data
        values["id"] = chosen_id(values["id"], name=values["name"])
        form_network(**values, actor=actor_in(request), at=timezone.now())

    return answer(
        request,
        form,
        form_page(None, _("Netzwerk aufnehmen"), lead, _("Aufnehmen")),
        save=add,
        then=lambda: address(form.cleaned_data["id"]),
        said=_("Das Netzwerk ist aufgenommen."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@needs(KEEP_REGISTER)
def rename(request: HttpRequest, network_id: str) -> HttpResponse:
    network = network_of(network_id)
    form = IdForm(request.POST or None, initial={"id": network_id})
    lead = _("Die Kennung steht in der Adresse der Seite. Die alte Adresse führt weiter hierher.")
    return answer(
        request,
        form,
        form_page(network, _("Kennung ändern"), lead),
        save=lambda: rename_network(
            network=network, id=form.cleaned_data["id"], actor=actor_in(request), at=timezone.now()
        ),
        then=lambda: address(form.cleaned_data["id"]),
        said=_("Das Netzwerk hat jetzt diese Kennung."),
    )
