"""Days and times that do not exist, spans that end before they begin, and spans that overlap."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from mittelnetz.exchange.checking.siblings import Siblings, siblings
from mittelnetz.exchange.errors import FileError, Place, pointer
from mittelnetz.exchange.records.declaration import Row, Rows
from mittelnetz.exchange.values import UnreadableError
from mittelnetz.rulebook.periods import Period, beginning

_Span = tuple[Place | None, Period, str]
"""Where it stands in the file, if it does; when it lasts; and what it is called in a line about another."""


def span_errors(document: dict[str, Any], faults: set[Place]) -> Iterator[FileError]:
    """`faults`: values that are wrong in themselves already; nothing overlaps because of their absence."""
    for group in siblings(document):
        spans: dict[tuple[Any, ...], list[_Span]] = defaultdict(list)
        same = group.rows.once_at_a_time
        for place, row in group.entries:
            values: Row = {}
            yield from _read(group.rows, place, row, values)
            if "until" not in values or "since" not in values:
                continue
            since, until = values["since"], values["until"]
            if since and until and until <= since:
                problem = f"ends on {until}, which is not after it begins on {since}"
                yield FileError((*place, "until"), problem, "write a later day, or null while it lasts")
            elif same is not None and faults.isdisjoint((*place, key) for key in ("since", "until")):
                thing = tuple(row.get(key) for key in same)
                if None not in thing:
                    spans[thing].append((place, Period(since, until), pointer(place)))
        for thing, id_, stored in _stored(group):
            spans[thing].append((None, stored, f"the record {id_} of the database"))
        for group_of_same in spans.values():
            yield from _overlaps(group_of_same)


def _read(rows: Rows, place: Place, row: Row, values: Row) -> Iterator[FileError]:
    """Read the row's values, and tell which cannot be read."""
    for field in rows.fields:
        try:
            values[field.key] = field.codec.read(row.get(field.key))
        except UnreadableError as error:
            yield FileError((*place, *field.place), error.problem, error.remedy)


def _stored(group: Siblings) -> Iterator[tuple[tuple[Any, ...], str, Period]]:
    """Spans of records that are in the database and not in the file. (Rows of a record are replaced with it.)"""
    rows = group.rows
    if rows.owner or rows.once_at_a_time is None:
        return
    named = {row.get("id") for _, row in group.entries}
    columns = [field.column for field in rows.fields if field.key in rows.once_at_a_time]
    for id_, since, until, *thing in rows.model._default_manager.values_list("pk", "since", "until", *columns):
        if id_ not in named:
            yield tuple(thing), id_, Period(since, until)


def _overlaps(spans: Iterable[_Span]) -> Iterator[FileError]:
    """Of two spans that overlap the later one is at fault, unless only the earlier is in the file."""
    last: _Span | None = None
    for span in sorted(spans, key=lambda span: beginning(span[1])):
        if last and last[1].overlaps(span[1]):
            place, other = (span[0], last) if span[0] else (last[0], span)
            if place:
                problem = f"overlaps in time with {other[2]}"
                yield FileError(place, problem, "let one end on or before the day the other begins")
        if last is None or _ends_later(span[1], last[1]):
            last = span


def _ends_later(one: Period, other: Period) -> bool:
    return other.until is not None and (one.until is None or one.until > other.until)
