"""Roles that are granted by name: the office, and the operator."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from mittelnetz.core import journal
from mittelnetz.core.refusals import Refused
from mittelnetz.people import events
from mittelnetz.people.actors import Actor, person_reference
from mittelnetz.people.models import Grant, Person


@transaction.atomic
def grant_role(*, person: Person, role: str, since: date, actor: Actor, at: datetime) -> Grant:
    """Let a person hold a role from a day on. Raises Refused where they hold it already."""
    person = Person.objects.select_for_update().get(pk=person.pk)
    if person.grants.filter(role=role, until=None).exists():
        raise Refused(_("Diese Person hat diese Aufgabe schon."))
    grant = Grant.objects.create(person=person, role=role, since=since)
    _record(events.ROLE_GRANTED, grant, actor, at, since=since.isoformat())
    return grant


@transaction.atomic
def end_grant(*, grant: Grant, on: date, actor: Actor, at: datetime) -> Grant:
    """The role ends; `on` is the first day without it."""
    grant = Grant.objects.select_for_update(of=("self",)).select_related("person").get(pk=grant.pk)
    if grant.until is not None or (grant.since is not None and on <= grant.since):
        raise Refused(_("An diesem Tag kann diese Aufgabe nicht enden. Bitte prüfen Sie das Datum."))
    grant.until = on
    grant.save(update_fields=["until"])
    _record(events.ROLE_ENDED, grant, actor, at, until=on.isoformat())
    return grant


def _record(event: journal.Event, grant: Grant, actor: Actor, at: datetime, **changes: str) -> None:
    journal.record(
        event, subject=person_reference(grant.person), actor=actor, at=at, changes={"role": grant.role, **changes}
    )
