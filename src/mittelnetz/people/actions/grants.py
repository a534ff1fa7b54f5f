"""Roles that are granted by name: the office, and the operator."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from mittelnetz.core import journal
from mittelnetz.core.periods import day_of
from mittelnetz.core.refusals import Refused
from mittelnetz.people import events
from mittelnetz.people.actions.erasure import refuse_erased
from mittelnetz.people.actors import Actor, person_reference
from mittelnetz.people.models import Account, Grant, Person


@transaction.atomic
def grant_role(*, person: Person, role: str, since: date, actor: Actor, at: datetime) -> Grant:
    """Let a person hold a role from a day on. Raises Refused where they hold it already."""
    person = Person.objects.select_for_update().get(pk=person.pk)
    refuse_erased(person)
    if person.grants.filter(role=role, until=None).exists():
        raise Refused(_("Diese Person hat diese Aufgabe schon."))
    grant = Grant.objects.create(person=person, role=role, since=since)
    _record(events.ROLE_GRANTED, grant, actor, at, since=since.isoformat())
    return grant


@transaction.atomic
def end_grant(*, grant: Grant, on: date, actor: Actor, at: datetime) -> Grant:
    """The role ends; `on` is the first day without it. Raises Refused where nobody would hold it any more."""
    grant, others = _locked(grant)
    if grant.until is not None or (grant.since is not None and on <= grant.since):
        raise Refused(_("An diesem Tag kann diese Aufgabe nicht enden. Bitte prüfen Sie das Datum."))
    _refuse_leaving_nobody(others, on)
    grant.until = on
    grant.save(update_fields=["until"])
    _record(events.ROLE_ENDED, grant, actor, at, until=on.isoformat())
    return grant


@transaction.atomic
def strike_grant(*, grant: Grant, actor: Actor, at: datetime) -> None:
    """Take away a grant that was a mistake. That it was entered, the journal keeps."""
    grant, others = _locked(grant)
    if not grant.period.has_ended(day_of(at)):
        _refuse_leaving_nobody(others, day_of(at))
    _record(events.GRANT_STRUCK, grant, actor, at)
    grant.delete()


def _locked(grant: Grant) -> tuple[Grant, list[Grant]]:
    """The grant, and all others of the role, so two of the last cannot end each other's at once; but for those who
    are locked out.
    """
    rows = Grant.objects.select_for_update(of=("self",)).select_related("person").filter(role=grant.role).order_by("pk")
    found = {row.pk: row for row in rows}
    locked_out = set(Account.objects.filter(is_active=False).values_list("person", flat=True))
    return found.pop(grant.pk), [row for row in found.values() if row.person_id not in locked_out]


def _refuse_leaving_nobody(others: list[Grant], on: date) -> None:
    if not any(other.until is None and (other.since is None or other.since <= on) for other in others):
        raise Refused(_("Danach hätte niemand mehr diese Aufgabe. Bitte geben Sie sie zuerst auch jemand anderem."))


def _record(event: journal.Event, grant: Grant, actor: Actor, at: datetime, **changes: str) -> None:
    journal.record(
        event, subject=person_reference(grant.person), actor=actor, at=at, changes={"role": grant.role, **changes}
    )
