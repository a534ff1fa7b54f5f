"""What a row of a sheet does to the register: each by an action of its own, with the journal entry of that action.

What is changed is kept with the value before, so that two plans are equal only where both start from the same.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol

from mittelnetz.core.periods import day_of
from mittelnetz.people.actions.persons import add_person, change_person
from mittelnetz.people.actors import Actor
from mittelnetz.people.models import Person
from mittelnetz.regions.models import Region
from mittelnetz.register.actions.contacts import begin_contact, change_showing
from mittelnetz.register.actions.organisations import add_organisation, change_organisation
from mittelnetz.register.actions.partnerships import begin_partnership, change_listing
from mittelnetz.register.answers import Given
from mittelnetz.register.models import Contact, Network, Organisation, Partnership

Details = tuple[tuple[str, str], ...]
Changes = tuple[tuple[str, str, str], ...]
"""Field, value before, value after; of a seat its key."""


class Doing(Protocol):
    def do(self, *, actor: Actor, at: datetime) -> None: ...


@dataclass(frozen=True, slots=True)
class AddOrganisation:
    id: str
    name: str
    kind: str
    details: Details

    def do(self, *, actor: Actor, at: datetime) -> None:
        details = _with_seat(dict(self.details))
        add_organisation(id=self.id, name=self.name, kind=self.kind, details=details, actor=actor, at=at)


@dataclass(frozen=True, slots=True)
class ChangeOrganisation:
    id: str
    changes: Changes

    def do(self, *, actor: Actor, at: datetime) -> None:
        details = _with_seat({field: new for field, _old, new in self.changes})
        change_organisation(organisation=Organisation.objects.get(pk=self.id), details=details, actor=actor, at=at)


@dataclass(frozen=True, slots=True)
class BeginPartnership:
    network: str
    organisation: str
    since: date
    listed: bool

    def do(self, *, actor: Actor, at: datetime) -> None:
        begin_partnership(
            network=Network.objects.get(pk=self.network),
            organisation=Organisation.objects.get(pk=self.organisation),
            since=self.since,
            listed=self.listed,
            actor=actor,
            at=at,
        )


@dataclass(frozen=True, slots=True)
class ChangeListing:
    partnership: int
    listed: bool

    def do(self, *, actor: Actor, at: datetime) -> None:
        partnership = Partnership.objects.get(pk=self.partnership)
        change_listing(partnership=partnership, listed=self.listed, given=Given(day_of(at)), actor=actor, at=at)


@dataclass(frozen=True, slots=True)
class AddPerson:
    id: str
    name: str
    email: str
    phone: str

    def do(self, *, actor: Actor, at: datetime) -> None:
        add_person(id=self.id, name=self.name, email=self.email, phone=self.phone, actor=actor, at=at)


@dataclass(frozen=True, slots=True)
class ChangePerson:
    id: str
    changes: Changes

    def do(self, *, actor: Actor, at: datetime) -> None:
        details = {field: new for field, _old, new in self.changes}
        change_person(person=Person.objects.get(pk=self.id), details=details, actor=actor, at=at)


@dataclass(frozen=True, slots=True)
class BeginContact:
    network: str
    person: str
    function: str
    organisation: str
    since: date
    shown: bool

    def do(self, *, actor: Actor, at: datetime) -> None:
        begin_contact(
            network=Network.objects.get(pk=self.network),
            person=Person.objects.get(pk=self.person),
            function=self.function,
            organisation=Organisation.objects.get(pk=self.organisation) if self.organisation else None,
            since=self.since,
            shown=self.shown,
            actor=actor,
            at=at,
        )


@dataclass(frozen=True, slots=True)
class ChangeShowing:
    contact: int
    shown: bool

    def do(self, *, actor: Actor, at: datetime) -> None:
        contact = Contact.objects.select_related("person").get(pk=self.contact)
        change_showing(contact=contact, shown=self.shown, given=Given(day_of(at)), actor=actor, at=at)


def _with_seat(details: Mapping[str, str]) -> dict[str, Any]:
    return {field: Region.objects.get(pk=value) if field == "seat" else value for field, value in details.items()}
