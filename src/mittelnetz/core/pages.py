"""Keyset pages: a page begins behind a row, not at a number, so the last page costs what the first does."""

import base64
import binascii
import json
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db.models import Model, Q, QuerySet

Row = TypeVar("Row", bound=Model)
Item = TypeVar("Item")


class BadCursorError(ValueError):
    """The cursor in an address was not made by `page_of` for this list."""


@dataclass(frozen=True, slots=True)
class Page(Generic[Item]):
    """Rows of one page; a cursor is empty where there is no page in that direction."""

    rows: list[Item]
    previous_cursor: str
    next_cursor: str


def page_of(
    queryset: QuerySet[Row], *, order: tuple[str, ...], descending: bool = False, cursor: str = "", size: int = 25
) -> Page[Row]:
    """The page at the cursor by `order`, whose last field must be unique. One query.

    All fields of `order` hold text or whole numbers. Raises BadCursorError.
    """
    forward, position = _decode(cursor, len(order)) if cursor else (True, None)
    ascending = forward != descending
    if position is not None:
        queryset = _from(queryset, order, position, "gt" if ascending else "lt")
    direction = order if ascending else tuple(f"-{field}" for field in order)
    found = list(queryset.order_by(*direction)[: size + 1])
    rows, has_more = found[:size], len(found) > size
    if not forward:
        rows.reverse()
    has_previous, has_next = (position is not None, has_more) if forward else (has_more, True)
    return Page(
        rows=rows,
        previous_cursor=_encode("<", rows[0], order) if rows and has_previous else "",
        next_cursor=_encode(">", rows[-1], order) if rows and has_next else "",
    )


def page_of_list(rows: Sequence[Item], *, order: tuple[str, ...], cursor: str = "", size: int = 25) -> Page[Item]:
    """As `page_of`, of rows that are in this order already; where what came behind is gone, the last page."""
    begin = 0
    if cursor:
        forward, position = _decode(cursor, len(order))
        places = [[getattr(row, field) for field in order] for row in rows]
        begin = bisect_right(places, position) if forward else bisect_left(places, position) - size
    begin = max(0, begin if begin < len(rows) else len(rows) - size)
    found = list(rows[begin : begin + size])
    return Page(
        rows=found,
        previous_cursor=_encode("<", found[0], order) if begin else "",
        next_cursor=_encode(">", found[-1], order) if begin + size < len(rows) else "",
    )


def _from(queryset: QuerySet[Row], order: tuple[str, ...], position: list[str], comparison: str) -> QuerySet[Row]:
    try:
        return queryset.filter(_beyond(order, position, comparison))
    except ValueError as error:  # a text where there are numbers
        raise BadCursorError(position) from error


def _beyond(order: tuple[str, ...], position: list[str], comparison: str) -> Q:
    """Rows after (gt) or before (lt) the position, compared field by field."""
    beyond, same = Q(), Q()
    for field, value in zip(order, position, strict=True):
        beyond |= same & Q(**{f"{field}__{comparison}": value})
        same &= Q(**{field: value})
    # Says the same once more for the first field alone, so that the database can enter its index there.
    return Q(**{f"{order[0]}__{comparison}e": position[0]}) & beyond


def _encode(direction: str, row: object, order: tuple[str, ...]) -> str:
    position: list[Any] = [direction, *(str(getattr(row, field)) for field in order)]
    text = json.dumps(position, ensure_ascii=False, separators=(",", ":"))
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def _decode(cursor: str, length: int) -> tuple[bool, list[str]]:
    try:
        text = base64.b64decode(cursor.encode("ascii") + b"=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
        position = json.loads(text.decode())
    except (ValueError, binascii.Error, RecursionError) as error:
        raise BadCursorError(cursor) from error
    is_whole = isinstance(position, list) and len(position) == length + 1
    if not is_whole or not all(isinstance(value, str) and "\0" not in value for value in position):
        raise BadCursorError(cursor)
    direction, *values = position
    if direction not in {"<", ">"}:
        raise BadCursorError(cursor)
    return direction == ">", values
