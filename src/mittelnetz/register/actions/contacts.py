"""Changes of a network's contact persons."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from mittelnetz.core import journal
from mittelnetz.people.actors import Actor, person_reference
from mittelnetz.people.models import Person
from mittelnetz.register import events
from mittelnetz.register.actions import spans
from mittelnetz.register.models import Contact, Network, Organisation


@transaction.atomic
def begin_contact(
    *,
    network: Network,
    person: Person,
    function: str,
    organisation: Organisation | None,
    since: date,
    shown: bool,
    actor: Actor,
    at: datetime,
) -> Contact:
    """Let a person take on coordination or moderation. `shown`: the person agreed to be named in public.

    Two people may hold the same function at once. Raises Refused where this person holds it already.
    """
    contact = spans.begin(
        Contact.objects.filter(network=network, person=person, function=function),
        since=since,
        already=_("%(name)s hat diese Funktion an diesem Tag schon.") % {"name": person.name},
        network=network,
        person=person,
        function=function,
        organisation=organisation,
        shown=shown,
    )
    _record(
        events.CONTACT_BEGUN,
        contact,
        actor,
        at,
        organisation=organisation.pk if organisation else None,
        since=since.isoformat(),
        shown=shown,
    )
    return contact


@transaction.atomic
def end_contact(*, contact: Contact, on: date, actor: Actor, at: datetime) -> Contact:
    """The person gives the function up; `on` is the first day without it."""
    row = spans.end(Contact.objects.filter(pk=contact.pk), on=on, beginning_of=_("Die Funktion"))
    _record(events.CONTACT_ENDED, row, actor, at, until=on.isoformat())
    return row


@transaction.atomic
def change_showing(*, contact: Contact, shown: bool, actor: Actor, at: datetime) -> None:
    """Record whether the person agrees to be named in public."""
    contact.shown = shown
    contact.save(update_fields=["shown"])
    _record(events.CONTACT_SHOWING_CHANGED, contact, actor, at, shown=shown)


def _record(event: journal.Event, contact: Contact, actor: Actor, at: datetime, **changes: Any) -> None:
    journal.record(
        event,
        subject=f"networks/{contact.network_id}",
        actor=actor,
        at=at,
        changes={"person": person_reference(contact.person), "function": contact.function, **changes},
    )
