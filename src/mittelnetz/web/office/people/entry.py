"""A person: how to reach them, what they do, how they sign in; and somebody new."""

from typing import Any

from django import forms
from django.conf import settings
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from mittelnetz.access import people
from mittelnetz.access.office import KEEP_REGISTER
from mittelnetz.bodies.models import Mandate, Seat
from mittelnetz.people.actions.persons import NewPerson, change_person, enter_person
from mittelnetz.people.models import Person
from mittelnetz.register.models import Contact
from mittelnetz.web.acting import actor_in, needs, require, roles_in
from mittelnetz.web.mine.networks.contact_forms import PersonForm
from mittelnetz.web.office.people.frame import address, form_page, person_of
from mittelnetz.web.ui.form_page import answer


class WholePersonForm(PersonForm):
    language = forms.ChoiceField(label=_("Sprache der Mails"), choices=settings.LANGUAGES)


@require_safe
@needs(KEEP_REGISTER)
def show_person(request: HttpRequest, person_id: str) -> HttpResponse:
    person, now = person_of(person_id), timezone.now()
    own, today = roles_in(request), timezone.localdate(now)
    grants = list(person.grants.order_by("-since", "pk"))
    has_account = hasattr(person, "account")
    invitation = getattr(person, "open_invitation", None)
    seats = Seat.objects.filter(Q(person=person) | Q(deputy=person))
    context: dict[str, Any] = {
        "person": person,
        "has_account": has_account,
        "invitation": invitation,
        "has_expired": invitation is not None and invitation.expires_at <= now,
        "can_change": not has_account or person == own.person,
        "is_own": person == own.person,
        "can_block": person != own.person
        and people.may_lock_out(own, (grant for grant in grants if grant.period.is_in_force(today))),
        "contacts": Contact.objects.filter(person=person).select_related("network").order_by("-since", "pk"),
        "mandates": Mandate.objects.filter(person=person).select_related("organisation").order_by("-since", "pk"),
        "seats": seats.select_related("body").order_by("-since", "pk"),
        "grants": grants,
        "grantable": people.grantable(own),
    }
    return render(request, "office/people/show.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(KEEP_REGISTER)
def edit_person(request: HttpRequest, person_id: str) -> HttpResponse:
    person = person_of(person_id)
    require(request, people.CHANGE, person.pk)
    form = WholePersonForm(request.POST or None, record=vars(person))
    return answer(
        request,
        form,
        form_page(person, _("Angaben ändern"), _("Sie gelten überall, wo diese Person eingetragen ist.")),
        save=lambda: change_person(
            person=person, details=form.details, seen=form.seen, actor=actor_in(request), at=timezone.now()
        ),
        then=address(person.pk),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@needs(KEEP_REGISTER)
def add_new(request: HttpRequest) -> HttpResponse:
    form = PersonForm(request.POST or None, record={"name": "", "email": "", "phone": ""})
    lead = _("Ansprechpersonen und Vertretungen tragen Sie besser gleich beim Netzwerk oder bei der Organisation ein.")
    added: list[Person] = []

    def add() -> None:
        somebody = NewPerson(*(form.cleaned_data[field] for field in ("name", "email", "phone")))
        added.append(enter_person(person=somebody, actor=actor_in(request), at=timezone.now()))

    return answer(
        request,
        form,
        form_page(None, _("Person aufnehmen"), lead, _("Aufnehmen")),
        save=add,
        then=lambda: address(added[0].pk),
        said=gettext("Die Person ist aufgenommen."),
    )
