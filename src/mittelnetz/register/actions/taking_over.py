"""What an existing federation brings along: entered once, and from then on changed only as everything else is.

It is marked by `Network.records_since`: whatever began before that day was taken over.
"""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from mittelnetz.core import journal
from mittelnetz.core.periods import day_of
from mittelnetz.core.refusals import Refused
from mittelnetz.people.actors import Actor
from mittelnetz.register import events
from mittelnetz.register.models import Nesting, Network, NetworkStatus
from mittelnetz.register.words import Status


@transaction.atomic
def take_over_status(
    *, network: Network, status: str, since: date | None, records_since: date, actor: Actor, at: datetime
) -> NetworkStatus:
    """Enter what the network was before its doings were recorded here (`since`: None where nobody knows).

    Raises Refused where it has a status already: what it becomes from now on, the bodies decide (RB1).
    """
    network = Network.objects.select_for_update().get(pk=network.pk)
    forming = list(network.statuses.all())
    if any(row.status != Status.FORMING for row in forming):
        raise Refused(
            _("Dieses Netzwerk hat schon einen Status. Was daraus wird, beschließen die Gremien."), norm="RB1"
        )
    if records_since > day_of(at):
        raise Refused(
            _("Die Aufzeichnungen haben an diesem Tag noch nicht begonnen. Bitte nehmen Sie höchstens heute.")
        )
    if since is not None and since >= records_since:
        raise Refused(
            _(
                "Übernommen wird nur, was vorher schon galt. "
                "Bitte wählen Sie einen früheren Tag, oder lassen Sie ihn leer."
            )
        )
    for row in forming:  # it stays what the network was before
        if since is None or row.since is None or row.since >= since:
            row.delete()
        elif row.until is None or row.until > since:
            row.until = since
            row.save(update_fields=["until"])
    network.records_since = records_since
    network.save(update_fields=["records_since"])
    taken_over = NetworkStatus.objects.create(network=network, status=status, since=since)
    journal.record(
        events.STATUS_TAKEN_OVER,
        subject=f"networks/{network.pk}",
        actor=actor,
        at=at,
        changes={
            "status": status,
            "since": since.isoformat() if since else None,
            "records_since": records_since.isoformat(),
        },
    )
    return taken_over


@transaction.atomic
def take_over_nesting(*, first: Network, second: Network, since: date, actor: Actor, at: datetime) -> Nesting:
    """Enter that two networks agreed long ago that one lies inside the other (RB9.3); both consented on that day."""
    if first == second:
        raise Refused(_("Das ist zweimal dasselbe Netzwerk. Bitte wählen Sie ein anderes."))
    pair = [first.pk, second.pk]
    if Nesting.objects.filter(first__in=pair, second__in=pair, until=None).exists():
        raise Refused(_("Für diese beiden Netzwerke ist schon eine Verschachtelung eingetragen."))
    if any(one.records_since is None or since >= one.records_since for one in (first, second)):
        raise Refused(
            _("Übernommen wird nur, was vorher schon galt. Übernehmen Sie zuerst den Stand beider Netzwerke."),
            norm="RB9.3",
        )
    nesting = Nesting.objects.create(
        id=_free_id(f"{first.pk}-{second.pk}"),
        first=first,
        second=second,
        since=since,
        first_consented_on=since,
        second_consented_on=since,
    )
    journal.record(
        events.NESTING_TAKEN_OVER,
        subject=f"nestings/{nesting.pk}",
        actor=actor,
        at=at,
        changes={"networks": pair, "since": since.isoformat()},
    )
    return nesting


def _free_id(wanted: str) -> str:
    wanted = wanted[:70]
    number = Nesting.objects.filter(pk__startswith=wanted).count()
    return f"{wanted}-{number + 1}" if number else wanted
