"""How a value of the file becomes the value of a column, and back."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

BERLIN = ZoneInfo("Europe/Berlin")
_STANDARD_TIME = datetime(1893, 4, 1, tzinfo=UTC)  # before, offsets had seconds, which ISO 8601 cannot say
_END_OF_TIME = datetime(9999, 12, 31, tzinfo=UTC)


class UnreadableError(ValueError):
    """A value of the right shape that means nothing."""

    def __init__(self, problem: str, remedy: str) -> None:
        super().__init__(problem)
        self.problem = problem
        self.remedy = remedy


@dataclass(frozen=True, slots=True)
class Codec:
    """`read` takes a value of the right shape and raises UnreadableError where it means nothing."""

    read: Callable[[Any], Any]
    write: Callable[[Any], Any]


def _same(value: Any) -> Any:
    return value


def _read_day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UnreadableError(f"there is no day {text}", "write a day of the calendar") from None


def _write_day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _read_moment(text: str | None) -> datetime | None:
    if text is None:
        return None
    try:
        moment = datetime.fromisoformat(text)
        if moment.tzinfo is None:
            moment = _in_berlin(moment)
        if _STANDARD_TIME <= moment < _END_OF_TIME:
            return moment.astimezone(UTC)
    except (ValueError, OverflowError):
        pass
    raise UnreadableError(f"there is no time {text}", "write a time that clocks in Berlin show, or add the offset")


def _in_berlin(wall: datetime) -> datetime:
    """The moment at which Berlin's clocks show this; on the repeated hour the first."""
    moment = wall.replace(tzinfo=BERLIN, fold=0)
    if moment.astimezone(UTC).astimezone(BERLIN).replace(tzinfo=None) != wall:
        raise ValueError(wall)
    return moment


def _write_moment(moment: datetime) -> str:
    return moment.astimezone(BERLIN).isoformat(timespec="seconds")


PLAIN = Codec(_same, _same)
TEXT = Codec(lambda value: value or "", lambda value: value or None)
FLAG = Codec(bool, _same)
COUNT = Codec(lambda value: int(value or 0), _same)
YEAR = Codec(lambda value: None if value is None else int(value), _same)
DAY = Codec(_read_day, _write_day)
MOMENT = Codec(_read_moment, _write_moment)
AMOUNT = Codec(lambda value: None if value is None else Decimal(value), lambda value: f"{value:.2f}")


def word(default: str) -> Codec:
    """A word of a list, with the one that is meant where none stands."""
    return Codec(lambda value: value or default, _same)
