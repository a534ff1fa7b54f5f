"""Changes of nestings and cooperations, and which version of the framework is in force."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from mittelnetz.core import journal
from mittelnetz.core.refusals import Refused
from mittelnetz.people.actors import Actor
from mittelnetz.register import events
from mittelnetz.register.actions import spans
from mittelnetz.register.models import Cooperation, FrameworkVersion, Nesting, Network


@transaction.atomic
def propose_nesting(*, id: str, first: Network, second: Network, since: date, actor: Actor, at: datetime) -> Nesting:
    """Record that one of the two networks is to lie inside the other (RB9.3). It counts once both consent."""
    nesting = Nesting.objects.create(id=id, first=first, second=second, since=since)
    journal.record(
        events.NESTING_PROPOSED,
        subject=f"nestings/{id}",
        actor=actor,
        at=at,
        changes={"networks": [first.pk, second.pk], "since": since.isoformat()},
    )
    return nesting


@transaction.atomic
def consent_to_nesting(*, nesting: Nesting, network: Network, on: date, actor: Actor, at: datetime) -> Nesting:
    """Record one network's consent. Raises Refused where the network is not one of the two."""
    nesting = Nesting.objects.select_for_update().get(pk=nesting.pk)
    fields = {nesting.first_id: "first_consented_on", nesting.second_id: "second_consented_on"}
    if network.pk not in fields:
        raise Refused(_("Dieses Netzwerk ist an der Verschachtelung nicht beteiligt."), norm="RB9.3")
    setattr(nesting, fields[network.pk], on)
    nesting.save(update_fields=[fields[network.pk]])
    journal.record(
        events.NESTING_CONSENTED,
        subject=f"nestings/{nesting.pk}",
        actor=actor,
        at=at,
        changes={"network": network.pk, "on": on.isoformat()},
    )
    return nesting


@transaction.atomic
def end_nesting(*, nesting: Nesting, on: date, actor: Actor, at: datetime) -> Nesting:
    """The agreement ends; `on` is the first day without it."""
    row = spans.end(Nesting.objects.filter(pk=nesting.pk), on=on, beginning_of=_("Die Verschachtelung"))
    journal.record(
        events.NESTING_ENDED, subject=f"nestings/{row.pk}", actor=actor, at=at, changes={"until": on.isoformat()}
    )
    return row


@transaction.atomic
def begin_cooperation(
    *, id: str, network: Network, other: Network | str, kind: str, since: date, actor: Actor, at: datetime
) -> Cooperation:
    """Record that the network works together with another one, or with someone outside who is named (RB8)."""
    if other == network:
        raise Refused(_("Ein Netzwerk arbeitet nicht mit sich selbst zusammen. Bitte wählen Sie ein anderes."))
    side = {"with_network": other} if isinstance(other, Network) else {"with_other": other}
    cooperation = Cooperation.objects.create(id=id, network=network, kind=kind, since=since, **side)
    journal.record(
        events.COOPERATION_BEGUN,
        subject=f"cooperations/{id}",
        actor=actor,
        at=at,
        changes={
            "network": network.pk,
            "with_network": cooperation.with_network_id,
            "kind": kind,
            "since": since.isoformat(),
        },
    )
    return cooperation


@transaction.atomic
def end_cooperation(*, cooperation: Cooperation, on: date, actor: Actor, at: datetime) -> Cooperation:
    """The cooperation ends; `on` is the first day without it."""
    row = spans.end(Cooperation.objects.filter(pk=cooperation.pk), on=on, beginning_of=_("Die Zusammenarbeit"))
    journal.record(
        events.COOPERATION_ENDED,
        subject=f"cooperations/{row.pk}",
        actor=actor,
        at=at,
        changes={"until": on.isoformat()},
    )
    return row


@transaction.atomic
def put_framework_in_force(
    *, id: str, document: str, version: str, since: date, actor: Actor, at: datetime
) -> FrameworkVersion:
    """Put a version of a document in force; the one before it ends on that day."""
    rows = FrameworkVersion.objects.select_for_update().filter(document=document)
    rows.in_force(since).exclude(since=since).update(until=since)
    framework = spans.begin(
        rows,
        since=since,
        already=_("Ab diesem Tag gilt schon eine Fassung. Bitte wählen Sie einen späteren Tag."),
        id=id,
        document=document,
        version=version,
    )
    journal.record(
        events.FRAMEWORK_PUT_IN_FORCE,
        subject=f"framework_versions/{id}",
        actor=actor,
        at=at,
        changes={"document": document, "version": version, "since": since.isoformat()},
    )
    return framework
