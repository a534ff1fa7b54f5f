"""What is given to a person by name: the office, or the operator."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from mittelnetz.access import people
from mittelnetz.access.office import KEEP_REGISTER
from mittelnetz.people.actions.grants import end_grant, grant_role, strike_grant
from mittelnetz.people.models import Grant
from mittelnetz.people.words import Role
from mittelnetz.web.acting import actor_in, needs, require, roles_in
from mittelnetz.web.office.people.frame import address, form_page, person_of
from mittelnetz.web.ui.buttons import press
from mittelnetz.web.ui.form_page import answer
from mittelnetz.web.ui.forms import DayField, PlainForm
from mittelnetz.web.ui.periods import EndForm


class GrantForm(PlainForm):
    role = forms.ChoiceField(
        label=_("Aufgabe"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Bitte wählen Sie aus, was gilt.")},
    )
    since = DayField(label=_("Erster Tag"), initial=timezone.localdate)

    def __init__(self, data: Any = None, *, roles: list[Role]) -> None:
        super().__init__(data)
        self.fields["role"].choices = [(role.value, role.label) for role in roles]  # type: ignore[attr-defined]


@require_http_methods(["GET", "HEAD", "POST"])
@needs(KEEP_REGISTER)
def begin(request: HttpRequest, person_id: str) -> HttpResponse:
    person = person_of(person_id)
    form = GrantForm(request.POST or None, roles=people.grantable(roles_in(request)))
    lead = _("Alles andere, was jemand darf, folgt aus dem Register: Ansprechpersonen, Vertretungen und Sitze.")
    return answer(
        request,
        form,
        form_page(person, _("Aufgabe geben"), lead, _("Eintragen")),
        save=lambda: grant_role(person=person, **form.cleaned_data, actor=actor_in(request), at=timezone.now()),
        then=address(person.pk),
        said=_("Die Aufgabe ist eingetragen."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@needs(KEEP_REGISTER)
def end(request: HttpRequest, person_id: str, grant_id: int) -> HttpResponse:
    person, grant = person_of(person_id), _grant(request, person_id, grant_id)
    form = EndForm(request.POST or None)
    title = gettext("Aufgabe beenden: %(role)s") % {"role": grant.get_role_display()}
    return answer(
        request,
        form,
        form_page(person, title, button=_("Beenden")),
        save=lambda: end_grant(grant=grant, on=form.first_day_without, actor=actor_in(request), at=timezone.now()),
        then=address(person.pk),
        said=_("Das Ende ist eingetragen."),
    )


@require_POST
@needs(KEEP_REGISTER)
def strike(request: HttpRequest, person_id: str, grant_id: int) -> HttpResponse:
    grant = _grant(request, person_id, grant_id)
    return press(
        request,
        lambda: strike_grant(grant=grant, actor=actor_in(request), at=timezone.now()),
        then=address(person_id),
        said=_("Der Eintrag ist entfernt."),
    )


def _grant(request: HttpRequest, person_id: str, pk: int) -> Grant:
    grant = get_object_or_404(Grant, pk=pk, person=person_id)
    require(request, people.GRANTS[Role(grant.role)], person_id)
    return grant
