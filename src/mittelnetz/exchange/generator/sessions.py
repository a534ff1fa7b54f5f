"""Sessions of any body: when they take place, and how they look in the file."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

_BERLIN = ZoneInfo("Europe/Berlin")
_YEAR = 365
_SHIFT = 20
_FRIDAY = 4
# How far ahead sessions are planned.
AHEAD = timedelta(days=200)

Record = dict[str, Any]


def session_days(times_a_year: int, first: date, last: date, random: Random) -> Iterator[date]:
    """Working days, spread evenly over each calendar year, from the first day to the last."""
    for year in range(first.year, last.year + 1):
        for number in range(times_a_year):
            middle = _YEAR * (2 * number + 1) // (2 * times_a_year)
            shift = random.randrange(-_SHIFT, _SHIFT + 1)
            day = date(year, 1, 1) + timedelta(days=middle + shift)
            day -= timedelta(days=max(0, day.weekday() - _FRIDAY))
            if first <= day <= last:
                yield day


def session(
    body: str,
    day: date,
    status: str,
    *,
    random: Random,
    attendance: Sequence[Record] = (),
    agenda: Sequence[Record] = (),
    also_for: Sequence[str] = (),
) -> Record:
    starts = datetime.combine(day, time(random.randrange(9, 18), random.choice((0, 0, 30))), tzinfo=_BERLIN)
    return {
        "id": f"{body}-{day}",
        "body": body,
        "also_for": list(also_for),
        "starts": starts.isoformat(),
        "status": status,
        "attendance": sorted(attendance, key=lambda row: str(row["person"])),
        "agenda": list(agenda),
    }


def agenda_item(kind: str, title: str, *, done: bool) -> Record:
    return {"kind": kind, "title": title, "done": done}


def attendance(person: str, representing: str | None, *, present: bool) -> Record:
    return {"person": person, "representing": representing, "present": present}
