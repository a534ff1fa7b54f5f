"""Changes of who belongs to a network: partners, and those who ask to become one."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from mittelnetz.core import journal
from mittelnetz.core.periods import day_of
from mittelnetz.core.refusals import Refused
from mittelnetz.people.actors import Actor
from mittelnetz.register import events
from mittelnetz.register.actions import spans
from mittelnetz.register.answers import Given
from mittelnetz.register.models import (
    Acknowledgement,
    FrameworkVersion,
    Network,
    Organisation,
    PartnerRequest,
    Partnership,
)
from mittelnetz.register.words import RequestOutcome


@transaction.atomic
def begin_partnership(
    *, network: Network, organisation: Organisation, since: date, listed: bool, actor: Actor, at: datetime
) -> Partnership:
    """Make the organisation a partner of the network. `listed`: it agreed to be named in public.

    Raises Refused where it is a partner already, or will be.
    """
    partnership = spans.begin(
        Partnership.objects.filter(network=network, organisation=organisation),
        since=since,
        already=_("%(name)s ist an diesem Tag schon Partner des Netzwerks.") % {"name": organisation.name},
        network=network,
        organisation=organisation,
        listed=listed,
        listing_answered_on=day_of(at) if listed else None,
    )
    _record(events.PARTNERSHIP_BEGUN, partnership, actor, at, since=since.isoformat(), listed=listed)
    return partnership


@transaction.atomic
def end_partnership(*, partnership: Partnership, on: date, actor: Actor, at: datetime) -> Partnership:
    """End the partnership; `on` is the first day on which the organisation is no partner any more."""
    row = spans.end(Partnership.objects.filter(pk=partnership.pk), on=on, beginning_of=_("Die Partnerschaft"))
    _record(events.PARTNERSHIP_ENDED, row, actor, at, until=on.isoformat())
    return row


@transaction.atomic
def correct_partnership(
    *, partnership: Partnership, since: date | None, until: date | None, actor: Actor, at: datetime
) -> Partnership:
    """Put right days that were entered wrongly; `until` is the first day on which it is no partner any more."""
    same = Partnership.objects.filter(network=partnership.network_id, organisation=partnership.organisation_id)
    row, changes = spans.correct(Partnership.objects.filter(pk=partnership.pk), same, since=since, until=until)
    _record(events.PARTNERSHIP_CORRECTED, row, actor, at, **changes)
    return row


@transaction.atomic
def strike_partnership(*, partnership: Partnership, actor: Actor, at: datetime) -> None:
    """Take away a partnership that never was. That it was entered, the journal keeps."""
    row, changes = spans.strike(Partnership.objects.filter(pk=partnership.pk))
    _record(events.PARTNERSHIP_STRUCK, row, actor, at, **changes)


@transaction.atomic
def change_listing(*, partnership: Partnership, listed: bool, given: Given, actor: Actor, at: datetime) -> Partnership:
    """Record whether the partner agrees to be named in public (HR3). To say the same again changes nothing.

    Taking it back is possible also when the partnership has ended: pages that look back name partners, too.
    """
    given.refuse_future(at)
    row = Partnership.objects.select_for_update().get(pk=partnership.pk)
    if row.listed == listed and row.listing_answered_on is not None:
        return row
    if listed:
        _refuse_ended(row, given.on)
    row.listed, row.listing_answered_on = listed, given.on
    row.save(update_fields=["listed", "listing_answered_on"])
    _record(events.LISTING_CHANGED, row, actor, at, given.personal, listed=listed, **given.changes)
    return row


@transaction.atomic
def ask_to_join_federation(*, partnership: Partnership, on: date, actor: Actor, at: datetime) -> None:
    """Record that the network asked this partner to become a partner of the federation (RB5)."""
    partnership.asked_to_join_federation_on = on
    partnership.save(update_fields=["asked_to_join_federation_on"])
    _record(events.ASKED_TO_JOIN_FEDERATION, partnership, actor, at, on=on.isoformat())


@transaction.atomic
def acknowledge_framework(
    *, partnership: Partnership, document: str, version: str, given: Given, actor: Actor, at: datetime
) -> Acknowledgement:
    """Record that the partner knows this version of the document (QK8). A second time changes nothing.

    Raises Refused where the version is not in force on the day of the answer, or the partnership has ended.
    """
    given.refuse_future(at)
    row = Partnership.objects.select_for_update().get(pk=partnership.pk)
    known = row.acknowledgements.filter(document=document, version=version).first()
    if known:
        return known
    _refuse_ended(row, given.on)
    if not FrameworkVersion.objects.in_force(given.on).filter(document=document, version=version).exists():
        raise Refused(_("Diese Fassung gilt an diesem Tag nicht. Bitte fragen Sie nach der neuen."), norm="QK8")
    acknowledgement = Acknowledgement.objects.create(
        partnership=row, document=document, version=version, acknowledged_on=given.on
    )
    _record(
        events.FRAMEWORK_ACKNOWLEDGED,
        row,
        actor,
        at,
        given.personal,
        document=document,
        version=version,
        **given.changes,
    )
    return acknowledgement


@transaction.atomic
def receive_partner_request(
    *, network: Network, organisation: Organisation, on: date, actor: Actor, at: datetime
) -> PartnerRequest:
    """Record that an organisation asked to become a partner. Raises Refused while an earlier request is open."""
    if PartnerRequest.objects.filter(network=network, organisation=organisation, decided_on=None).exists():
        raise Refused(_("Eine Anfrage dieser Organisation ist schon offen. Bitte entscheiden Sie zuerst darüber."))
    request = PartnerRequest.objects.create(
        network=network, organisation=organisation, received_on=on, outcome=RequestOutcome.OPEN
    )
    journal.record(
        events.REQUEST_RECEIVED,
        subject=f"networks/{network.pk}",
        actor=actor,
        at=at,
        changes={"organisation": organisation.pk, "received": on.isoformat()},
    )
    return request


@transaction.atomic
def decide_partner_request(
    *, request: PartnerRequest, outcome: str, reason: str = "", on: date, actor: Actor, at: datetime
) -> PartnerRequest:
    """Accept or refuse a request; a refusal needs a reason (RB2.1, QK7).

    Accepting does not begin the partnership: that is its own step, with its own day.
    """
    request = PartnerRequest.objects.select_for_update().get(pk=request.pk)
    if request.decided_on is not None:
        raise Refused(_("Über diese Anfrage ist schon entschieden. Bitte laden Sie die Seite neu."))
    if outcome == RequestOutcome.REFUSED and not reason:
        raise Refused(_("Eine Absage braucht einen Grund. Bitte wählen Sie einen aus."), norm="RB2.1")
    if on < request.received_on:
        raise Refused(_("Dieser Tag liegt vor der Anfrage. Bitte prüfen Sie das Datum."))
    request.outcome, request.reason, request.decided_on = outcome, reason, on
    request.save(update_fields=["outcome", "reason", "decided_on"])
    journal.record(
        events.REQUEST_DECIDED,
        subject=f"networks/{request.network_id}",
        actor=actor,
        at=at,
        changes={"organisation": request.organisation_id, "outcome": outcome, "reason": reason, "on": on.isoformat()},
    )
    return request


def _refuse_ended(partnership: Partnership, day: date) -> None:
    if partnership.period.has_ended(day):
        raise Refused(_("Die Partnerschaft ist an diesem Tag schon beendet. Hier ist nichts mehr zu tun."))


def _record(
    event: journal.Event,
    partnership: Partnership,
    actor: Actor,
    at: datetime,
    personal: Mapping[str, str] | None = None,
    **changes: Any,
) -> None:
    journal.record(
        event,
        subject=f"networks/{partnership.network_id}",
        actor=actor,
        at=at,
        changes={"organisation": partnership.organisation_id, **changes},
        personal=personal,
    )
