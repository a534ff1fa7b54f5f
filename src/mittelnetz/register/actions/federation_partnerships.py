"""Changes of an organisation's time as a partner of the federation."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from mittelnetz.core import journal
from mittelnetz.people.actors import Actor
from mittelnetz.register import events
from mittelnetz.register.actions import spans
from mittelnetz.register.models import FederationPartnership, Organisation


@transaction.atomic
def begin_federation_partnership(
    *, organisation: Organisation, level: str, since: date, actor: Actor, at: datetime
) -> FederationPartnership:
    """Make the organisation a partner of the federation. Raises Refused where it is one already."""
    partnership = spans.begin(
        FederationPartnership.objects.filter(organisation=organisation, level=level),
        since=since,
        already=_("%(name)s ist an diesem Tag schon Partner der Offensive.") % {"name": organisation.name},
        organisation=organisation,
        level=level,
    )
    _record(events.FEDERATION_PARTNERSHIP_BEGUN, partnership, actor, at, since=since.isoformat())
    return partnership


@transaction.atomic
def end_federation_partnership(
    *, partnership: FederationPartnership, on: date, actor: Actor, at: datetime
) -> FederationPartnership:
    """End the partnership; `on` is the first day without it."""
    row = spans.end(FederationPartnership.objects.filter(pk=partnership.pk), on=on, beginning_of=_("Die Partnerschaft"))
    _record(events.FEDERATION_PARTNERSHIP_ENDED, row, actor, at, until=on.isoformat())
    return row


@transaction.atomic
def correct_federation_partnership(
    *, partnership: FederationPartnership, since: date | None, until: date | None, actor: Actor, at: datetime
) -> FederationPartnership:
    """Put right days that were entered wrongly; `until` is the first day without it."""
    rows = FederationPartnership.objects.filter(pk=partnership.pk)
    same = FederationPartnership.objects.filter(organisation=partnership.organisation_id, level=partnership.level)
    row, changes = spans.correct(rows, same, since=since, until=until)
    _record(events.FEDERATION_PARTNERSHIP_CORRECTED, row, actor, at, **changes)
    return row


@transaction.atomic
def strike_federation_partnership(*, partnership: FederationPartnership, actor: Actor, at: datetime) -> None:
    """Take away a partnership that never was. That it was entered, the journal keeps."""
    row, changes = spans.strike(FederationPartnership.objects.filter(pk=partnership.pk))
    _record(events.FEDERATION_PARTNERSHIP_STRUCK, row, actor, at, **changes)


def _record(
    event: journal.Event, partnership: FederationPartnership, actor: Actor, at: datetime, **changes: Any
) -> None:
    journal.record(
        event,
        subject=f"organisations/{partnership.organisation_id}",
        actor=actor,
        at=at,
        changes={"level": partnership.level, **changes},
    )
