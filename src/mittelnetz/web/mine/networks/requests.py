"""Organisations that ask to become a partner: received, decided, and taken in."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from mittelnetz.access import networks
from mittelnetz.core.settings import settings_on
from mittelnetz.register.actions.partnerships import (
    begin_partnership,
    decide_partner_request,
    receive_partner_request,
)
from mittelnetz.register.models import PartnerRequest
from mittelnetz.register.queries.partner_requests import requests_of
from mittelnetz.register.words import RefusalReason, RequestOutcome
from mittelnetz.web.acting import actor_in, needs
from mittelnetz.web.mine.networks.frame import Workspace, workspace
from mittelnetz.web.mine.networks.partners import JoinForm
from mittelnetz.web.ui.form_page import FormPage, answer
from mittelnetz.web.ui.forms import DayField, PlainForm
from mittelnetz.web.ui.picking import OrganisationField


class RequestForm(PlainForm):
    organisation = OrganisationField(
        label=_("Organisation"),
        help_text=_("Der Name, oder ein Teil davon."),
        error_messages={"required": _("Bitte schreiben Sie, welche Organisation angefragt hat.")},
    )
    on = DayField(label=_("Eingegangen am"), initial=timezone.localdate)


class DecisionForm(PlainForm):
    outcome = forms.ChoiceField(
        label=_("Entscheidung"),
        choices=[(RequestOutcome.ACCEPTED, _("annehmen")), (RequestOutcome.REFUSED, _("ablehnen"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Bitte wählen Sie eine Entscheidung aus.")},
    )
    reason = forms.ChoiceField(
        label=_("Grund einer Absage"), choices=[("", _("kein Grund")), *RefusalReason.choices], required=False
    )
    on = DayField(label=_("Entschieden am"), initial=timezone.localdate)


@require_safe
@needs(networks.EDIT, of="network_id")
def list_requests(request: HttpRequest, network_id: str) -> HttpResponse:
    space, today = workspace(network_id), timezone.localdate()
    requests = requests_of(network_id, today, request_days=settings_on(today)["request_days"])
    return render(request, "mine/networks/requests.html", {"space": space, "requests": requests})


@require_http_methods(["GET", "HEAD", "POST"])
@needs(networks.EDIT, of="network_id")
def add_request(request: HttpRequest, network_id: str) -> HttpResponse:
    space = workspace(network_id)
    form = RequestForm(request.POST or None)
    return answer(
        request,
        form,
        _page(space, _("Anfrage eintragen"), _("Eintragen")),
        save=lambda: receive_partner_request(
            network=space.network, **form.cleaned_data, actor=actor_in(request), at=timezone.now()
        ),
        then=space.address("requests"),
        said=_("Die Anfrage ist eingetragen."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@needs(networks.EDIT, of="network_id")
def decide_request(request: HttpRequest, network_id: str, request_id: int) -> HttpResponse:
    """Whoever accepts is led on to the partnership, which has its own first day."""
    space, asked = workspace(network_id), _request(request_id, network=network_id)
    form = DecisionForm(request.POST or None)
    title = gettext("Über die Anfrage entscheiden: %(name)s") % {"name": asked.organisation.name}
    is_accepted = request.POST.get("outcome") == RequestOutcome.ACCEPTED
    return answer(
        request,
        form,
        _page(space, title, _("Entscheiden"), template="mine/networks/decide.html"),
        save=lambda: decide_partner_request(
            request=asked,
            outcome=form.cleaned_data["outcome"],
            reason="" if is_accepted else form.cleaned_data["reason"],
            on=form.cleaned_data["on"],
            actor=actor_in(request),
            at=timezone.now(),
        ),
        then=space.address("take-in", request_id=asked.pk) if is_accepted else space.address("requests"),
        said=_("Die Entscheidung ist eingetragen."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@needs(networks.EDIT, of="network_id")
def take_in(request: HttpRequest, network_id: str, request_id: int) -> HttpResponse:
    space = workspace(network_id)
    asked = _request(request_id, network=network_id, outcome=RequestOutcome.ACCEPTED)
    form = JoinForm(request.POST or None, initial={"since": asked.decided_on})
    title = gettext("Als Partner aufnehmen: %(name)s") % {"name": asked.organisation.name}
    return answer(
        request,
        form,
        _page(space, title, _("Aufnehmen"), _("Die Anfrage ist angenommen. Ab wann ist die Organisation Partner?")),
        save=lambda: begin_partnership(
            network=space.network,
            organisation=asked.organisation,
            **form.cleaned_data,
            actor=actor_in(request),
            at=timezone.now(),
        ),
        then=space.address("partners"),
        said=_("Der neue Partner ist eingetragen."),
    )


def _request(pk: int, **wanted: str) -> PartnerRequest:
    return get_object_or_404(PartnerRequest.objects.select_related("organisation"), pk=pk, **wanted)


def _page(space: Workspace, title: Any, button: Any, lead: Any = "", template: str = "mine/form.html") -> FormPage:
    return FormPage(title, lead, button, template, {"space": space, "tab": (_("Anfragen"), space.address("requests"))})
