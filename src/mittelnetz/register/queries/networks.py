"""Networks in lists."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from mittelnetz.core.folding import fold
from mittelnetz.core.nested import NestedRows
from mittelnetz.core.periods import in_force
from mittelnetz.register.models import Network, NetworkRegion
from mittelnetz.register.queries.naming import Named, region_rows, regions_from
from mittelnetz.register.queries.standings import has_status, standing_from, status_rows
from mittelnetz.rulebook.keys import COUNTRY
from mittelnetz.rulebook.standing import Standing


@dataclass(frozen=True, slots=True)
class NetworkRow:
    id: str
    name: str
    standing: Standing
    regions: list[Named]


def covered_rows(day: date) -> NestedRows:
    """The regions of a network in force, to annotate networks with; `regions_from` reads what comes."""
    return region_rows(NetworkRegion.objects.in_force(day).filter(network=OuterRef("pk")), "region__")


def listed_networks(*, day: date, search: str = "", status: str = "", land: str = "") -> "QuerySet[Network]":
    """Networks for a keyset page by `folded_name, id`, one statement; `network_rows` reads what comes."""
    networks = Network.objects.only("id", "name", "folded_name").annotate(
        statuses_held=status_rows(), regions_held=covered_rows(day)
    )
    for word in fold(search).split():
        networks = networks.filter(folded_name__contains=word)
    if status:
        networks = networks.filter(has_status([status], day))
    if land:
        within = Q(region__key=COUNTRY) | Q(region__key__startswith=land)
        networks = networks.filter(Exists(NetworkRegion.objects.filter(within, in_force(day), network=OuterRef("pk"))))
    return networks


def network_rows(networks: Iterable[Any], day: date) -> list[NetworkRow]:
    """What a list shows of networks annotated as by `listed_networks`."""
    return [
        NetworkRow(
            network.id, network.name, standing_from(network.statuses_held, day), regions_from(network.regions_held)
        )
        for network in networks
    ]


def last_regions(network_id: str, day: date) -> list[Named]:
    """Those that the network covered last, of one that covers none on the day. One statement."""
    rows = NetworkRegion.objects.filter(network=network_id, until__lte=day).select_related("region")
    ended = list(rows.order_by("-until", "region"))
    return [Named(row.region_id, row.region.name) for row in ended if row.until == ended[0].until]
