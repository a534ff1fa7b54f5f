"""What a person is on a day. Nothing of it is stored: when a function ends, so does the right."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import CharField, F, Q, QuerySet, Value

from mittelnetz.bodies.models import Mandate, Seat
from mittelnetz.core.prepared import Prepared
from mittelnetz.people.models import Grant, Person
from mittelnetz.register.models import Contact


@dataclass(frozen=True, slots=True)
class Roles:
    """What is `granted` (office, operator); the `networks` whose contact the person is, the `organisations` that they
    act for and the `bodies` in which they have a seat, as holder or deputy, by id; and of what `body_kinds` these are.
    """

    person: Person | None = None
    granted: frozenset[str] = frozenset()
    networks: frozenset[str] = frozenset()
    organisations: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    body_kinds: frozenset[str] = frozenset()


NOBODY = Roles()


def roles_of(person: Person, day: date) -> Roles:
    """One statement."""
    found = _HELD.tuples(person=person.pk, day=day)
    return Roles(
        person,
        *(
            frozenset(id for kind, id in found if kind == wanted)
            for wanted in ("granted", "network", "organisation", "body", "body_kind")
        ),
    )


def _held(person: str, day: date) -> QuerySet[Any, tuple[str, str]]:
    """What is held, each with the kind of it."""
    seats = Seat.objects.in_force(day).filter(Q(person=person) | Q(deputy=person))
    return _rows("granted", Grant.objects.in_force(day).filter(person=person), F("role")).union(
        _rows("network", Contact.objects.in_force(day).filter(person=person), F("network_id")),
        _rows("organisation", Mandate.objects.in_force(day).filter(person=person), F("organisation_id")),
        _rows("body", seats, F("body_id")),
        _rows("body_kind", seats, F("body__kind")),
    )


def _rows(kind: str, rows: QuerySet[Any], what: F) -> QuerySet[Any, tuple[str, str]]:
    return rows.values_list(Value(kind, CharField()), what)


_HELD = Prepared(Grant, _held, person=str, day=date)
