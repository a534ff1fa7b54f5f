"""For which regions a network is there: it begins, it ends, or it was entered wrongly."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from mittelnetz.core import journal
from mittelnetz.people.actors import Actor
from mittelnetz.regions.models import Region
from mittelnetz.register import events
from mittelnetz.register.actions import spans
from mittelnetz.register.models import Network, NetworkRegion


@transaction.atomic
def add_region(*, network: Network, region: Region, since: date, actor: Actor, at: datetime) -> NetworkRegion:
    """Let the network cover a key from a day on. Raises Refused where it covers that key already."""
    row = spans.begin(
        NetworkRegion.objects.filter(network=network, region=region),
        since=since,
        already=_("%(region)s gehört an diesem Tag schon zum Netzwerk.") % {"region": region},
        network=network,
        region=region,
    )
    _record(events.REGION_ADDED, row, actor, at, since=since.isoformat())
    return row


@transaction.atomic
def end_region(*, network_region: NetworkRegion, on: date, actor: Actor, at: datetime) -> NetworkRegion:
    """The network no longer covers the key; `on` is the first day without it."""
    row = spans.end(
        NetworkRegion.objects.filter(pk=network_region.pk), on=on, beginning_of=_("Die Zuständigkeit für diese Region")
    )
    _record(events.REGION_ENDED, row, actor, at, until=on.isoformat())
    return row


@transaction.atomic
def correct_region(
    *, network_region: NetworkRegion, since: date | None, until: date | None, actor: Actor, at: datetime
) -> NetworkRegion:
    """Put right days that were entered wrongly; `until` is the first day without it."""
    rows = NetworkRegion.objects.filter(pk=network_region.pk)
    same = NetworkRegion.objects.filter(network=network_region.network_id, region=network_region.region_id)
    row, changes = spans.correct(rows, same, since=since, until=until)
    _record(events.REGION_CORRECTED, row, actor, at, **changes)
    return row


@transaction.atomic
def strike_region(*, network_region: NetworkRegion, actor: Actor, at: datetime) -> None:
    """Take away a region that never was the network's. That it was entered, the journal keeps."""
    row, changes = spans.strike(NetworkRegion.objects.filter(pk=network_region.pk))
    _record(events.REGION_STRUCK, row, actor, at, **changes)


def _record(event: journal.Event, row: NetworkRegion, actor: Actor, at: datetime, **changes: Any) -> None:
    journal.record(
        event,
        subject=f"networks/{row.network_id}",
        actor=actor,
        at=at,
        changes={"region": row.region_id, **changes},
    )
