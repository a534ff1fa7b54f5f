"""Changes of a network's contact persons."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from mittelnetz.core import journal
from mittelnetz.core.periods import day_of
from mittelnetz.core.refusals import Refused
from mittelnetz.people.actions.persons import NewPerson, enter_person
from mittelnetz.people.actors import Actor, person_reference
from mittelnetz.people.models import Person
from mittelnetz.register import events
from mittelnetz.register.actions import spans
from mittelnetz.register.answers import Given
from mittelnetz.register.models import Contact, Network, Organisation


@transaction.atomic
def begin_contact(
    *,
    network: Network,
    person: Person | NewPerson,
    function: str,
    organisation: Organisation | None,
    since: date,
    shown: bool,
    actor: Actor,
    at: datetime,
) -> Contact:
    """Let a person take on coordination or moderation. `shown`: the person agreed to be named in public.

    Two people may hold the same function at once. Raises Refused where this person holds it already, or where
    somebody else says that they may be named and they could say so themselves.
    """
    person = enter_person(person=person, actor=actor, at=at)
    if shown:
        actor = _passing_on(person, actor)
    contact = spans.begin(
        Contact.objects.filter(network=network, person=person, function=function),
        since=since,
        already=_("%(name)s hat diese Funktion an diesem Tag schon.") % {"name": person.name},
        network=network,
        person=person,
        function=function,
        organisation=organisation,
        shown=shown,
        showing_answered_on=day_of(at) if shown else None,
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
def correct_contact(*, contact: Contact, since: date | None, until: date | None, actor: Actor, at: datetime) -> Contact:
    """Put right days that were entered wrongly; `until` is the first day without the function."""
    same = Contact.objects.filter(network=contact.network_id, person=contact.person_id, function=contact.function)
    row, changes = spans.correct(Contact.objects.filter(pk=contact.pk), same, since=since, until=until)
    _record(events.CONTACT_CORRECTED, row, actor, at, **changes)
    return row


@transaction.atomic
def strike_contact(*, contact: Contact, actor: Actor, at: datetime) -> None:
    """Take away a function that the person never held. That it was entered, the journal keeps."""
    row, changes = spans.strike(Contact.objects.filter(pk=contact.pk))
    _record(events.CONTACT_STRUCK, row, actor, at, **changes)


@transaction.atomic
def change_showing(*, contact: Contact, shown: bool, given: Given, actor: Actor, at: datetime) -> Contact:
    """Record whether the person agrees to be named in public. To take it back, anybody may pass on.

    To say the same again changes nothing.
    """
    given.refuse_future(at)
    row = Contact.objects.select_for_update(of=("self",)).select_related("person").get(pk=contact.pk)
    if row.shown == shown and row.showing_answered_on is not None:
        return row
    if shown or not row.person.email:
        actor = _passing_on(row.person, actor)
    row.shown, row.showing_answered_on = shown, given.on
    row.save(update_fields=["shown", "showing_answered_on"])
    _record(events.CONTACT_SHOWING_CHANGED, row, actor, at, shown=shown, **given.changes)
    return row


def _passing_on(person: Person, actor: Actor) -> Actor:
    """Consent is the person's own word. For somebody without e-mail another one passes it on, and the entry says so."""
    if actor.reference == person_reference(person):
        return actor
    if person.email:
        raise Refused(
            _(
                "Wer eine E-Mail-Adresse hat, sagt selbst, ob sein Name öffentlich stehen darf. "
                "Bitte lassen Sie dieses Kästchen leer."
            )
        )
    return replace(actor, on_behalf_of=person_reference(person))


def _record(event: journal.Event, contact: Contact, actor: Actor, at: datetime, **changes: Any) -> None:
    journal.record(
        event,
        subject=f"networks/{contact.network_id}",
        actor=actor,
        at=at,
        changes={"person": person_reference(contact.person), "function": contact.function, **changes},
    )
