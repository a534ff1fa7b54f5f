"""Asking for consent and acknowledgement. The mail follows from the entry; here stands that it was asked, and when.

Nobody is asked the same twice a day.
"""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from mittelnetz.core import journal
from mittelnetz.core.periods import PeriodModel, day_of
from mittelnetz.core.refusals import Refused
from mittelnetz.people.actors import Actor, person_reference
from mittelnetz.register import events
from mittelnetz.register.models import Contact, Partnership
from mittelnetz.register.queries.acknowledgements import missing_versions


@transaction.atomic
def ask_partner_for_consent(*, partnership: Partnership, actor: Actor, at: datetime) -> None:
    """Ask the organisation whether it may be named in public (HR3)."""
    row = Partnership.objects.select_for_update().get(pk=partnership.pk)
    _refuse_asking(row, row.listing_asked_on, is_done=row.listed, day=day_of(at))
    row.listing_asked_on = day_of(at)
    row.save(update_fields=["listing_asked_on"])
    _record(events.CONSENT_ASKED, row, actor, at)


@transaction.atomic
def ask_partner_to_acknowledge(*, partnership: Partnership, actor: Actor, at: datetime) -> None:
    """Ask the organisation whether it knows the versions in force (QK8)."""
    row = Partnership.objects.select_for_update().get(pk=partnership.pk)
    missing = missing_versions([row], day_of(at))[row.pk]
    _refuse_asking(row, row.acknowledgement_asked_on, is_done=not missing, day=day_of(at))
    row.acknowledgement_asked_on = day_of(at)
    row.save(update_fields=["acknowledgement_asked_on"])
    _record(events.ACKNOWLEDGEMENT_ASKED, row, actor, at)


@transaction.atomic
def ask_contact_for_consent(*, contact: Contact, actor: Actor, at: datetime) -> None:
    """Ask the person whether they may be named in public."""
    row = Contact.objects.select_for_update(of=("self",)).select_related("person").get(pk=contact.pk)
    _refuse_asking(row, row.showing_asked_on, is_done=row.shown, day=day_of(at))
    row.showing_asked_on = day_of(at)
    row.save(update_fields=["showing_asked_on"])
    journal.record(
        events.CONSENT_ASKED,
        subject=f"networks/{row.network_id}",
        actor=actor,
        at=at,
        changes={"person": person_reference(row.person), "contact": row.pk},
    )


def _refuse_asking(row: PeriodModel, asked_on: date | None, *, is_done: bool, day: date) -> None:
    if is_done:
        raise Refused(_("Die Antwort ist schon da. Bitte laden Sie die Seite neu."))
    if row.period.has_ended(day):
        raise Refused(_("Das ist schon beendet. Hier ist nichts mehr zu fragen."))
    if asked_on == day:
        raise Refused(_("Heute wurde schon gefragt. Bitte warten Sie die Antwort ab."))


def _record(event: journal.Event, partnership: Partnership, actor: Actor, at: datetime) -> None:
    journal.record(
        event,
        subject=f"networks/{partnership.network_id}",
        actor=actor,
        at=at,
        changes={"organisation": partnership.organisation_id, "partnership": partnership.pk},
    )
