"""Who acts for an organisation, and until when."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from mittelnetz.bodies import events
from mittelnetz.bodies.models import Mandate
from mittelnetz.core import journal
from mittelnetz.people.actions.accounts import invite_person
from mittelnetz.people.actions.persons import NewPerson, enter_person
from mittelnetz.people.actors import Actor, person_reference
from mittelnetz.people.models import Account, Person
from mittelnetz.register.actions import spans
from mittelnetz.register.models import Organisation


@transaction.atomic
def begin_mandate(
    *,
    organisation: Organisation,
    person: Person | NewPerson,
    since: date,
    is_invited: bool = False,
    actor: Actor,
    at: datetime,
) -> Mandate:
    """Let a person act for the organisation. Raises Refused where they do so already, or will.

    `is_invited`: who has an e-mail and no account is invited, too.
    """
    person = enter_person(person=person, actor=actor, at=at)
    mandate = spans.begin(
        Mandate.objects.filter(organisation=organisation, person=person),
        since=since,
        already=_("%(name)s vertritt die Organisation an diesem Tag schon.") % {"name": person.name},
        organisation=organisation,
        person=person,
    )
    _record(events.MANDATE_BEGUN, mandate, actor, at, since=since.isoformat())
    if is_invited and person.email and not Account.objects.filter(person=person).exists():
        invite_person(person=person, email=person.email, actor=actor, at=at)
    return mandate


@transaction.atomic
def end_mandate(*, mandate: Mandate, on: date, actor: Actor, at: datetime) -> Mandate:
    """The person no longer acts for the organisation; `on` is the first day without it."""
    row = spans.end(Mandate.objects.filter(pk=mandate.pk), on=on, beginning_of=_("Die Vertretung"))
    _record(events.MANDATE_ENDED, row, actor, at, until=on.isoformat())
    return row


@transaction.atomic
def correct_mandate(*, mandate: Mandate, since: date | None, until: date | None, actor: Actor, at: datetime) -> Mandate:
    """Put right days that were entered wrongly; `until` is the first day without it."""
    same = Mandate.objects.filter(person=mandate.person_id, organisation=mandate.organisation_id)
    row, changes = spans.correct(Mandate.objects.filter(pk=mandate.pk), same, since=since, until=until)
    _record(events.MANDATE_CORRECTED, row, actor, at, **changes)
    return row


@transaction.atomic
def strike_mandate(*, mandate: Mandate, actor: Actor, at: datetime) -> None:
    """Take away a mandate that never was. That it was entered, the journal keeps."""
    row, changes = spans.strike(Mandate.objects.filter(pk=mandate.pk))
    _record(events.MANDATE_STRUCK, row, actor, at, **changes)


def _record(event: journal.Event, mandate: Mandate, actor: Actor, at: datetime, **changes: Any) -> None:
    journal.record(
        event,
        subject=f"organisations/{mandate.organisation_id}",
        actor=actor,
        at=at,
        changes={"person": person_reference(mandate.person), **changes},
    )
