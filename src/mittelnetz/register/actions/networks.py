"""Changes of networks: their texts, fees, complaints and contributions."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from mittelnetz.core import journal
from mittelnetz.core.folding import fold
from mittelnetz.core.refusals import Refused, refuse_stale
from mittelnetz.people.actors import Actor
from mittelnetz.register import events
from mittelnetz.register.actions import spans
from mittelnetz.register.actions.ids import refuse_taken
from mittelnetz.register.models import (
    Complaint,
    Contribution,
    Fee,
    Network,
    NetworkStatus,
    Organisation,
)
from mittelnetz.register.words import Status

DETAILS = frozenset({"name", "aims", "approach", "website"})


@transaction.atomic
def form_network(*, id: str, name: str, since: date, actor: Actor, at: datetime) -> Network:
    """Enter a network that is forming. It becomes a recognised one through a decision only (RB1)."""
    refuse_taken(Network, id)
    network = Network.objects.create(id=id, name=name, folded_name=fold(name))
    NetworkStatus.objects.create(network=network, status=Status.FORMING, since=since)
    _record(events.NETWORK_FORMED, network, actor, at, since=since.isoformat())
    return network


@transaction.atomic
def change_network(
    *, network: Network, details: Mapping[str, Any], seen: Mapping[str, Any] | None = None, actor: Actor, at: datetime
) -> Network:
    """Change name, aims, approach or website. The journal keeps which fields, not the texts.

    `seen`: what was there when the person looked. Raises Stale where it is not there any more.
    """
    if unknown := set(details) - DETAILS:
        raise TypeError(f"not a detail of a network: {', '.join(sorted(unknown))}")
    network = Network.objects.select_for_update().get(pk=network.pk)
    refuse_stale(network, seen or {})
    changed = sorted(field for field, value in details.items() if getattr(network, field) != value)
    if changed:
        for field in changed:
            setattr(network, field, details[field])
        network.folded_name = fold(network.name)
        network.save(update_fields=[*changed, "folded_name"])
        _record(events.NETWORK_CHANGED, network, actor, at, fields=changed)
    return network


@transaction.atomic
def declare_no_mandatory_fee(*, network: Network, on: date, actor: Actor, at: datetime) -> None:
    """Record the network's word that it asks no mandatory fee (RB2.1)."""
    network.no_mandatory_fee_declared_on = on
    network.save(update_fields=["no_mandatory_fee_declared_on"])
    _record(events.NO_FEE_DECLARED, network, actor, at, on=on.isoformat())


@transaction.atomic
def begin_fee(*, network: Network, mandatory: bool, amount: Decimal, since: date, actor: Actor, at: datetime) -> Fee:
    """Record a fee. Several may be in force at once; a mandatory one is against RB2.1, which its finding says."""
    fee = Fee.objects.create(network=network, mandatory=mandatory, amount=amount, since=since)
    _record(events.FEE_BEGUN, network, actor, at, mandatory=mandatory, amount=str(amount), since=since.isoformat())
    return fee


@transaction.atomic
def end_fee(*, fee: Fee, on: date, actor: Actor, at: datetime) -> Fee:
    """The fee is asked no longer; `on` is the first day without it."""
    row = spans.end(Fee.objects.filter(pk=fee.pk), on=on, beginning_of=_("Der Beitrag"))
    _record(events.FEE_ENDED, row.network, actor, at, mandatory=row.mandatory, until=on.isoformat())
    return row


@transaction.atomic
def receive_complaint(*, network: Network, about: str, on: date, actor: Actor, at: datetime) -> Complaint:
    """Record a complaint that the network breaks the norm `about`."""
    complaint = Complaint.objects.create(network=network, about=about, received_on=on)
    _record(events.COMPLAINT_RECEIVED, network, actor, at, about=about, received=on.isoformat())
    return complaint


@transaction.atomic
def uphold_complaint(*, complaint: Complaint, on: date, actor: Actor, at: datetime) -> Complaint:
    """The complaint was found to be right."""
    return _date_complaint(
        events.COMPLAINT_UPHELD, complaint, "upheld_on", earliest=complaint.received_on, on=on, actor=actor, at=at
    )


@transaction.atomic
def remedy_complaint(*, complaint: Complaint, on: date, actor: Actor, at: datetime) -> Complaint:
    """What was complained of has been put right."""
    if complaint.upheld_on is None:
        raise Refused(_("Über die Beschwerde ist noch nicht entschieden. Bitte halten Sie zuerst das Ergebnis fest."))
    return _date_complaint(
        events.COMPLAINT_REMEDIED, complaint, "remedied_on", earliest=complaint.upheld_on, on=on, actor=actor, at=at
    )


@transaction.atomic
def record_contribution(
    *,
    network: Network,
    amount: Decimal,
    on: date,
    giver: Organisation | None,
    purpose: str,
    actor: Actor,
    at: datetime,
) -> Contribution:
    """Record money that came in through the network (RB7.1)."""
    contribution = Contribution.objects.create(
        network=network, amount=amount, received_on=on, giver=giver, purpose=purpose
    )
    _record(events.CONTRIBUTION_RECORDED, network, actor, at, amount=str(amount), on=on.isoformat(), purpose=purpose)
    return contribution


def _date_complaint(
    event: journal.Event, complaint: Complaint, field: str, *, earliest: date, on: date, actor: Actor, at: datetime
) -> Complaint:
    if on < earliest:
        raise Refused(_("Dieser Tag liegt vor dem vorigen Schritt. Bitte prüfen Sie das Datum."))
    setattr(complaint, field, on)
    complaint.save(update_fields=[field])
    _record(event, complaint.network, actor, at, about=complaint.about, on=on.isoformat())
    return complaint


def _record(event: journal.Event, network: Network, actor: Actor, at: datetime, **changes: Any) -> None:
    journal.record(event, subject=f"networks/{network.pk}", actor=actor, at=at, changes=changes)
