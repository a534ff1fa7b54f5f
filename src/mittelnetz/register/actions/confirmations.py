"""“Stimmt das noch?”: asking whether an entry still holds, and the answer."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from mittelnetz.core import journal
from mittelnetz.core.periods import day_of
from mittelnetz.core.refusals import Refused
from mittelnetz.people.actors import Actor, person_reference
from mittelnetz.register import events
from mittelnetz.register.answers import Given
from mittelnetz.register.models import Contact, Organisation
from mittelnetz.register.queries.confirmations import ASK_AGAIN, Confirmable, asked_lately


@transaction.atomic
def ask_for_confirmation(*, entry: Confirmable, actor: Actor, at: datetime) -> None:
    """Ask whether the entry still holds. Raises Refused where that was asked a short time ago."""
    row = _locked(entry)
    if asked_lately(row, day_of(at)):
        raise Refused(
            _("Das wurde in den letzten %(days)d Tagen schon gefragt. Bitte warten Sie die Antwort ab.")
            % {"days": ASK_AGAIN.days}
        )
    row.confirmation_asked_on = day_of(at)
    row.save(update_fields=["confirmation_asked_on"])
    _record(events.CONFIRMATION_ASKED, row, actor, at)


@transaction.atomic
def confirm_entry(*, entry: Confirmable, given: Given, actor: Actor, at: datetime) -> None:
    """Record that the entry still holds. A second time on the same day changes nothing."""
    row = _locked(entry)
    if row.confirmed_on == given.on:
        return
    row.confirmed_on = given.on
    row.save(update_fields=["confirmed_on"])
    _record(events.ENTRY_CONFIRMED, row, actor, at, given.personal, **given.changes)


def _locked(entry: Confirmable) -> Confirmable:
    row: Confirmable = type(entry)._default_manager.select_for_update().get(pk=entry.pk)
    return row


def _record(
    event: journal.Event,
    row: Confirmable,
    actor: Actor,
    at: datetime,
    personal: dict[str, str] | None = None,
    **changes: Any,
) -> None:
    if isinstance(row, Contact):
        subject = f"networks/{row.network_id}"
        changes |= {"person": person_reference(row.person), "contact": row.pk}
    else:
        subject = f"{'organisations' if isinstance(row, Organisation) else 'networks'}/{row.pk}"
    journal.record(event, subject=subject, actor=actor, at=at, changes=changes, personal=personal)
