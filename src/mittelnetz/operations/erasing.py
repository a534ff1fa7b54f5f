"""Erasing a person: the name goes everywhere, the record of what was decided stays. Why so: decision 0014."""

import uuid
from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from mittelnetz.bodies.actions.mandates import end_mandate, strike_mandate
from mittelnetz.bodies.models import Mandate, Seat
from mittelnetz.core import journal
from mittelnetz.core.periods import day_of
from mittelnetz.core.personal import Erasing
from mittelnetz.core.refusals import Refused
from mittelnetz.notifications.models import Message
from mittelnetz.notifications.words import State
from mittelnetz.operations.erasures import note_erasure
from mittelnetz.operations.mentions import known_of, remove_mentions
from mittelnetz.people import events
from mittelnetz.people.actions.grants import end_grant, strike_grant
from mittelnetz.people.actors import Actor, person_reference
from mittelnetz.people.models import Account, Grant, Person
from mittelnetz.people.stored import rows_about
from mittelnetz.people.words import ERASED_NAME
from mittelnetz.register.actions.contacts import end_contact, strike_contact
from mittelnetz.register.actions.ids import point_links
from mittelnetz.register.models import Contact


@transaction.atomic
def erase_person(*, person: Person, actor: Actor, at: datetime) -> Person:
    """Let nothing but the fact remain that somebody did what they did. What they still do ends today.

    Raises Refused where the person is erased already, or is the last one of the office or of the operators.
    """
    person = Person.objects.select_for_update().get(pk=person.pk)
    if person.erased_at is not None:
        raise Refused(_("Diese Person ist schon gelöscht. Es ist nichts mehr zu tun."))
    known = known_of(person)
    ended = _end_functions(person, day_of(at), actor, at)
    _end_sessions(person, known.addresses)
    for model, personal, rows in rows_about(person, known.addresses):
        if model is Message:  # whatever has not left yet shall not
            rows.exclude(state=State.SENT).delete()
        if personal.erasing == Erasing.GOES:
            rows.delete()
        elif personal.erasing == Erasing.EMPTIED:
            rows.update(**dict.fromkeys((*personal.addresses, *personal.texts), ""))
    remove_mentions(person, known)
    person = _without_name(person, at)
    journal.record(events.PERSON_ERASED, subject=person_reference(person), actor=actor, at=at, changes=ended)
    transaction.on_commit(lambda: note_erasure(person), robust=True)
    return person


def lasting(day: date) -> Q:
    """What the person holds on the day, or will hold later."""
    return Q(until=None) | Q(until__gt=day)


def _end_functions(person: Person, day: date, actor: Actor, at: datetime) -> dict[str, Any]:
    """Each ends today; one that would begin today or later never was. A seat is kept without its person."""
    for contact in Contact.objects.filter(lasting(day), person=person).order_by("pk"):
        if contact.since is not None and contact.since >= day:
            strike_contact(contact=contact, actor=actor, at=at)
        else:
            end_contact(contact=contact, on=day, actor=actor, at=at)
    for mandate in Mandate.objects.filter(lasting(day), person=person).order_by("pk"):
        if mandate.since is not None and mandate.since >= day:
            strike_mandate(mandate=mandate, actor=actor, at=at)
        else:
            end_mandate(mandate=mandate, on=day, actor=actor, at=at)
    for grant in Grant.objects.filter(until=None, person=person).order_by("pk"):
        if grant.since is not None and grant.since >= day:
            strike_grant(grant=grant, actor=actor, at=at)
        else:
            end_grant(grant=grant, on=day, actor=actor, at=at)
    return {"seats": [seat for place in ("person", "deputy") for seat in _vacate(place, person, day)]}


def _vacate(place: str, person: Person, day: date) -> list[str]:
    seats = Seat.objects.filter(lasting(day), **{place: person})
    vacated = sorted(seats.values_list("pk", flat=True))
    seats.update(**{place: None})
    return vacated


def _end_sessions(person: Person, addresses: Collection[str]) -> None:
    """Also those of somebody who was about to sign in with one of these addresses."""
    accounts = {str(pk) for pk in Account.objects.filter(person=person).values_list("pk", flat=True)}
    for session in Session.objects.iterator():
        kept = session.get_decoded()
        text = str(kept).lower()
        if kept.get("_auth_user_id") in accounts or any(address.lower() in text for address in addresses):
            session.delete()


def _without_name(person: Person, at: datetime) -> Person:
    """The id goes too, for it may be made from the name."""
    former, person.pk = person.pk, f"p-{uuid.uuid4().hex[:16]}"
    Person.objects.filter(pk=former).update(
        id=person.pk, name=ERASED_NAME, email="", phone="", language="de", erasure_asked_at=None, erased_at=at
    )
    point_links(Person, former, person.pk)
    return Person.objects.get(pk=person.pk)
