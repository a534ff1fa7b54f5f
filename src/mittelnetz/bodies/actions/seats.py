"""Who has a voice in a body: taken over, begun, handed on, ended, or entered wrongly."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from mittelnetz.bodies import events
from mittelnetz.bodies.models import Body, Seat
from mittelnetz.core import journal
from mittelnetz.core.periods import day_of
from mittelnetz.core.refusals import Refused
from mittelnetz.people.actions.erasure import refuse_erased
from mittelnetz.people.actors import Actor, person_reference
from mittelnetz.people.models import Person
from mittelnetz.register.actions import spans
from mittelnetz.register.models import Network, Organisation


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks and votes for the holder of a seat, and who does so in their place; None: not named yet."""

    person: Person | None
    deputy: Person | None


@transaction.atomic
def begin_seat(
    *, body: Body, holder: Organisation | Network, voice: Voice, since: date, actor: Actor, at: datetime
) -> Seat:
    """Give the holder a voice in the body. Raises Refused where this person has it for the holder already."""
    return _begin(events.SEAT_BEGUN, body=body, holder=_column(holder), voice=voice, since=since, actor=actor, at=at)


@transaction.atomic
def take_over_seat(
    *, body: Body, holder: Organisation | Network, voice: Voice, since: date | None, actor: Actor, at: datetime
) -> Seat:
    """Enter a voice that the holder had before its doings were recorded here (`since`: None where nobody knows)."""
    if since is not None and since >= day_of(at):
        raise Refused(
            _(
                "Übernommen wird nur, was vorher schon galt. "
                "Bitte wählen Sie einen früheren Tag, oder lassen Sie ihn leer."
            )
        )
    return _begin(
        events.SEAT_TAKEN_OVER, body=body, holder=_column(holder), voice=voice, since=since, actor=actor, at=at
    )


@transaction.atomic
def hand_on_seat(*, seat: Seat, voice: Voice, since: date, actor: Actor, at: datetime) -> Seat:
    """The holder keeps the seat; from `since` on, others speak for it."""
    row = spans.end(_only(seat), on=since, beginning_of=_("Der Sitz"))
    _record(events.SEAT_ENDED, row, actor, at, until=since.isoformat())
    column = {"organisation": row.organisation, "network": row.network}
    return _begin(events.SEAT_BEGUN, body=row.body, holder=column, voice=voice, since=since, actor=actor, at=at)


@transaction.atomic
def end_seat(*, seat: Seat, on: date, actor: Actor, at: datetime) -> Seat:
    """The holder gives up the voice; `on` is the first day without it."""
    row = spans.end(_only(seat), on=on, beginning_of=_("Der Sitz"))
    _record(events.SEAT_ENDED, row, actor, at, until=on.isoformat())
    return row


@transaction.atomic
def correct_seat(*, seat: Seat, since: date | None, until: date | None, actor: Actor, at: datetime) -> Seat:
    """Put right days that were entered wrongly; `until` is the first day without it."""
    same = Seat.objects.filter(
        body=seat.body_id, organisation=seat.organisation_id, network=seat.network_id, person=seat.person_id
    )
    row, changes = spans.correct(_only(seat), same, since=since, until=until)
    _record(events.SEAT_CORRECTED, row, actor, at, **changes)
    return row


@transaction.atomic
def strike_seat(*, seat: Seat, actor: Actor, at: datetime) -> None:
    """Take away a seat that never was. That it was entered, the journal keeps."""
    row, changes = spans.strike(_only(seat))
    _record(events.SEAT_STRUCK, row, actor, at, **changes)


def _only(seat: Seat) -> "QuerySet[Seat]":
    return Seat.objects.filter(pk=seat.pk)


def _column(holder: Organisation | Network) -> dict[str, Any]:
    return {"organisation": holder} if isinstance(holder, Organisation) else {"network": holder}


def _begin(
    event: journal.Event,
    *,
    body: Body,
    holder: dict[str, Any],
    voice: Voice,
    since: date | None,
    actor: Actor,
    at: datetime,
) -> Seat:
    for somebody in (voice.person, voice.deputy):
        if somebody:
            refuse_erased(somebody)
    if voice.person and voice.person == voice.deputy:
        raise Refused(_("Niemand vertritt sich selbst. Bitte wählen Sie für die Stellvertretung jemand anderen."))
    row = spans.begin(
        Seat.objects.filter(body=body, person=voice.person, **holder),
        since=since,
        already=_("Diesen Sitz gibt es an diesem Tag schon."),
        id=f"s-{uuid.uuid4().hex[:16]}",
        body=body,
        person=voice.person,
        deputy=voice.deputy,
        **holder,
    )
    _record(event, row, actor, at, since=since.isoformat() if since else None)
    return row


def _record(event: journal.Event, seat: Seat, actor: Actor, at: datetime, **changes: Any) -> None:
    people = {"person": seat.person, "deputy": seat.deputy}
    known = {
        "seat": seat.pk,
        "organisation": seat.organisation_id,
        "network": seat.network_id,
        **{name: person_reference(somebody) for name, somebody in people.items() if somebody},
    }
    said = {name: value for name, value in known.items() if value}
    journal.record(event, subject=f"bodies/{seat.body_id}", actor=actor, at=at, changes=said | changes)
