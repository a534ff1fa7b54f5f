"""Changes of people. Names and addresses stand in the erasable part of the journal only."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from mittelnetz.core import journal
from mittelnetz.core.refusals import Refused, refuse_stale
from mittelnetz.people import events
from mittelnetz.people.actions.erasure import refuse_erased
from mittelnetz.people.actors import Actor, person_reference
from mittelnetz.people.models import Person

DETAILS = frozenset({"name", "email", "phone", "language"})


@dataclass(frozen=True, slots=True)
class NewPerson:
    """Somebody who is to be entered together with what they take on."""

    name: str
    email: str = ""
    phone: str = ""


@transaction.atomic
def enter_person(*, person: Person | NewPerson, actor: Actor, at: datetime) -> Person:
    """The person. Somebody new is entered, unless they have an account under the same name and address.

    The id says nothing, for it outlives the name.
    """
    if isinstance(person, Person):
        refuse_erased(person)
        return person
    same = Person.objects.filter(name__iexact=person.name, account__email__iexact=person.email).first()
    return same or add_person(
        id=f"p-{uuid.uuid4().hex[:16]}", name=person.name, email=person.email, phone=person.phone, actor=actor, at=at
    )


@transaction.atomic
def add_person(*, id: str, name: str, email: str = "", phone: str = "", actor: Actor, at: datetime) -> Person:
    """Enter a person. Raises Refused where the id is taken."""
    if Person.objects.filter(id=id).exists():
        raise Refused(_("Diese Kennung ist schon vergeben. Bitte wählen Sie eine andere."))
    person = Person.objects.create(id=id, name=name, email=email, phone=phone)
    journal.record(
        events.PERSON_ADDED,
        subject=person_reference(person),
        actor=actor,
        at=at,
        personal={"name": name, "email": email, "phone": phone},
    )
    return person


@transaction.atomic
def change_person(
    *, person: Person, details: Mapping[str, str], seen: Mapping[str, str] | None = None, actor: Actor, at: datetime
) -> Person:
    """Change name, e-mail, telephone, or the language of the mails to this person.

    `seen`: what was there when somebody looked. Raises Stale where it is not there any more.
    """
    if unknown := set(details) - DETAILS:
        raise TypeError(f"not a detail of a person: {', '.join(sorted(unknown))}")
    person = Person.objects.select_for_update().get(pk=person.pk)
    refuse_erased(person)
    refuse_stale(person, seen or {})
    changed = {field: value for field, value in details.items() if getattr(person, field) != value}
    if changed:
        for field, value in changed.items():
            setattr(person, field, value)
        person.save(update_fields=list(changed))
        journal.record(
            events.PERSON_CHANGED,
            subject=person_reference(person),
            actor=actor,
            at=at,
            changes={"fields": sorted(changed)},
            personal=changed,
        )
    return person
