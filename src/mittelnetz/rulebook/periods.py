"""Half-open periods of days: from `since`, up to but not including `until` (SEMANTICS, "Common ground")."""

import calendar
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Period:
    """A span of days. `since` None: beginning unknown, earlier than any day. `until` None: no end known."""

    since: date | None = None
    until: date | None = None

    def __post_init__(self) -> None:
        if self.since and self.until and self.until <= self.since:
            raise ValueError(f"a period must end after it begins: {self.since} to {self.until}")

    def is_in_force(self, day: date) -> bool:
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)

    def has_ended(self, day: date) -> bool:
        return self.until is not None and self.until <= day

    def overlaps(self, other: "Period") -> bool:
        return _begins_before_end(self, other) and _begins_before_end(other, self)


def _begins_before_end(first: Period, second: Period) -> bool:
    return first.since is None or second.until is None or first.since < second.until


def beginning(period: Period) -> date:
    """The first day for sorting; a beginning that is unknown comes before all others."""
    return period.since or date.min


def overlapping(periods: Iterable[Period]) -> tuple[Period, Period] | None:
    """The first two of the periods that overlap, in order of their beginning, or None."""
    ordered = sorted(periods, key=beginning)
    return next(((a, b) for a, b in pairwise(ordered) if a.overlaps(b)), None)


def add_months(day: date, months: int) -> date:
    """The same day of the month `months` later, or that month's last day where the day does not exist."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
