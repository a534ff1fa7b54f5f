"""What the register holds already, as far as rows of a sheet are compared with it. Each is a constant number of
statements; with `lock` nobody else changes it until the transaction ends.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain, count
from typing import Any, TypeVar

from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _

from mittelnetz.core.folding import fold
from mittelnetz.exchange.spreadsheets.cells import CellError, shortened
from mittelnetz.people.models import Account, Person
from mittelnetz.register.models import Contact, FormerId, Network, Organisation, Partnership
from mittelnetz.rulebook.periods import beginning

Found = TypeVar("Found", bound=Model)
Held = TypeVar("Held", Partnership, Contact)
_LONGEST_STEM = 70


@dataclass(frozen=True, slots=True)
class Named:
    """Records that are found by id, by an id that they had, or by name."""

    by_id: Mapping[str, Any]
    by_name: Mapping[str, list[str]]
    former: Mapping[str, str]

    def find(self, id: str, name: str) -> Any:
        """The record; None where there is none of the name. Raises CellError where it is not certain which."""
        if id:
            if found := self.by_id.get(self.former.get(id, id)):
                return found
            raise CellError(
                _("Die Kennung „%(id)s“ gibt es nicht. Bitte prüfen Sie sie, oder lassen Sie die Zelle leer.")
                % {"id": shortened(id)}
            )
        folded = fold(name)
        ids = self.by_name.get(folded, []) if folded else []
        if len(ids) > 1:
            raise CellError(
                _("„%(name)s“ gibt es mehrmals: %(ids)s. Bitte schreiben Sie die richtige Kennung dazu.")
                % {"name": shortened(name), "ids": ", ".join(ids)}
            )
        return self.by_id[ids[0]] if ids else None

    def find_there(self, id: str, name: str) -> Any:
        """The record; raises CellError also where there is none, or where id and name are of different ones."""
        found = self.find(id, name)
        if found is None:
            raise CellError(
                _("„%(name)s“ gibt es nicht. Bitte prüfen Sie die Schreibweise.") % {"name": shortened(name)}
                if name
                else _("Hier fehlt etwas. Bitte füllen Sie die Zelle aus.")
            )
        if id and name and fold(name) != found.folded_name:
            raise CellError(
                _("Kennung und Name passen nicht zusammen: „%(id)s“ ist „%(name)s“.") % {"id": id, "name": found.name}
            )
        return found

    def mentioned(self, cells: Iterable[tuple[str, str]]) -> set[str]:
        """The ids of all records that these ids and names may be of."""
        ids: set[str] = set()
        for id, name in cells:
            ids.update([self.former.get(id, id)] if id else self.by_name.get(fold(name), []))
        return ids


@dataclass(frozen=True, slots=True)
class People:
    by_id: Mapping[str, Person]
    by_email: Mapping[str, list[Person]]


def known_organisations(*, lock: bool = False) -> Named:
    """Two statements."""
    return _named(Organisation.objects.select_related("seat"), FormerId.objects.filter(network=None), lock=lock)


def known_networks(*, lock: bool = False) -> Named:
    """Two statements."""
    return _named(Network.objects.all(), FormerId.objects.filter(organisation=None), lock=lock)


def known_people(*, lock: bool = False) -> People:
    """With their accounts. One statement."""
    people = {person.pk: person for person in _locked(Person.objects.select_related("account"), lock=lock)}
    by_email: defaultdict[str, list[Person]] = defaultdict(list)
    for person in people.values():
        account: Account | None = getattr(person, "account", None)
        for email in {person.email.casefold(), account.email.casefold() if account else ""} - {""}:
            by_email[email].append(person)
    return People(people, by_email)


def partnerships_of(networks: Collection[str], *, lock: bool = False) -> Mapping[tuple[str, str], list[Partnership]]:
    """By network and organisation. One statement."""
    rows: defaultdict[tuple[str, str], list[Partnership]] = defaultdict(list)
    for row in _locked(Partnership.objects.filter(network__in=networks), lock=lock):
        rows[row.network_id, row.organisation_id].append(row)
    return rows


def contacts_of(networks: Collection[str], *, lock: bool = False) -> Mapping[str, list[Contact]]:
    """By network, also of the past. One statement."""
    rows: defaultdict[str, list[Contact]] = defaultdict(list)
    for row in _locked(Contact.objects.filter(network__in=networks).select_related("organisation"), lock=lock):
        rows[row.network_id].append(row)
    return rows


def not_ended(rows: Iterable[Held], since: date | None, day: date) -> Held | None:
    """Of the same thing the row that begins on `since`, else the first that has not ended on the day."""
    held = sorted((row for row in rows if not row.period.has_ended(day)), key=lambda row: beginning(row.period))
    return next((row for row in held if row.since == since), next(iter(held), None))


def free_id(name: str, taken: set[str], *, otherwise: str) -> str:
    """An id after the name that nothing has or had."""
    stem = fold(name).replace(" ", "-")[:_LONGEST_STEM].strip("-") or otherwise
    numbered = chain([stem], (f"{stem}-{number}" for number in count(2)))
    return next(id for id in numbered if id not in taken)


def _named(records: "QuerySet[Any]", former: "QuerySet[FormerId]", *, lock: bool) -> Named:
    by_id = {record.pk: record for record in _locked(records, lock=lock)}
    by_name: defaultdict[str, list[str]] = defaultdict(list)
    for record in by_id.values():
        by_name[record.folded_name].append(record.pk)
    moved = {row.former: row.network_id or row.organisation_id or "" for row in former}
    return Named(by_id, by_name, moved)


def _locked(rows: "QuerySet[Found]", *, lock: bool) -> "QuerySet[Found]":
    """In the order of their keys, as every other action locks them."""
    ordered = rows.order_by("pk")
    return ordered.select_for_update(of=("self",), no_key=True) if lock else ordered
