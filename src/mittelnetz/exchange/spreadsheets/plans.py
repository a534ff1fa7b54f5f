"""What a sheet would do to the register, row by row, before anything is done."""

import hashlib
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from django.db.models import TextChoices
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from mittelnetz.exchange.spreadsheets.cells import CellError
from mittelnetz.exchange.spreadsheets.columns import Column, Sheet
from mittelnetz.exchange.spreadsheets.doings import Doing
from mittelnetz.exchange.spreadsheets.known import Named
from mittelnetz.exchange.spreadsheets.tables import Table

Value = TypeVar("Value")
MOST_AT_ONCE = 2_000
"""Rows that are new or changed: while they are written, in one transaction, nobody else can write anything."""


class Verdict(TextChoices):
    NEW = "new", _("neu")
    CHANGED = "changed", _("geändert")
    UNCHANGED = "unchanged", _("unverändert")
    REFUSED = "refused", _("abgelehnt")


@dataclass(frozen=True, slots=True)
class Row:
    """`number` is that of the row in the file; `cells` holds what is filled in, by the code of our column."""

    number: int
    cells: Mapping[str, str]

    def __getitem__(self, code: str) -> str:
        return self.cells.get(code, "")


@dataclass(frozen=True, slots=True)
class Difference:
    column: Column
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """`reasons` say why a row is refused. Where something is new, the old texts of its differences are empty."""

    number: int
    title: str
    verdict: Verdict
    differences: tuple[Difference, ...] = ()
    reasons: tuple[str, ...] = ()
    doings: tuple[Doing, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    rows: tuple[PlannedRow, ...]

    def of(self, verdict: Verdict) -> list[PlannedRow]:
        return [row for row in self.rows if row.verdict == verdict]

    def counts(self) -> dict[str, int]:
        """How many rows of each verdict, by its code."""
        counted = Counter(row.verdict for row in self.rows)
        return {verdict.value: counted[verdict] for verdict in Verdict}

    @property
    def does_something(self) -> bool:
        return any(row.doings for row in self.rows)

    @property
    def does_too_much(self) -> bool:
        return sum(bool(row.doings) for row in self.rows) > MOST_AT_ONCE

    @property
    def fingerprint(self) -> str:
        """The same for two plans that do the same from the same state, in whatever language they are told."""
        said = repr([(row.number, row.verdict.value, row.doings) for row in self.rows])
        return hashlib.sha256(said.encode()).hexdigest()


@dataclass(slots=True)
class Draft:
    """A row while it is being planned: it gathers what differs, what is to be done, and what is wrong."""

    row: Row
    sheet: Sheet
    title: str
    differences: list[Difference] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    doings: list[Doing] = field(default_factory=list)

    def differs(self, code: str, old: str, new: str) -> None:
        self.differences.append(Difference(self.sheet.column(code), old, new))

    def refuse(self, code: str, error: CellError) -> None:
        self.reasons.append(f"{self.sheet.column(code).heading}: {error.sentence}")

    def read(self, code: str, reader: Callable[[str], Value]) -> Value | None:
        """What the cell means; None where it is empty, or means nothing, which then is a reason to refuse."""
        try:
            return reader(self.row[code]) if self.row[code] else None
        except CellError as error:
            self.refuse(code, error)
            return None

    def find(self, known: Named, code: str) -> Any:
        """The record that the cells `<code>_id` and `<code>` name; None where that is a reason to refuse."""
        id, name = self.row[f"{code}_id"], self.row[code]
        try:
            return known.find_there(id, name)
        except CellError as error:
            self.refuse(f"{code}_id" if id else code, error)
            return None

    def refuse_second(self, same: str, code: str, seen: dict[str, int]) -> None:
        """Refuse the row where an earlier one is about the same thing."""
        first = seen.setdefault(same, self.row.number)
        if first != self.row.number:
            self.refuse(code, CellError(gettext("Das steht schon in Zeile %(number)d.") % {"number": first}))

    def planned(self, *, is_new: bool) -> PlannedRow:
        if self.reasons:
            return PlannedRow(self.row.number, self.title, Verdict.REFUSED, reasons=tuple(self.reasons))
        verdict = Verdict.NEW if is_new else Verdict.CHANGED if self.doings else Verdict.UNCHANGED
        return PlannedRow(self.row.number, self.title, verdict, tuple(self.differences), doings=tuple(self.doings))


def rows_of(table: Table, columns: Mapping[str, int]) -> Sequence[Row]:
    """The rows of the table by our columns; `columns` says where each of these stands."""
    return [
        Row(number, {code: cells[place] for code, place in columns.items() if cells[place]})
        for number, cells in table.rows
    ]
