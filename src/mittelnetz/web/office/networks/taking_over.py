"""What a network brings along from the time before its doings were recorded here."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from mittelnetz.access.office import KEEP_REGISTER
from mittelnetz.register.actions.taking_over import take_over_nesting, take_over_status
from mittelnetz.register.models import Network
from mittelnetz.register.words import Status
from mittelnetz.web.acting import actor_in, needs
from mittelnetz.web.office.networks.frame import address, form_page, network_of
from mittelnetz.web.ui.form_page import answer
from mittelnetz.web.ui.forms import DayField, PlainForm

_MISSING = {"required": _("Bitte wählen Sie aus, was gilt.")}


class StatusForm(PlainForm):
    status = forms.ChoiceField(
        label=_("Was das Netzwerk ist"),
        choices=[choice for choice in Status.choices if choice[0] != Status.FORMING],
        widget=forms.RadioSelect,
        error_messages=_MISSING,
    )
    since = DayField(label=_("Seit"), help_text=_("Leer, wenn es niemand mehr weiß."), required=False)
    records_since = DayField(
        label=_("Aufzeichnungen ab"),
        help_text=_("Ab diesem Tag führen Sie das Netzwerk hier. Was vorher fehlt, wird ihm nicht vorgehalten."),
        initial=timezone.localdate,
    )


class NestingForm(PlainForm):
    other = forms.ModelChoiceField(
        Network.objects.order_by("folded_name"),
        label=_("Das andere Netzwerk"),
        empty_label=_("bitte auswählen"),
        error_messages=_MISSING
        | {"invalid_choice": _("Dieses Netzwerk gibt es nicht mehr. Bitte wählen Sie ein anderes.")},
    )
    since = DayField(label=_("Beide haben zugestimmt am"))


@require_http_methods(["GET", "HEAD", "POST"])
@needs(KEEP_REGISTER)
def take_over(request: HttpRequest, network_id: str) -> HttpResponse:
    network = network_of(network_id)
    form = StatusForm(request.POST or None)
    lead = _(
        "Nur für Netzwerke, die es schon vor Mittelnetz gab, und nur einmal. Was danach kommt, beschließen die Gremien."
    )
    return answer(
        request,
        form,
        form_page(network, _("Bisherigen Stand übernehmen"), lead, _("Übernehmen")),
        save=lambda: take_over_status(network=network, **form.cleaned_data, actor=actor_in(request), at=timezone.now()),
        then=address(network_id),
        said=_("Der bisherige Stand ist übernommen."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@needs(KEEP_REGISTER)
def take_nesting_over(request: HttpRequest, network_id: str) -> HttpResponse:
    network = network_of(network_id)
    form = NestingForm(request.POST or None)
    lead = _("Nur wenn beide Netzwerke schon vor Mittelnetz zugestimmt haben.")
    return answer(
        request,
        form,
        form_page(network, _("Bisherige Verschachtelung übernehmen"), lead, _("Übernehmen")),
        save=lambda: take_over_nesting(
            first=network,
            second=form.cleaned_data["other"],
            since=form.cleaned_data["since"],
            actor=actor_in(request),
            at=timezone.now(),
        ),
        then=address(network_id),
        said=_("Die Verschachtelung ist übernommen."),
    )
