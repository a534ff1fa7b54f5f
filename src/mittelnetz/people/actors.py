"""Who acts. Every action is told; none looks it up."""

from dataclasses import dataclass
from uuid import UUID

from mittelnetz.people.models import Person

_PEOPLE = "people/"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who does something, and for whom; references as the journal keeps them, never names."""

    reference: str
    on_behalf_of: str = ""

    @classmethod
    def person(cls, person: Person, *, on_behalf_of: Person | None = None) -> "Actor":
        return cls(person_reference(person), person_reference(on_behalf_of) if on_behalf_of else "")


COMMAND_LINE = Actor("system/command-line")
WORKER = Actor("system/worker")
VISITOR = Actor("system/visitor")
"""Somebody who is not signed in."""


def person_reference(person: Person) -> str:
    return reference_of(person.uuid)


def reference_of(uuid: UUID) -> str:
    return f"{_PEOPLE}{uuid}"


def uuid_of(reference: str) -> UUID | None:
    """The person's; None where the reference is not one of a person."""
    return UUID(reference.removeprefix(_PEOPLE)) if reference.startswith(_PEOPLE) else None
