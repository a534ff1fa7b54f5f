"""The contact persons of a network: who takes on a function, who gives it up, and how to reach them."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mittelnetz.access import networks, people
from mittelnetz.core.refusals import Refused
from mittelnetz.people.actions.persons import change_person
from mittelnetz.register.actions.asking import ask_contact_for_consent
from mittelnetz.register.actions.contacts import (
    begin_contact,
    change_showing,
    correct_contact,
    end_contact,
    strike_contact,
)
from mittelnetz.register.answers import Given
from mittelnetz.register.models import Contact
from mittelnetz.register.queries.functions import functions_of, is_last_contact
from mittelnetz.web.acting import actor_in, needs, require, roles_in
from mittelnetz.web.mine.networks.contact_forms import ContactForm, PersonForm, ShowingForm
from mittelnetz.web.mine.networks.frame import Workspace, workspace
from mittelnetz.web.ui.buttons import press
from mittelnetz.web.ui.form_page import SAVE, FormPage, answer
from mittelnetz.web.ui.periods import CorrectionForm, EndForm


@require_safe
@needs(networks.EDIT, of="network_id")
def list_contacts(request: HttpRequest, network_id: str) -> HttpResponse:
    context = {
        "space": workspace(network_id),
        "functions": functions_of(network_id, timezone.localdate()),
        "own_person": roles_in(request).person,
    }
    return render(request, "mine/networks/contacts.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(networks.EDIT, of="network_id")
def add_contact(request: HttpRequest, network_id: str) -> HttpResponse:
    space = workspace(network_id)
    form = ContactForm(request.POST or None, network_id=network_id, day=timezone.localdate())
    return answer(
        request,
        form,
        page(space, _("Ansprechperson eintragen"), _("Eintragen")),
        save=lambda: begin_contact(
            network=space.network,
            person=form.somebody,
            **{name: form.cleaned_data[name] for name in ("function", "organisation", "since", "shown")},
            actor=actor_in(request),
            at=timezone.now(),
        ),
        then=space.address("contacts"),
        said=_("Die Ansprechperson ist eingetragen."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@needs(networks.EDIT, of="network_id")
def end_function(request: HttpRequest, network_id: str, contact_id: int) -> HttpResponse:
    space, contact = workspace(network_id), contact_in(network_id, contact_id)
    form = EndForm(request.POST or None)
    lead = _("Die Person bleibt im Verlauf des Netzwerks. Was bisher war, ändert sich nicht.")
    if is_last_contact(contact, timezone.localdate()):
        lead = _("Danach hat das Netzwerk keine Ansprechperson mehr. AG Transfer und Geschäftsstelle sehen das.")
    return answer(
        request,
        form,
        page(space, titled(gettext("%(function)s beenden: %(name)s"), contact), _("Beenden"), lead),
        save=lambda: end_contact(
            contact=contact, on=form.first_day_without, actor=actor_in(request), at=timezone.now()
        ),
        then=lambda: space.after_giving_up(request),
        said=_("Das Ende ist eingetragen."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@needs(networks.EDIT, of="network_id")
def correct_function(request: HttpRequest, network_id: str, contact_id: int) -> HttpResponse:
    space, contact = workspace(network_id), contact_in(network_id, contact_id)
    form = CorrectionForm(request.POST or None, row=contact)
    return answer(
        request,
        form,
        page(
            space, titled(gettext("Eintrag berichtigen: %(function)s, %(name)s"), contact), _("Berichtigen"), form.LEAD
        ),
        save=lambda: form.put_right(
            correct_contact, strike_contact, contact=contact, actor=actor_in(request), at=timezone.now()
        ),
        then=lambda: space.after_giving_up(request),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@needs(networks.EDIT, of="network_id")
def edit_person(request: HttpRequest, network_id: str, contact_id: int) -> HttpResponse:
    space, contact = workspace(network_id), contact_in(network_id, contact_id)
    person = contact.person
    require(request, people.CHANGE, person.pk)
    form = PersonForm(request.POST or None, record=vars(person))
    lead = _("Die Angaben gelten überall, wo diese Person eingetragen ist.")
    return answer(
        request,
        form,
        page(space, gettext("Angaben ändern: %(name)s") % {"name": person.name}, SAVE, lead),
        save=lambda: change_person(
            person=person, details=form.details, seen=form.seen, actor=actor_in(request), at=timezone.now()
        ),
        then=space.address("contacts"),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@needs(networks.EDIT, of="network_id")
def edit_showing(request: HttpRequest, network_id: str, contact_id: int) -> HttpResponse:
    space, contact = workspace(network_id), contact_in(network_id, contact_id)
    form = ShowingForm(request.POST or None, initial={"shown": contact.shown})
    lead = _("Bitte fragen Sie vorher. Im Verlauf steht, dass Sie es weitergegeben haben.")
    return answer(
        request,
        form,
        page(space, gettext("Öffentlich nennen: %(name)s") % {"name": contact.person.name}, SAVE, lead),
        save=lambda: change_showing(
            contact=contact,
            shown=form.cleaned_data["shown"],
            given=Given(timezone.localdate()),
            actor=actor_in(request),
            at=timezone.now(),
        ),
        then=space.address("contacts"),
    )


@require_POST
@needs(networks.EDIT, of="network_id")
def ask_contact(request: HttpRequest, network_id: str, contact_id: int) -> HttpResponse:
    """Whoever has a mailbox says by mail whether they may be named; for the others it is entered."""
    space, contact = workspace(network_id), contact_in(network_id, contact_id)

    def ask() -> None:
        if not contact.person.email:
            raise Refused(gettext("Ohne E-Mail-Adresse geht das nicht per Mail. Tragen Sie ein, was Sie gehört haben."))
        ask_contact_for_consent(contact=contact, actor=actor_in(request), at=timezone.now())

    return press(request, ask, then=space.address("contacts"), said=_("Die Frage geht per Mail hinaus."))


def contact_in(network_id: str, pk: int) -> Contact:
    return get_object_or_404(Contact.objects.select_related("person", "network"), pk=pk, network=network_id)


def titled(title: str, contact: Contact) -> str:
    return title % {"function": contact.get_function_display(), "name": contact.person.name}


def page(space: Workspace, title: Any, button: Any, lead: Any = "") -> FormPage:
    context = {"space": space, "tab": (_("Ansprechpersonen"), space.address("contacts"))}
    return FormPage(title, lead, button, "mine/form.html", context)
