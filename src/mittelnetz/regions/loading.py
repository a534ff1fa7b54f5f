"""Brings the database in line with the reference data."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from importlib.resources.abc import Traversable
from operator import attrgetter
from typing import Any

from django.db import models, transaction
from django.db.models import Count, ManyToOneRel

from mittelnetz.regions.models import Neighbour, Postcode, Region, Spelling
from mittelnetz.regions.reference import PACKAGED, MalformedReferenceData, Reference, Vanished, read_reference
from mittelnetz.regions.spelling import spellings
from mittelnetz.rulebook.keys import COUNTRY, level

Progress = Callable[[int, int], None]
"""Is told after each table how many rows are done, and of how many."""

_BATCH = 500
_STATUS = "status_on"  # alone no change: every current row has it anew with each status


@dataclass(frozen=True, slots=True)
class TableChange:
    """What loading did to one table."""

    table: str
    added: int
    changed: int
    removed: int


@dataclass(frozen=True, slots=True)
class KeyInUse:
    """A vanished key that records of a model still refer to."""

    key: str
    successor: str | None
    model: str
    records: int


@dataclass(frozen=True, slots=True)
class LoadReport:
    """`vanished`: keys that ended with this loading. `in_use`: every vanished key that something refers to."""

    status_on: date
    tables: tuple[TableChange, ...]
    vanished: tuple[str, ...]
    in_use: tuple[KeyInUse, ...]

    @property
    def changed(self) -> int:
        return sum(table.added + table.changed + table.removed for table in self.tables)


def loaded_status() -> date | None:
    """The territorial status in the database, or None when nothing is loaded."""
    return Region.objects.filter(key=COUNTRY).values_list("status_on", flat=True).first()


def load_regions(*, data: Traversable = PACKAGED, progress: Progress | None = None) -> LoadReport:
    """Load the reference data, all or nothing. Loading the same again changes nothing; keys are never removed.

    Raises MalformedReferenceData for files that are broken, or older than what is loaded.
    """
    reference = read_reference(data)
    with transaction.atomic():
        return _load(reference, progress or (lambda _done, _total: None))


def _load(reference: Reference, progress: Progress) -> LoadReport:
    loaded = loaded_status()
    if loaded and reference.status_on < loaded:
        raise MalformedReferenceData(f"status.txt: {reference.status_on} is older than {loaded}, which is loaded")
    existing = Region.objects.in_bulk()
    current = {key for key, region in existing.items() if region.valid_until is None}
    vanished = sorted(current - {region.key for region in reference.regions})
    wanted: list[tuple[type[models.Model], tuple[str, ...], list[Any]]] = [
        (Region, ("key",), _with_vanished(reference, existing)),
        (Postcode, ("postcode", "district_id", "place"), reference.postcodes),
        (Spelling, ("region_id", "text", "place"), spellings(reference.regions, reference.postcodes)),
        (Neighbour, ("district_id", "neighbour_id"), reference.neighbours),
    ]
    done, total = 0, sum(len(rows) for _, _, rows in wanted)
    changes = []
    for model, identity, rows in wanted:
        changes.append(_bring_in_line(model, identity, rows))
        done += len(rows)
        progress(done, total)
    Region.objects.filter(valid_until=None).exclude(status_on=reference.status_on).update(status_on=reference.status_on)
    return LoadReport(reference.status_on, tuple(changes), tuple(vanished), tuple(_vanished_in_use()))


def _with_vanished(reference: Reference, existing: Mapping[str, Region]) -> list[Region]:
    """The regions of the data, those of its history, and those that only the database still knows."""
    regions = {region.key: region for region in reference.regions}
    for vanished in sorted(reference.history, key=lambda vanished: len(vanished.key)):
        region = existing.get(vanished.key) or _remembered(vanished, regions, reference.status_on)
        region.valid_until, region.successor_id = vanished.valid_until, vanished.successor
        regions[region.key] = region
    for key, region in existing.items():
        if key not in regions:
            region.valid_until = region.valid_until or reference.status_on
            regions[key] = region
    return list(regions.values())


def _remembered(vanished: Vanished, regions: Mapping[str, Region], status_on: date) -> Region:
    """A key that was never loaded while it held: the little that the history says of it."""
    above = (vanished.key[:length] for length in (5, 3, 2) if length < len(vanished.key))
    return Region(
        key=vanished.key,
        level=level(vanished.key),
        name=vanished.name,
        official_name=vanished.name,
        full_name=vanished.name,
        parent_id=next((key for key in above if key in regions), COUNTRY),
        status_on=status_on,
    )


def _bring_in_line(model: type[models.Model], identity: tuple[str, ...], wanted: list[Any]) -> TableChange:
    """Write the rows that are new or differ, remove those that are not wanted. `identity` tells rows apart."""
    columns = [field.attname for field in model._meta.concrete_fields if field.attname not in ("id", *identity)]
    compared = (*identity, *(column for column in columns if column != _STATUS))
    describe = attrgetter(*compared)
    rows = model._default_manager.values_list("pk", *compared)
    superfluous = {row[1 : len(identity) + 1]: row for row in rows}
    added, changed = [], []
    for row in wanted:
        description = describe(row)
        known = superfluous.pop(description[: len(identity)], None)
        if known is None:
            added.append(row)
        elif known[1:] != description:
            changed.append(row)
    removed = [pk for pk, *_ in superfluous.values()]
    model._default_manager.bulk_create(added)
    if changed:
        model._default_manager.bulk_create(
            changed, update_conflicts=True, unique_fields=identity, update_fields=columns
        )
    for begin in range(0, len(removed), _BATCH):
        model._default_manager.filter(pk__in=removed[begin : begin + _BATCH]).delete()
    return TableChange(model._meta.db_table, len(added), len(changed), len(removed))


def _vanished_in_use() -> Iterator[KeyInUse]:
    """Asks every foreign key to a region, in whatever model, except those of the reference data itself."""
    successors = dict(Region.objects.exclude(valid_until=None).values_list("key", "successor_id"))
    for relation in Region._meta.get_fields(include_hidden=True):
        if not isinstance(relation, ManyToOneRel) or relation.related_model._meta.app_label == Region._meta.app_label:
            continue
        column = relation.field.attname
        rows = relation.related_model._default_manager.filter(**{f"{column}__in": successors})
        for key, records in rows.order_by(column).values_list(column).annotate(Count("pk")):
            yield KeyInUse(key, successors[key], relation.related_model._meta.label, records)
