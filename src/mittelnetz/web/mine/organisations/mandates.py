"""Who acts for an organisation: who begins, who ends, and what was entered wrongly."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from mittelnetz.access import organisations
from mittelnetz.bodies.actions.mandates import begin_mandate, correct_mandate, end_mandate, strike_mandate
from mittelnetz.bodies.models import Mandate
from mittelnetz.bodies.queries import is_last_mandate, mandates_for, people_of
from mittelnetz.web.acting import actor_in, needs, roles_in
from mittelnetz.web.mine.networks.contact_forms import NewOrKnownForm
from mittelnetz.web.mine.organisations.frame import Workspace, workspace
from mittelnetz.web.ui.form_page import FormPage, answer
from mittelnetz.web.ui.forms import DayField
from mittelnetz.web.ui.periods import CorrectionForm, EndForm

_LAST = _(
    "Danach vertritt niemand mehr die Organisation. Tragen Sie besser zuerst ein, wer es weiter macht. "
    "Sonst pflegt die Geschäftsstelle den Eintrag."
)
_ONLY_ONE = _("Sonst vertritt niemand die Organisation: Entfernen Sie den Eintrag, pflegt ihn die Geschäftsstelle.")


class MandateForm(NewOrKnownForm):
    since = DayField(label=_("Erster Tag"), initial=timezone.localdate)
    is_invited = forms.BooleanField(
        label=_("Zu einem Konto einladen"),
        help_text=_("Wer eine E-Mail-Adresse und noch kein Konto hat, bekommt eine Einladung."),
        required=False,
        initial=True,
    )


@require_safe
@needs(organisations.EDIT, of="organisation_id")
def list_mandates(request: HttpRequest, organisation_id: str) -> HttpResponse:
    context = {
        "space": workspace(organisation_id),
        "mandates": mandates_for(organisation_id, timezone.localdate()),
        "own_person": roles_in(request).person,
    }
    return render(request, "mine/organisations/mandates.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(organisations.EDIT, of="organisation_id")
def add_mandate(request: HttpRequest, organisation_id: str) -> HttpResponse:
    space = workspace(organisation_id)
    form = MandateForm(request.POST or None, people=people_of(organisation_id))
    lead = _("Wer eine Organisation vertritt, pflegt ihren Eintrag und antwortet für sie.")
    return answer(
        request,
        form,
        _page(space, _("Vertretung eintragen"), _("Eintragen"), lead),
        save=lambda: begin_mandate(
            organisation=space.organisation,
            person=form.somebody,
            since=form.cleaned_data["since"],
            is_invited=form.cleaned_data["is_invited"],
            actor=actor_in(request),
            at=timezone.now(),
        ),
        then=space.address("mandates"),
        said=_("Die Vertretung ist eingetragen."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@needs(organisations.EDIT, of="organisation_id")
def finish_mandate(request: HttpRequest, organisation_id: str, mandate_id: int) -> HttpResponse:
    space, mandate = workspace(organisation_id), _mandate(organisation_id, mandate_id)
    form = EndForm(request.POST or None)
    lead = _("Danach kann die Person für die Organisation nichts mehr ändern. Was bisher war, ändert sich nicht.")
    if is_last_mandate(mandate, timezone.localdate()):
        lead = _LAST
    return answer(
        request,
        form,
        _page(space, gettext("Vertretung beenden: %(name)s") % {"name": mandate.person.name}, _("Beenden"), lead),
        save=lambda: end_mandate(
            mandate=mandate, on=form.first_day_without, actor=actor_in(request), at=timezone.now()
        ),
        then=lambda: space.after_giving_up(request),
        said=_("Das Ende ist eingetragen."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@needs(organisations.EDIT, of="organisation_id")
def edit_mandate(request: HttpRequest, organisation_id: str, mandate_id: int) -> HttpResponse:
    space, mandate = workspace(organisation_id), _mandate(organisation_id, mandate_id)
    form = CorrectionForm(request.POST or None, row=mandate)
    title = gettext("Vertretung berichtigen: %(name)s") % {"name": mandate.person.name}
    lead = f"{form.LEAD} {_ONLY_ONE}" if is_last_mandate(mandate, timezone.localdate()) else form.LEAD
    return answer(
        request,
        form,
        _page(space, title, _("Berichtigen"), lead),
        save=lambda: form.put_right(
            correct_mandate, strike_mandate, mandate=mandate, actor=actor_in(request), at=timezone.now()
        ),
        then=lambda: space.after_giving_up(request),
    )


def _mandate(organisation_id: str, pk: int) -> Mandate:
    return get_object_or_404(Mandate.objects.select_related("person"), pk=pk, organisation=organisation_id)


def _page(space: Workspace, title: Any, button: Any, lead: Any = "") -> FormPage:
    context = {"space": space, "tab": (_("Vertretung"), space.address("mandates"))}
    return FormPage(title, lead, button, "mine/form.html", context)
