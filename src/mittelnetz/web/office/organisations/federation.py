"""An organisation's time as a partner of the federation: it begins, it ends, or it was entered wrongly."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from mittelnetz.access.office import KEEP_REGISTER
from mittelnetz.register.actions.federation_partnerships import (
    begin_federation_partnership,
    correct_federation_partnership,
    end_federation_partnership,
    strike_federation_partnership,
)
from mittelnetz.register.models import FederationPartnership
from mittelnetz.register.words import FederationLevel
from mittelnetz.web.acting import actor_in, needs
from mittelnetz.web.office.organisations.frame import address, form_page, organisation_of
from mittelnetz.web.ui.form_page import answer
from mittelnetz.web.ui.forms import DayField, PlainForm
from mittelnetz.web.ui.periods import CorrectionForm, EndForm


class BeginForm(PlainForm):
    level = forms.ChoiceField(
        label=_("Als Partner"),
        choices=FederationLevel.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Bitte wählen Sie aus, was gilt.")},
    )
    since = DayField(label=_("Partner ab"), initial=timezone.localdate)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(KEEP_REGISTER)
def begin(request: HttpRequest, organisation_id: str) -> HttpResponse:
    organisation = organisation_of(organisation_id)
    form = BeginForm(request.POST or None)
    return answer(
        request,
        form,
        form_page(organisation, _("Partner der Offensive aufnehmen"), button=_("Aufnehmen")),
        save=lambda: begin_federation_partnership(
            organisation=organisation, **form.cleaned_data, actor=actor_in(request), at=timezone.now()
        ),
        then=address(organisation_id),
        said=_("Der neue Partner ist eingetragen."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@needs(KEEP_REGISTER)
def end(request: HttpRequest, organisation_id: str, partnership_id: int) -> HttpResponse:
    organisation, partnership = organisation_of(organisation_id), _partnership(organisation_id, partnership_id)
    form = EndForm(request.POST or None)
    lead = _("Die Organisation bleibt im Register. Was bisher war, ändert sich nicht.")
    return answer(
        request,
        form,
        form_page(organisation, _("Partnerschaft mit der Offensive beenden"), lead, _("Beenden")),
        save=lambda: end_federation_partnership(
            partnership=partnership, on=form.first_day_without, actor=actor_in(request), at=timezone.now()
        ),
        then=address(organisation_id),
        said=_("Das Ende der Partnerschaft ist eingetragen."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@needs(KEEP_REGISTER)
def correct(request: HttpRequest, organisation_id: str, partnership_id: int) -> HttpResponse:
    organisation, partnership = organisation_of(organisation_id), _partnership(organisation_id, partnership_id)
    form = CorrectionForm(request.POST or None, row=partnership)
    return answer(
        request,
        form,
        form_page(organisation, _("Partnerschaft mit der Offensive berichtigen"), form.LEAD, _("Berichtigen")),
        save=lambda: form.put_right(
            correct_federation_partnership,
            strike_federation_partnership,
            partnership=partnership,
            actor=actor_in(request),
            at=timezone.now(),
        ),
        then=address(organisation_id),
    )


def _partnership(organisation_id: str, pk: int) -> FederationPartnership:
    return get_object_or_404(FederationPartnership, pk=pk, organisation=organisation_id)
