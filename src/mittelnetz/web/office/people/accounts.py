"""How a person comes to an account, and is signed out of it."""

from collections.abc import Callable

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from mittelnetz.access import people
from mittelnetz.access.office import KEEP_REGISTER
from mittelnetz.people.actions.accounts import (
    block_account,
    end_sessions,
    invite_person,
    unblock_account,
    withdraw_invitation,
)
from mittelnetz.people.models import Account, Grant, Invitation
from mittelnetz.people.words import Role
from mittelnetz.web.acting import NotAllowed, actor_in, needs, roles_in
from mittelnetz.web.office.people.frame import address, form_page, person_of
from mittelnetz.web.ui.buttons import press
from mittelnetz.web.ui.form_page import Words, answer
from mittelnetz.web.ui.forms import PlainForm


class InvitationForm(PlainForm):
    email = forms.EmailField(
        label=_("E-Mail"),
        help_text=_("Wohin die Einladung geht. Damit meldet sich die Person später an."),
        error_messages={
            "required": _("Ohne E-Mail-Adresse geht es nicht."),
            "invalid": _("Diese E-Mail-Adresse ist unvollständig. Bitte prüfen Sie sie."),
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
@needs(KEEP_REGISTER)
def invite(request: HttpRequest, person_id: str) -> HttpResponse:
    person = person_of(person_id)
    form = InvitationForm(request.POST or None, initial={"email": person.email})
    lead = _("Die Einladung gilt zwei Wochen. Eine frühere, die noch offen ist, gilt danach nicht mehr.")
    return answer(
        request,
        form,
        form_page(person, _("Einladen"), lead, _("Einladung schicken")),
        save=lambda: invite_person(
            person=person, email=form.cleaned_data["email"], actor=actor_in(request), at=timezone.now()
        ),
        then=address(person.pk),
        said=_("Die Einladung geht per Mail hinaus."),
    )


@require_POST
@needs(KEEP_REGISTER)
def withdraw(request: HttpRequest, person_id: str) -> HttpResponse:
    invitation = get_object_or_404(Invitation, person=person_id, accepted_at=None, withdrawn_at=None)
    return press(
        request,
        lambda: withdraw_invitation(invitation=invitation, actor=actor_in(request), at=timezone.now()),
        then=address(person_id),
        said=_("Die Einladung gilt nicht mehr."),
    )


@require_POST
@needs(KEEP_REGISTER)
def sign_out(request: HttpRequest, person_id: str) -> HttpResponse:
    account = get_object_or_404(Account.objects.select_related("person"), person=person_id)
    return press(
        request,
        lambda: end_sessions(account=account, actor=actor_in(request), at=timezone.now()),
        then=address(person_id),
        said=_("Die Person ist überall abgemeldet."),
    )


@require_POST
@needs(KEEP_REGISTER)
def block(request: HttpRequest, person_id: str) -> HttpResponse:
    return _lock(request, person_id, block_account, _("Das Konto ist gesperrt."))


@require_POST
@needs(KEEP_REGISTER)
def unblock(request: HttpRequest, person_id: str) -> HttpResponse:
    return _lock(request, person_id, unblock_account, _("Die Person kann sich wieder anmelden."))


def _lock(request: HttpRequest, person_id: str, change: Callable[..., object], said: Words) -> HttpResponse:
    grants = Grant.objects.in_force(timezone.localdate()).filter(person=person_id)
    if not people.may_lock_out(roles_in(request), grants):
        raise NotAllowed(people.GRANTS[Role.OPERATOR])
    account = get_object_or_404(Account.objects.select_related("person"), person=person_id)
    return press(
        request,
        lambda: change(account=account, actor=actor_in(request), at=timezone.now()),
        then=address(person_id),
        said=said,
    )
