"""Brings the rows of the tables to what a checked file says, many at a time.

A row that changed is taken out and put back whole under its key. Between the old and the new state of several
rows there may be none that the tables' guards allow (two spans that move a border); between the old state
without these rows and the new one there always is. References to the row are checked at the end of the
transaction, when it is back.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any, TypeVar

from django.db.models import ManyToOneRel, Model

from mittelnetz.exchange.errors import FileError, Place
from mittelnetz.exchange.records.declaration import Row, Rows, sort_key

_ROWS_AT_ONCE = 2000
_KEYS_AT_ONCE = 500
_T = TypeVar("_T")
_Valued = TypeVar("_Valued", "_Wanted", "_Stored")


@dataclass(slots=True)
class Counts:
    """How many rows of a list were touched."""

    added: int = 0
    changed: int = 0
    deleted: int = 0


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A row as the file wants it. `owner` is None for a record."""

    owner: Any
    values: tuple[Any, ...]
    place: Place
    row: Row


@dataclass(frozen=True, slots=True)
class _Stored:
    """A row as the table holds it."""

    owner: Any
    values: tuple[Any, ...]
    key: Any


@dataclass(frozen=True, slots=True)
class _Owner:
    """A row of which a list is to be written: the list's items and its place in the file."""

    key: Any
    is_new: bool
    items: Any
    place: Place


class Writer:
    """Writes records in lots. `errors` are rows that cannot be deleted; `counts` are kept by the list's path."""

    def __init__(self) -> None:
        self.counts: dict[str, Counts] = defaultdict(Counts)
        self.errors: list[FileError] = []

    def write_records(self, rows: Rows, records: list[Any], offset: int) -> None:
        """Records of a list of the file, the first of which stands at `offset`."""
        wanted = [
            _Wanted(None, rows.values(row, 0), (rows.key, offset + index), row)
            for index, (_, row) in enumerate(rows.entries(records))
        ]
        stored = _stored(rows, "pk", [want.row["id"] for want in wanted])
        self._bring(rows, rows.key, wanted, stored, {})

    def _write_rows(self, rows: Rows, path: str, owners: list[_Owner]) -> None:
        wanted = [want for owner in owners for want in _wanted(rows, owner)]
        stored = _stored(rows, rows.owner, [owner.key for owner in owners if not owner.is_new])
        self._bring(rows, path, wanted, stored, {owner.key: owner.place for owner in owners})

    def _bring(
        self, rows: Rows, path: str, wanted: list[_Wanted], stored: list[_Stored], places: dict[Any, Place]
    ) -> None:
        """Make the table hold what is wanted instead of what is stored, and go on with the rows inside."""
        pairs = _matched(rows, wanted, stored)
        gone = [found for want, found in pairs if found and not want]
        kept = [(want, found) for want, found in pairs if want and found]
        changed = [(want, found) for want, found in kept if want.values != found.values]
        added = [want for want, found in pairs if want and not found]

        counts = self.counts[path]
        counts.added += len(added)
        counts.changed += len(changed)
        self._delete(rows, path, gone, places)
        keys = _put(rows, changed, added)
        present = [(want, found.key, False) for want, found in kept]
        present += [(want, key, True) for want, key in zip(added, keys, strict=True)]
        for inner in rows.rows:
            owners = [
                _Owner(key, is_new, want.row.get(inner.key), (*want.place, inner.key)) for want, key, is_new in present
            ]
            self._write_rows(inner, f"{path}.{inner.key}", owners)

    def _delete(self, rows: Rows, path: str, gone: list[_Stored], places: dict[Any, Place]) -> None:
        """Delete rows and what is in them, or note what outside the file refers to them."""
        if not gone:
            return
        keys = [found.key for found in gone]
        self.counts[path].deleted += len(gone)
        for inner in rows.rows:
            inside = _stored(inner, inner.owner, keys)
            self._delete(inner, f"{path}.{inner.key}", inside, {found.key: places[found.owner] for found in gone})
        referred = dict(_referred(rows, keys))
        self.errors += [
            FileError(
                places[found.owner],
                f"{_named(rows, found)} is in the database, not in the file, and a {referred[found.key]} refers to it",
                "keep it in the file",
            )
            for found in gone
            if found.key in referred
        ]
        _take_out(rows.model, keys)


