"""Partnerships of one network, for those who keep them."""

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
    """One statement; each with its organisation."""
    rows = Partnership.objects.filter(network=network_id).select_related("organisation")
    by_name = list(rows.order_by("organisation__folded_name", "pk"))
    ended = [row for row in by_name if row.period.has_ended(day)]
    return Partnerships(
        current=[row for row in by_name if row.period.is_in_force(day)],
        later=[row for row in by_name if row.since is not None and row.since > day],
        ended=sorted(ended, key=lambda row: row.until or day, reverse=True),
    )
