"""A network rests for a time, and everybody knows."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from mittelnetz.core import journal
from mittelnetz.core.refusals import Refused
from mittelnetz.people.actors import Actor
from mittelnetz.register import events
from mittelnetz.register.actions import spans
from mittelnetz.register.models import Network, Pause
from mittelnetz.rulebook.periods import Period


@transaction.atomic
def begin_pause(
    *, network: Network, since: date, until: date | None, reason: str = "", actor: Actor, at: datetime
) -> Pause:
    """Note that the network rests; `until`, where it is known, is the first day on which it works again."""
    if until is not None and until <= since:
        raise Refused(_("Das Ende muss nach dem Beginn liegen. Bitte prüfen Sie die beiden Tage."))
    if any(other.period.overlaps(Period(since, until)) for other in Pause.objects.filter(network=network)):
        raise Refused(_("Für diese Zeit ist schon eine Pause eingetragen. Bitte beenden oder berichtigen Sie diese."))
    pause = Pause.objects.create(network=network, since=since, until=until, reason=reason)
    _record(events.PAUSE_BEGUN, pause, actor, at, days=spans.days(pause), personal={"reason": reason})
    return pause


@transaction.atomic
def end_pause(*, pause: Pause, on: date, actor: Actor, at: datetime) -> Pause:
    """The network works again from the day `on`."""
    row = spans.end(Pause.objects.filter(pk=pause.pk), on=on, beginning_of=_("Die Pause"))
    _record(events.PAUSE_ENDED, row, actor, at, until=on.isoformat())
    return row


@transaction.atomic
def correct_pause(*, pause: Pause, since: date | None, until: date | None, actor: Actor, at: datetime) -> Pause:
    """Put right days that were entered wrongly."""
    same = Pause.objects.filter(network=pause.network_id)
    row, changes = spans.correct(Pause.objects.filter(pk=pause.pk), same, since=since, until=until)
    _record(events.PAUSE_CORRECTED, row, actor, at, **changes)
    return row


@transaction.atomic
def strike_pause(*, pause: Pause, actor: Actor, at: datetime) -> None:
    """Take away a pause that never was, and what was written about it."""
    row, changes = spans.strike(Pause.objects.filter(pk=pause.pk))
    _record(events.PAUSE_STRUCK, row, actor, at, **changes)


def _record(
    event: journal.Event,
    pause: Pause,
    actor: Actor,
    at: datetime,
    *,
    personal: Mapping[str, Any] | None = None,
    **changes: Any,
) -> None:
    journal.record(
        event,
        subject=f"networks/{pause.network_id}",
        actor=actor,
        at=at,
        changes=changes,
        personal=personal,
    )
