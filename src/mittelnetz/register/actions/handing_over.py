"""A contact function goes from one person to the next, in one step."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from mittelnetz.core.refusals import Refused
from mittelnetz.people.actions.accounts import invite_person
from mittelnetz.people.actions.persons import NewPerson, enter_person
from mittelnetz.people.actors import Actor
from mittelnetz.people.models import Account, Person
from mittelnetz.register.actions.contacts import begin_contact, end_contact
from mittelnetz.register.models import Contact, Organisation


@transaction.atomic
def hand_over_contact(
    *,
    contact: Contact,
    successor: Person | NewPerson,
    organisation: Organisation | None,
    on: date,
    shown: bool,
    actor: Actor,
    at: datetime,
) -> Contact:
    """Let the function go to somebody else, whose first day is `on`; who has an e-mail and no account is invited.

    Raises Refused where any of this cannot be; then nothing of it has happened.
    """
    person = enter_person(person=successor, actor=actor, at=at)
    if person == contact.person:
        raise Refused(_("Diese Person hat die Funktion schon. Bitte nennen Sie jemand anderen."))
    end_contact(contact=contact, on=on, actor=actor, at=at)
    begun = begin_contact(
        network=contact.network,
        person=person,
        function=contact.function,
        organisation=organisation,
        since=on,
        shown=shown,
        actor=actor,
        at=at,
    )
    if person.email and not Account.objects.filter(person=person).exists():
        invite_person(person=person, email=person.email, actor=actor, at=at)
    return begun
