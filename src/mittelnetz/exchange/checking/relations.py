"""What must hold between the values of one record, or between records: the rest of EXCHANGE's refusals."""

from collections.abc import Iterator, Mapping
from typing import Any

from mittelnetz.bodies.models import Body, BodyKind
from mittelnetz.exchange.errors import FileError, Place, shown
from mittelnetz.exchange.records import RECORDS
from mittelnetz.exchange.records.declaration import Row
from mittelnetz.register.models import Organisation

_Entries = list[tuple[Place, Row]]


def relation_errors(document: dict[str, Any], faults: set[Place]) -> Iterator[FileError]:
    """`faults`: values that are wrong in themselves already; nothing is concluded from their absence."""
    entries: dict[str, _Entries] = {
        rows.key: [((rows.key, step), row) for step, row in rows.entries(document.get(rows.key))] for rows in RECORDS
    }

    def sound(list_: str, *keys: str) -> _Entries:
        return [(at, row) for at, row in entries[list_] if faults.isdisjoint((*at, key) for key in keys)]

    yield from _own_ancestors(sound("organisations", "id", "parent"))
    yield from _nestings(sound("nestings", "networks"))
    yield from _cooperations(sound("cooperations", "network", "with_network", "with_other"))
    yield from _bodies(sound("bodies", "kind", "network"))
    yield from _circles(sound("bodies", "kind", "network"), entries["bodies"])
    yield from _seats(sound("seats", "organisation", "network"))


def _own_ancestors(organisations: _Entries) -> Iterator[FileError]:
    parents: dict[str, str | None] = dict(
        Organisation.objects.exclude(parent=None).values_list("pk", "parent_id").iterator()
    )
    parents.update((row["id"], row.get("parent")) for _, row in organisations if "id" in row)
    circles = _circles_of(parents)
    for place, row in organisations:
        if circle := circles.get(row.get("id", "")):
            path = " → ".join([*circle, circle[0]])
            yield FileError((*place, "parent"), f"{shown(row['id'])} is its own ancestor: {path}", "break the circle")


def _circles_of(parents: Mapping[str, str | None]) -> dict[str, list[str]]:
    """Each id that is its own ancestor, with the circle on which it lies."""
    circles: dict[str, list[str]] = {}
    done: set[str] = set()
    for start in parents:
        path: dict[str, int] = {}
        id_: str | None = start
        while id_ is not None and id_ not in done and id_ not in path:
            path[id_] = len(path)
            id_ = parents.get(id_)
        if id_ is not None and id_ in path:
            circle = list(path)[path[id_] :]
            circles.update((member, circle) for member in circle)
        done.update(path)
    return circles


def _nestings(nestings: _Entries) -> Iterator[FileError]:
    for place, row in nestings:
        first, second = row["first"], row["second"]
        if first == second and first is not None:
            yield FileError((*place, "networks"), "names the same network twice", "name two different networks")
        if first is None or second is None:
            continue
        for network in row.get("consented") or ():
            if network not in {first, second}:
                problem = f"{shown(network)} is none of the two networks"
                yield FileError((*place, "consented", network), problem, f"write {shown(first)} or {shown(second)}")


def _cooperations(cooperations: _Entries) -> Iterator[FileError]:
    for place, row in cooperations:
        if (row.get("with_network") is None) == (row.get("with_other") is None):
            yield FileError(place, "has not exactly one other side", "write either with_network or with_other")
        elif row.get("network") is not None and row.get("network") == row.get("with_network"):
            yield FileError((*place, "with_network"), "is the network itself", "name another network")


def _bodies(bodies: _Entries) -> Iterator[FileError]:
    for place, row in bodies:
        is_circle, network = row.get("kind") == BodyKind.NETWORK_CIRCLE, row.get("network")
        if is_circle and network is None:
            yield FileError(place, "is a network_circle without a network", "write whose circle it is")
        elif network is not None and not is_circle:
            yield FileError((*place, "network"), "only a network_circle has a network", "write null")


def _circles(bodies: _Entries, named: _Entries) -> Iterator[FileError]:
    """One circle per network, counting those of the database that the file does not name."""
    ids = {row.get("id") for _, row in named}
    stored = Body.objects.exclude(network=None).values_list("network_id", "pk")
    circles = {network: f"the body {body} of the database" for network, body in stored if body not in ids}
    for place, row in bodies:
        network = row.get("network")
        if network in circles:
            problem = f"{shown(network)} has a circle already: {circles[network]}"
            yield FileError((*place, "network"), problem, "keep one circle per network")
        elif network is not None:
            circles[network] = f"the body {row.get('id')}"


def _seats(seats: _Entries) -> Iterator[FileError]:
    for place, row in seats:
        if (row.get("organisation") is None) == (row.get("network") is None):
            yield FileError(place, "is not held by exactly one", "write either organisation or network")
