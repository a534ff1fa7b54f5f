"""Writes the federation file from the database."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from typing import Any

from mittelnetz.core.transactions import reading
from mittelnetz.exchange.records import RECORDS
from mittelnetz.exchange.records.declaration import Field, Row, Rows, sort_key
from mittelnetz.exchange.schema import FORMAT

_ROWS_AT_ONCE = 2000

_Found = dict[str, dict[Any, list[tuple[Any, ...]]]]
"""What is inside one record: for each list's path, by the key of the owner, the rows' keys and columns."""


def export_federation() -> Iterator[bytes]:
    """The federation file in pieces. The same records always give the same bytes.

    Each list is read once from front to back, along with what is inside its records, so that neither the
    number of statements nor the memory grows with the federation.
    """
    with reading():
        yield from _lay_out((rows.key, _records(rows)) for rows in RECORDS)


def document_file(document: Mapping[str, Any]) -> Iterator[bytes]:
    """A federation that is in memory, laid out as an export is."""
    yield from _lay_out((key, records) for key, records in document.items() if key != "format")


def _lay_out(lists: Iterable[tuple[str, Iterable[Row]]]) -> Iterator[bytes]:
    """One record a line, so that two files can be compared."""
    yield f'{{\n"format": {_json(FORMAT)}'.encode()
    for key, records in lists:
        yield f',\n"{key}": ['.encode()
        before = "\n"
        for record in records:
            yield (before + _text(record)).encode()
            before = ",\n"
        yield b"]"
    yield b"\n}\n"


def _records(rows: Rows) -> Iterator[Row]:
    inside = {path: _by_record(inner, column) for path, inner, column in _inside(rows, "")}
    records = rows.model._default_manager.order_by("pk").values_list("pk", *rows.columns)
    for key, *values in records.iterator(chunk_size=_ROWS_AT_ONCE):
        found = {path: rows_of(key) for path, rows_of in inside.items()}
        yield _item(rows, "", (key, *values), found)


def _inside(rows: Rows, way: str) -> Iterator[tuple[str, Rows, str]]:
    """All lists inside a record, however deep: path, declaration, and the column that leads to the record."""
    for inner in rows.rows:
        column = inner.owner if not way else f"{inner.owner.removesuffix('_id')}__{way}"
        yield inner.key, inner, column
        for path, deeper, deeper_column in _inside(inner, column):
            yield f"{inner.key}.{path}", deeper, deeper_column


def _by_record(rows: Rows, column: str) -> Callable[[Any], dict[Any, list[tuple[Any, ...]]]]:
    """Gives the rows of one record after the other, by their owner; the records must be asked for in order."""
    query = rows.model._default_manager.order_by(column).values_list(column, rows.owner, "pk", *rows.columns)
    groups = groupby(query.iterator(chunk_size=_ROWS_AT_ONCE), itemgetter(0))
    ahead = next(groups, None)

    def rows_of(record: Any) -> dict[Any, list[tuple[Any, ...]]]:
        nonlocal ahead
        by_owner: dict[Any, list[tuple[Any, ...]]] = defaultdict(list)
        if ahead and ahead[0] == record:
            for _, owner, *row in ahead[1]:
                by_owner[owner].append(tuple(row))
            ahead = next(groups, None)
        return by_owner

    return rows_of


def _item(rows: Rows, path: str, stored: tuple[Any, ...], found: _Found) -> Any:
    """One row as it stands in the file."""
    key, *columns = stored
    values = iter(columns[1:] if rows.position else columns)
    row: Row = {}
    for part in rows.content:
        if isinstance(part, Field):
            row[part.key] = part.codec.write(next(values))
        else:
            inner = f"{path}.{part.key}" if path else part.key
            row[part.key] = _items(part, inner, found[inner].get(key, []), found)
    return rows.fold(row)


def _items(rows: Rows, path: str, stored: list[tuple[Any, ...]], found: _Found) -> Any:
    ordered = sorted(stored, key=lambda row: [sort_key(row[1 + index]) for index in rows.order])
    items = [_item(rows, path, row, found) for row in ordered]
    if not rows.keyed_by:
        return items
    by_key = {item.pop(rows.keyed_by): item for item in items}
    return {key: by_key[key] for key in sorted(by_key, key=lambda key: (len(key), key))}


def _text(record: Row) -> str:
    """A record on a line, and each of its rows on one of its own, so that differences can be read."""
    text, had_rows = "", False
    for key, value in record.items():
        has_rows = isinstance(value, list) and bool(value) and isinstance(value[0], dict)
        separator = "" if not text else ",\n " if has_rows or had_rows else ", "
        rows = "[\n  " + ",\n  ".join(map(_json, value)) + "]" if has_rows else _json(value)
        text += f"{separator}{_json(key)}: {rows}"
        had_rows = has_rows
    return f"{{{text}}}"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
