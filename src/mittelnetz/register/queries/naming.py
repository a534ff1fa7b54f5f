"""Small things that several reads of the register give back."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from mittelnetz.core.nested import NestedRows
from mittelnetz.regions.models import Region


@dataclass(frozen=True, slots=True)
class Named:
    """A key or an id, and the name to show for it."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class SourceRow:
    statement: str
    url: str


def day_from(text: str | None) -> date | None:
    """A day out of nested rows, where it is ISO text."""
    return date.fromisoformat(text) if text else None


def region_rows(rows: "QuerySet[Any]", path: str = "") -> NestedRows:
    """Regions to annotate with; `path` leads to them from the rows. `regions_from` reads what comes."""
    return NestedRows(rows, key=f"{path}key", name=f"{path}full_name", valid_until=f"{path}valid_until")


def regions_from(rows: Iterable[dict[str, Any]]) -> list[Named]:
    """The regions of `region_rows`, by key; a vanished one says so in its name."""
    named = [
        Named(row["key"], str(Region(full_name=row["name"], valid_until=day_from(row["valid_until"])))) for row in rows
    ]
    return sorted(named, key=lambda region: region.key)


def sources_from(rows: Iterable[dict[str, Any]]) -> list[SourceRow]:
    """The sources of nested rows `id, statement, url`, in the order in which they were entered."""
    return [SourceRow(row["statement"], row["url"]) for row in sorted(rows, key=lambda row: row["id"])]
