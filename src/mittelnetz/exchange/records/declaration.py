"""The means to say what the federation file holds: records, their rows, and their fields.

Checking, import and export all read the same declarations; none of them knows a single key of the file.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Model

from mittelnetz.exchange.values import DAY, PLAIN, Codec

Row = dict[str, Any]

# What is referred to and is no list of the file: the reference data, the catalogue.
REGIONS = "regions"
NORMS = "norms"


@dataclass(frozen=True, slots=True)
class Field:
    """One value: its key in the file, its column in the table, and how one becomes the other.

    `refers_to` names the list whose ids it holds. `at` leads to the value in the file where the key does not.
    """

    key: str
    column: str
    codec: Codec = PLAIN
    refers_to: str = ""
    at: tuple[str | int, ...] | None = None

    @property
    def place(self) -> tuple[str | int, ...]:
        return (self.key,) if self.at is None else self.at


@dataclass(frozen=True, slots=True)
class Derived:
    """A column that is computed from a value of the file and does not stand in it."""

    column: str
    key: str
    derive: Callable[[Any], Any]


def _same(row: Any) -> Any:
    return row


@dataclass(frozen=True)
class Rows:
    """A list of the file and the table that holds its rows. `content` is in the order of the keys in the file.

    Rows of a record (`owner` is their column that leads to it) are matched by what they name plus their first
    day. `once_at_a_time`: rows that name the same by these keys must not overlap. `position`: the column that
    keeps the order of rows of the same first day. `keyed_by`: the list stands in the file as an object with
    these keys. `unfold` makes one flat row of an item where it is not one already, and `fold` undoes that.
    """

    key: str
    model: type[Model]
    content: "tuple[Field | Rows, ...]"
    owner: str = ""
    names: tuple[str, ...] = ("id",)
    first_day: str = ""
    once_at_a_time: tuple[str, ...] | None = None
    position: str = ""
    keyed_by: str = ""
    derived: tuple[Derived, ...] = ()
    unfold: Callable[[Any], Row] = _same
    fold: Callable[[Row], Any] = _same

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        return tuple(part for part in self.content if isinstance(part, Field))

    @cached_property
    def rows(self) -> "tuple[Rows, ...]":
        return tuple(part for part in self.content if isinstance(part, Rows))

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """Every column that the file fills."""
        position = (self.position,) if self.position else ()
        return (*position, *(f.column for f in self.fields), *(d.column for d in self.derived))

    @cached_property
    def identity(self) -> tuple[int, ...]:
        """Where in `columns` stands what a row is matched by."""
        keys = (*self.names, self.first_day) if self.first_day else self.names
        columns = {field.key: field.column for field in self.fields}
        return tuple(self.columns.index(columns[key]) for key in keys)

    @cached_property
    def order(self) -> tuple[int, ...]:
        """Where in `columns` stands what rows are sorted by: the first day, the place, what they name, the rest."""
        columns = {field.key: field.column for field in self.fields}
        first = [columns[self.first_day]] if self.first_day else []
        first += [self.position] if self.position else [columns[key] for key in self.names]
        return tuple(map(self.columns.index, dict.fromkeys([*first, *self.columns])))

    @cached_property
    def is_set(self) -> bool:
        """Bare values, of which each counts once."""
        return self.names == ("",)

    def entries(self, items: Any) -> Iterator[tuple[str | int, Row]]:
        """The rows as the file has them, flat, each with its step in the file; what is null is left out."""
        pairs = items.items() if isinstance(items, dict) else enumerate(items or ())
        for step, item in pairs:
            if item is not None:
                yield step, {self.keyed_by: step, **item} if self.keyed_by else self.unfold(item)

    def values(self, row: Row, position: int) -> tuple[Any, ...]:
        """The row's values in the order of `columns`."""
        found = [read(row.get(key)) for key, read in self._readers]
        if self.position:
            found.insert(0, position)
        found += [derived.derive(row.get(derived.key)) for derived in self.derived]
        return tuple(found)

    @cached_property
    def _readers(self) -> tuple[tuple[str, Callable[[Any], Any]], ...]:
        return tuple((field.key, field.codec.read) for field in self.fields)


def span() -> tuple[Field, Field]:
    return Field("since", "since", DAY), Field("until", "until", DAY)


def sort_key(value: Any) -> tuple[bool, Any]:
    """Orders values of a column, nothing before everything."""
    return value is not None, value
