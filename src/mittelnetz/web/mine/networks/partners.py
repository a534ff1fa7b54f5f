"""The partners of a network: who is one, who becomes one, who leaves, and what was entered wrongly."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from mittelnetz.access import networks
from mittelnetz.register.actions.partnerships import (
    begin_partnership,
    correct_partnership,
    end_partnership,
    strike_partnership,
)
from mittelnetz.register.models import Partnership
from mittelnetz.register.queries.partnerships import partnerships_of
from mittelnetz.web.acting import actor_in, needs
from mittelnetz.web.mine.networks.frame import Workspace, workspace
from mittelnetz.web.ui.form_page import FormPage, answer
from mittelnetz.web.ui.forms import DayField, PlainForm
from mittelnetz.web.ui.periods import CorrectionForm, EndForm
from mittelnetz.web.ui.picking import OrganisationField


class JoinForm(PlainForm):
    since = DayField(label=_("Partner ab"), initial=timezone.localdate)
    listed = forms.BooleanField(
        label=_("Die Organisation ist damit einverstanden, öffentlich genannt zu werden."), required=False
    )


class PartnerForm(JoinForm):
    organisation = OrganisationField(
        label=_("Organisation"),
        help_text=_("Der Name, oder ein Teil davon."),
        error_messages={"required": _("Bitte schreiben Sie, welche Organisation Partner wird.")},
    )
    field_order = ("organisation",)


@require_safe
@needs(networks.EDIT, of="network_id")
def list_partners(request: HttpRequest, network_id: str) -> HttpResponse:
    space = workspace(network_id)
    partners = partnerships_of(network_id, timezone.localdate())
    return render(request, "mine/networks/partners.html", {"space": space, "partners": partners})


@require_http_methods(["GET", "HEAD", "POST"])
@needs(networks.EDIT, of="network_id")
def add_partner(request: HttpRequest, network_id: str) -> HttpResponse:
    space = workspace(network_id)
    form = PartnerForm(request.POST or None)
    return answer(
        request,
        form,
        _page(space, _("Partner aufnehmen"), _("Aufnehmen")),
        save=lambda: begin_partnership(
            network=space.network, **form.cleaned_data, actor=actor_in(request), at=timezone.now()
        ),
        then=space.address("partners"),
        said=_("Der neue Partner ist eingetragen."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@needs(networks.EDIT, of="network_id")
def end_partner(request: HttpRequest, network_id: str, partnership_id: int) -> HttpResponse:
    space, partnership = workspace(network_id), partnership_in(network_id, partnership_id)
    form = EndForm(request.POST or None)
    title = gettext("Partnerschaft beenden: %(name)s") % {"name": partnership.organisation.name}
    lead = _("Der Partner bleibt im Verlauf des Netzwerks. Was bisher war, ändert sich nicht.")
    return answer(
        request,
        form,
        _page(space, title, _("Beenden"), lead),
        save=lambda: end_partnership(
            partnership=partnership, on=form.first_day_without, actor=actor_in(request), at=timezone.now()
        ),
        then=space.address("partners"),
        said=_("Das Ende der Partnerschaft ist eingetragen."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@needs(networks.EDIT, of="network_id")
def correct_partner(request: HttpRequest, network_id: str, partnership_id: int) -> HttpResponse:
    space, partnership = workspace(network_id), partnership_in(network_id, partnership_id)
    form = CorrectionForm(request.POST or None, row=partnership)
    title = gettext("Eintrag berichtigen: %(name)s") % {"name": partnership.organisation.name}

    return answer(
        request,
        form,
        _page(space, title, _("Berichtigen"), form.LEAD),
        save=lambda: form.put_right(
            correct_partnership, strike_partnership, partnership=partnership, actor=actor_in(request), at=timezone.now()
        ),
        then=space.address("partners"),
    )


def partnership_in(network_id: str, pk: int) -> Partnership:
    return get_object_or_404(Partnership.objects.select_related("organisation"), pk=pk, network=network_id)


def _page(space: Workspace, title: Any, button: Any, lead: Any = "") -> FormPage:
    context = {"space": space, "tab": (_("Partner"), space.address("partners"))}
    return FormPage(title, lead, button, "mine/form.html", context)
