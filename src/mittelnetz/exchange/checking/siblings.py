"""Walks through a federation file along the declarations."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from mittelnetz.exchange.errors import Place
from mittelnetz.exchange.records import RECORDS
from mittelnetz.exchange.records.declaration import Row, Rows


@dataclass(frozen=True, slots=True)
class Siblings:
    """The rows of one list of the file, flat, each with its place."""

    rows: Rows
    entries: list[tuple[Place, Row]]


def siblings(document: dict[str, Any]) -> Iterator[Siblings]:
    """Every list of the file that is not empty, records first, then what is in them."""
    for rows in RECORDS:
        yield from _siblings(rows, document.get(rows.key), (rows.key,))


def _siblings(rows: Rows, items: Any, place: Place) -> Iterator[Siblings]:
    entries = [((*place, step), row) for step, row in rows.entries(items)]
    if entries:
        yield Siblings(rows, entries)
    for inner in rows.rows:
        for at, row in entries:
            yield from _siblings(inner, row.get(inner.key), (*at, inner.key))
