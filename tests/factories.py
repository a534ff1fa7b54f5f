"""Records for tests, as plain as can be; every value that a test is about, the test gives itself."""

from datetime import UTC, date, datetime
from typing import Any

from mittelnetz.core.folding import fold, fold_website
from mittelnetz.people.actors import Actor
from mittelnetz.people.models import Person
from mittelnetz.register.models import Network, NetworkStatus, Organisation
from mittelnetz.register.words import Status

ACTOR = Actor("people/00000000-0000-4000-8000-000000000001")
AT = datetime(2026, 2, 14, 18, 30, tzinfo=UTC)
DAY = date(2026, 2, 14)


def make_organisation(id: str = "org", *, name: str = "", kind: str = "chamber", **fields: Any) -> Organisation:
    name = name or f"Organisation {id}"
    folded = {"folded_name": fold(name), "folded_website": fold_website(fields.get("website", ""))}
    return Organisation.objects.create(id=id, name=name, kind=kind, **folded, **fields)


def make_network(id: str = "net", *, name: str = "", status: str | None = Status.RECOGNISED, **fields: Any) -> Network:
    """A network, recognised since 2020 unless told otherwise."""
    name = name or f"Netzwerk {id}"
    network = Network.objects.create(id=id, name=name, folded_name=fold(name), **fields)
    if status:
        NetworkStatus.objects.create(network=network, status=status, since=date(2020, 1, 1))
    return network


def make_person(id: str = "person", *, name: str = "Toni Beispiel", **fields: Any) -> Person:
    return Person.objects.create(id=id, name=name, **fields)