def _wanted(rows: Rows, owner: _Owner) -> Iterator[_Wanted]:
    """The items of the owner's list. Bare values count once; places are counted anew for each first day."""
    places: Counter[Any] = Counter()
    seen: set[tuple[Any, ...]] = set()
    for step, row in rows.entries(owner.items):
        day = row.get(rows.first_day)
        values = rows.values(row, places[day])
        places[day] += 1
        if not rows.is_set or values not in seen:
            yield _Wanted(owner.key, values, (*owner.place, step), row)
        if rows.is_set:
            seen.add(values)


def _stored(rows: Rows, column: str, keys: list[Any]) -> list[_Stored]:
    """The rows whose column holds one of the keys."""
    owner = (rows.owner,) if rows.owner else ()
    return [
        _Stored(found[0] if owner else None, found[len(owner) : -1], found[-1])
        for lot in _lots(keys, _KEYS_AT_ONCE)
        for found in rows.model._default_manager.filter(**{f"{column}__in": lot}).values_list(
            *owner, *rows.columns, "pk"
        )
    ]


def _matched(rows: Rows, wanted: list[_Wanted], stored: list[_Stored]) -> list[tuple[_Wanted | None, _Stored | None]]:
    """Each wanted row with the stored one of the same identity. Where several have one, they pair up in order."""
    if not stored:
        return [(want, None) for want in wanted]
    groups: dict[tuple[Any, ...], tuple[list[_Wanted], list[_Stored]]] = defaultdict(lambda: ([], []))
    for want in wanted:
        groups[want.owner, *(want.values[i] for i in rows.identity)][0].append(want)
    for found in stored:
        groups[found.owner, *(found.values[i] for i in rows.identity)][1].append(found)
    pairs: list[tuple[_Wanted | None, _Stored | None]] = []
    for wants, founds in groups.values():
        pairs += zip_longest(_ordered(wants), _ordered(founds))
    return pairs


def _ordered(some: list[_Valued]) -> list[_Valued]:
    return sorted(some, key=lambda one: [sort_key(value) for value in one.values]) if len(some) > 1 else some


def _put(rows: Rows, changed: list[tuple[_Wanted, _Stored]], added: list[_Wanted]) -> list[Any]:
    """Write rows, and give the keys of those that are new."""
    objects = rows.model._default_manager.in_bulk([found.key for _, found in changed])
    for want, found in changed:
        for column, value in zip(rows.columns, want.values, strict=True):
            setattr(objects[found.key], column, value)
    _take_out(rows.model, list(objects))
    new = [_new(rows, want) for want in added]
    rows.model._default_manager.bulk_create([*objects.values(), *new], batch_size=_ROWS_AT_ONCE)
    return [one.pk for one in new]


def _new(rows: Rows, want: _Wanted) -> Model:
    owner = {rows.owner: want.owner} if rows.owner else {}
    return rows.model(**owner, **dict(zip(rows.columns, want.values, strict=True)))


def _take_out(model: type[Model], keys: list[Any]) -> None:
    """Delete rows without what refers to them: that was deleted before, or the row comes back."""
    for lot in _lots(keys, _KEYS_AT_ONCE):
        rows = model._default_manager.filter(pk__in=lot)
        rows._raw_delete(rows.db)  # noqa: SLF001 – `delete` would follow references


def _referred(rows: Rows, keys: list[Any]) -> Iterator[tuple[Any, str]]:
    """Which of the rows something refers to that is not inside them, and what."""
    inside = {inner.model for inner in rows.rows}
    for relation in rows.model._meta.related_objects:
        if relation.related_model in inside or not isinstance(relation, ManyToOneRel):
            continue
        column = relation.field.attname
        for lot in _lots(keys, _KEYS_AT_ONCE):
            referring = relation.related_model._default_manager.filter(**{f"{column}__in": lot})
            for key in referring.values_list(column, flat=True):
                yield key, relation.related_model.__name__


def _named(rows: Rows, found: _Stored) -> str:
    identity = ", ".join(f"{rows.columns[i]} {found.values[i]}" for i in rows.identity)
    return f"{rows.model.__name__} ({identity})"


def _lots(items: Sequence[_T], size: int) -> Iterator[Sequence[_T]]:
    return (items[start : start + size] for start in range(0, len(items), size))
