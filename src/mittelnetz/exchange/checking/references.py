"""Ids that stand twice, and references that lead nowhere."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from mittelnetz.exchange.checking.siblings import siblings
from mittelnetz.exchange.errors import FileError, Place, shown
from mittelnetz.exchange.records import RECORDS
from mittelnetz.exchange.records.declaration import NORMS, REGIONS
from mittelnetz.regions.models import Region
from mittelnetz.register.queries.former_ids import former_ids
from mittelnetz.rulebook import norms

_IDS_AT_ONCE = 500
_REMEDIES = {REGIONS: "write a key of the reference data", NORMS: "write the id of a norm of the catalogue"}


def reference_errors(document: dict[str, Any]) -> Iterator[FileError]:
    """A reference may lead to a record of the file, or to one that is in the database already."""
    known, former = _known(document), former_ids()
    unresolved: dict[str, dict[str, list[Place]]] = defaultdict(lambda: defaultdict(list))
    for group in siblings(document):
        if not group.rows.owner:
            yield from _doubled(group.entries)
            yield from _renamed(group.entries, former.get(group.rows.key, {}))
        references = [field for field in group.rows.fields if field.refers_to]
        for place, row in group.entries:
            for field in references:
                id_ = row.get(field.key)
                if id_ is not None and id_ not in known[field.refers_to]:
                    unresolved[field.refers_to][id_].append((*place, *field.place))
    for list_, places in unresolved.items():
        for id_ in set(places) - _stored(list_, sorted(places)):
            current = former.get(list_, {}).get(id_)
            for place in places[id_]:
                if current:
                    yield _former_id(place, id_, current)
                    continue
                remedy = _REMEDIES.get(list_, f"write an id of {list_}, or add the record there")
                yield FileError(place, f"{shown(id_)} is not among the {list_}", remedy)


def _known(document: dict[str, Any]) -> dict[str, set[str]]:
    named = {
        rows.key: {row["id"] for _, row in rows.entries(document.get(rows.key)) if row.get("id")} for rows in RECORDS
    }
    return {
        **named,
        REGIONS: set(Region.objects.values_list("key", flat=True)),
        NORMS: {norm.id for norm in norms.NORMS},
    }


def _doubled(entries: list[tuple[Place, dict[str, Any]]]) -> Iterator[FileError]:
    seen: set[str | None] = {None}
    for place, row in entries:
        id_ = row.get("id")
        if id_ in seen and id_ is not None:
            yield FileError(
                (*place, "id"), f"{shown(id_)} stands twice in the list", "give each record an id of its own"
            )
        seen.add(id_)


def _renamed(entries: list[tuple[Place, dict[str, Any]]], former: dict[str, str]) -> Iterator[FileError]:
    """Records that have another id today: the file would add them a second time."""
    for place, row in entries:
        id_ = row.get("id")
        if id_ in former:
            yield _former_id((*place, "id"), id_, former[id_])


def _former_id(place: Place, id_: str, current: str) -> FileError:
    return FileError(place, f"{shown(id_)} is a former id", f"write {shown(current)}, as it is called now")


def _stored(list_: str, ids: list[str]) -> set[str]:
    """Which of the ids are in the database."""
    model = next((rows.model for rows in RECORDS if rows.key == list_), None)
    if model is None:
        return set()
    lots = (ids[start : start + _IDS_AT_ONCE] for start in range(0, len(ids), _IDS_AT_ONCE))
    return {id_ for lot in lots for id_ in model._default_manager.filter(pk__in=lot).values_list("pk", flat=True)}
