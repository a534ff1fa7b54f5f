"""Partnerships of one network, or of one organisation, for those who keep them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from mittelnetz.register.models import Partnership


@dataclass(frozen=True, slots=True)
class Partnerships:
    """Those in force on a day, those that begin later, and those that have ended, the latest first."""

    current: list[Partnership]
    later: list[Partnership]
    ended: list[Partnership]


def partnerships_of(network_id: str, day: date) -> Partnerships:
    """The network's, each with its organisation. One statement."""
    rows = Partnership.objects.filter(network=network_id).select_related("organisation")
    return _parted(rows.order_by("organisation__folded_name", "pk"), day)


def partnerships_in(organisation_id: str, day: date) -> Partnerships:
    """The organisation's, each with its network. One statement."""
    rows = Partnership.objects.filter(organisation=organisation_id).select_related("network")
    return _parted(rows.order_by("network__folded_name", "pk"), day)


def _parted(rows: Iterable[Partnership], day: date) -> Partnerships:
    by_name = list(rows)
    ended = [row for row in by_name if row.period.has_ended(day)]
    return Partnerships(
        current=[row for row in by_name if row.period.is_in_force(day)],
        later=[row for row in by_name if row.since is not None and row.since > day],
        ended=sorted(ended, key=lambda row: row.until or day, reverse=True),
    )
