"""The desk: the first page after signing in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from mittelnetz.access import networks
from mittelnetz.access.desk import own_records
from mittelnetz.access.journal import READ_ALL
from mittelnetz.access.office import KEEP_REGISTER
from mittelnetz.access.rights import SEE_ONES_DESK
from mittelnetz.access.roles import Roles
from mittelnetz.core.signed_links import Asked, token_for
from mittelnetz.desk.waiting import matters_of
from mittelnetz.people.actors import person_reference
from mittelnetz.register.models import Contact
from mittelnetz.register.queries.confirmations import due_for
from mittelnetz.register.queries.pauses import networks_to_watch
from mittelnetz.register.questions.entries import ContactEntry, NetworkEntry, OrganisationEntry
from mittelnetz.web.acting import needs, person_in, roles_in
from mittelnetz.web.desk_matters import lines


@require_safe
@needs(SEE_ONES_DESK)
def show_desk(request: HttpRequest) -> HttpResponse:
    roles, person, now = roles_in(request), person_in(request), timezone.now()
    today = timezone.localdate(now)
    context = {
        "person": person,
        "matters": lines(matters_of(roles, person, today), person_reference(person), now, today),
        "own": own_records(roles),
        "is_office": KEEP_REGISTER.is_held_by(roles),
        "is_operator": READ_ALL.is_held_by(roles),
        "to_confirm": _to_confirm(roles),
        "watched": networks_to_watch(today) if networks.WATCH.is_held_by(roles) else [],
    }
    return render(request, "web/desk.html", context)


def _to_confirm(roles: Roles) -> list[tuple[str, str]]:
    """Entries that somebody should look through: what is asked, and the page with the button, as by mail."""
    if roles.person is None:
        return []
    now = timezone.now()
    due = due_for(roles.person.uuid, roles.networks, roles.organisations, timezone.localdate(now))
    entries = [
        *((network.name, NetworkEntry.purpose, network.pk) for network in due.networks),
        *((organisation.name, OrganisationEntry.purpose, organisation.pk) for organisation in due.organisations),
        *((_function(contact), ContactEntry.purpose, str(contact.pk)) for contact in due.contacts),
    ]
    who = person_reference(roles.person)
    return [
        (name, reverse("answer", args=[token_for(Asked(kind, who, (key,)), at=now)])) for name, kind, key in entries
    ]


def _function(contact: Contact) -> str:
    return f"{contact.network.name}: {contact.get_function_display()}"
