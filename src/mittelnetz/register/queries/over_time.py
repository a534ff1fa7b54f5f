"""What is so on a day, what will be, and what was."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from mittelnetz.core.periods import PeriodModel

Row = TypeVar("Row", bound=PeriodModel)


@dataclass(frozen=True, slots=True)
class OverTime(Generic[Row]):
    """Rows in force on a day, those that begin later, and those that have ended, the latest first."""

    current: list[Row]
    later: list[Row]
    ended: list[Row]


def over_time(rows: Iterable[Row], day: date) -> OverTime[Row]:
    """The order within each is that of the rows."""
    rows = list(rows)
    ended = [row for row in rows if row.period.has_ended(day)]
    return OverTime(
        current=[row for row in rows if row.period.is_in_force(day)],
        later=[row for row in rows if row.since is not None and row.since > day],
        ended=sorted(ended, key=lambda row: row.until or day, reverse=True),
    )
