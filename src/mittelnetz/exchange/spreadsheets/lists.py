"""The lists of the register as tables: one function for each, whose rows fit the columns of its sheet."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import IO, Any

from django.db.models import Q, QuerySet

from mittelnetz.exchange.spreadsheets.cells import Cell, flag_name, kind_name
from mittelnetz.exchange.spreadsheets.columns import CONTACTS, NETWORKS, ORGANISATIONS, PARTNERSHIPS, Column
from mittelnetz.exchange.spreadsheets.csv_files import write_csv
from mittelnetz.exchange.spreadsheets.xlsx_files import write_xlsx
from mittelnetz.people.models import Person
from mittelnetz.register.models import Contact, Network, Organisation, Partnership
from mittelnetz.register.queries.networks import network_rows
from mittelnetz.register.words import ContactFunction, Status

_PEOPLE = (
    Column("id", "Kennung", "Id"),
    Column("name", "Name", "Name"),
    Column("email", "E-Mail", "E-mail"),
    Column("phone", "Telefon", "Phone"),
    Column("account", "Konto", "Account"),
)
WRITERS = {"xlsx": write_xlsx, "csv": write_csv}
_AT_ONCE = 1_000


@dataclass(frozen=True, slots=True)
class ListTable:
    """A list with its headings. Its rows come from the database while they are written, some at a time."""

    columns: tuple[Column, ...]
    rows: Iterable[list[Cell]]

    def write(self, file_format: str, file: IO[bytes]) -> None:
        WRITERS[file_format]([column.heading for column in self.columns], self.rows, file)


def organisations_table(organisations: "QuerySet[Organisation]", *, public: bool) -> ListTable:
    """`public`: without what only the office sees in a list."""
    columns = [column for column in ORGANISATIONS.columns if not (public and column.code == "email")]
    ordered = organisations.select_related("seat").order_by("folded_name", "id")
    return ListTable(tuple(columns), ([_organisation_cell(row, c.code) for c in columns] for row in _some(ordered)))


def networks_table(networks: "QuerySet[Network]", day: date) -> ListTable:
    """`networks`: as `listed_networks` gives them. Public as it is."""
    ordered = networks.only("id", "name", "website").order_by("folded_name", "id")
    return ListTable(NETWORKS.columns, (_network(row, day) for row in _some(ordered)))


def partnerships_table(day: date, *, network: str = "") -> ListTable:
    """Partnerships of a network, or all, that have not ended by the day. For the office only."""
    rows = _not_ended(Partnership.objects.all(), day, network).select_related("network", "organisation")
    ordered = rows.order_by("network__folded_name", "network_id", "organisation__folded_name", "organisation_id", "pk")
    return ListTable(PARTNERSHIPS.columns, (_partnership(row) for row in _some(ordered)))


def contacts_table(day: date, *, network: str = "") -> ListTable:
    """Contact persons of a network, or all, whose function has not ended by the day. For the office only."""
    rows = _not_ended(Contact.objects.all(), day, network).select_related("network", "organisation", "person")
    ordered = rows.order_by("network__folded_name", "network_id", "function", "person__name", "pk")
    return ListTable(CONTACTS.columns, (_contact(row) for row in _some(ordered)))


def people_table(people: "QuerySet[Person]") -> ListTable:
    """`people`: as `listed_people` gives them. For the office only."""
    return ListTable(_PEOPLE, (_person(row) for row in _some(people.order_by("name", "id"))))


def _some(rows: "QuerySet[Any]") -> Iterator[Any]:
    return rows.iterator(chunk_size=_AT_ONCE)


def _not_ended(rows: "QuerySet[Any]", day: date, network: str) -> "QuerySet[Any]":
    going_on = rows.filter(Q(until=None) | Q(until__gt=day))
    return going_on.filter(network=network) if network else going_on


def _organisation_cell(row: Organisation, code: str) -> Cell:
    if code == "kind":
        return kind_name(row.kind)
    return str(row.seat or "") if code == "seat" else str(getattr(row, code))


def _network(row: Any, day: date) -> list[Cell]:
    (shown,) = network_rows([row], day)
    status = str(Status(shown.standing.status).label) if shown.standing.status else ""
    return [row.id, row.name, status, ", ".join(region.name for region in shown.regions), row.website]


def _partnership(row: Partnership) -> list[Cell]:
    network, organisation = row.network, row.organisation
    return [
        network.pk, network.name, organisation.pk, organisation.name, row.since, row.until, flag_name(row.listed),
    ]  # fmt: skip


def _contact(row: Contact) -> list[Cell]:
    network, person, organisation = row.network, row.person, row.organisation
    of_organisation = [organisation.pk, organisation.name] if organisation else ["", ""]
    return [
        network.pk, network.name, str(ContactFunction(row.function).label), person.pk, person.name, person.phone,
        person.email, *of_organisation, row.since, row.until, flag_name(row.shown),
    ]  # fmt: skip


def _person(row: Any) -> list[Cell]:
    return [row.pk, row.name, row.email, row.phone, flag_name(row.has_account)]
