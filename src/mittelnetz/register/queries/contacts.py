"""Who speaks for a network, and whom to call first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from django.db.models import Case, F, OuterRef, Subquery, Value, When
from django.db.models.expressions import Combinable

from mittelnetz.core.nested import NestedRows
from mittelnetz.register.models import Contact, Partnership
from mittelnetz.register.queries.consent import became_unlisted, begun, may_name_person
from mittelnetz.register.queries.naming import day_from
from mittelnetz.register.words import ContactFunction
from mittelnetz.rulebook.periods import Period, beginning


@dataclass(frozen=True, slots=True)
class ContactOrganisation:
    id: str
    name: str
    phone: str
    address: str
    email: str


@dataclass(frozen=True, slots=True)
class ContactRow:
    """A contact function and who holds it. `name` and `phone` are empty for someone who does not want to be named;
    `organisation` is None where it may not be named.
    """

    function: str
    name: str
    phone: str
    organisation: ContactOrganisation | None
    since: date | None


@dataclass(frozen=True, slots=True)
class Vacancy:
    """A contact function that nobody holds, and since when (None: not known)."""

    function: str
    since: date | None
    is_vacant: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class Call:
    """Whom to call first, or to write to. `person` may be empty, and so may `phone` or `address`, but not both."""

    phone: str
    person: str
    organisation: ContactOrganisation | None

    @property
    def address(self) -> str:
        return self.organisation.address if self.organisation else ""


def contact_rows(day: date, seen_on: date | None = None) -> NestedRows:
    """Contact functions begun on or before the day, to annotate networks with; `contacts_from` reads what comes.

    `seen_on`, where given, is a later day on which somebody looks back: then nobody is named whose consent was
    withdrawn up to it, and no number is given.
    """
    partnership = Partnership.objects.in_force(day).filter(
        network=OuterRef("network"), organisation=OuterRef("organisation")
    )
    is_named: Combinable = F("shown")
    phone: Combinable = F("person__phone")
    listed: Combinable = Subquery(partnership.values("listed")[:1])
    if seen_on:
        is_named, phone = may_name_person(seen_on), Value("")
        listed = Case(When(became_unlisted(day, seen_on), then=False), default=listed)
    contacts = Contact.objects.filter(begun(day), network=OuterRef("pk"))
    return NestedRows(
        contacts.annotate(is_named=is_named, phone=phone, partner_listed=listed),
        function="function",
        shown="is_named",
        since="since",
        until="until",
        person="person__name",
        phone="phone",
        organisation="organisation_id",
        organisation_name="organisation__name",
        organisation_phone="organisation__phone",
        organisation_address="organisation__address",
        organisation_email="organisation__email",
        partner_listed="partner_listed",
    )


def contacts_from(rows: Iterable[dict[str, Any]], day: date) -> list[ContactRow | Vacancy]:
    """Who holds which function on the day, coordination first; a function that nobody holds is a vacancy."""
    rows = list(rows)
    found: list[ContactRow | Vacancy] = []
    for function in ContactFunction.values:
        periods = [(_period(row), row) for row in rows if row["function"] == function]
        holders = [row for period, row in periods if period.is_in_force(day)]
        if holders:
            ordered = sorted(holders, key=lambda row: (beginning(_period(row)), row["person"]))
            found += [_contact(row) for row in ordered]
        else:
            ends = [period.until for period, _ in periods if period.until]
            found.append(Vacancy(function, max(ends, default=None)))
    return found


def first_call(contacts: Iterable[ContactRow | Vacancy]) -> Call | None:
    """A person with a number of their own, else a named person's organisation, else the organisation alone."""
    return next(_calls([contact for contact in contacts if isinstance(contact, ContactRow)]), None)


def _calls(contacts: list[ContactRow]) -> Iterator[Call]:
    for contact in contacts:
        if contact.phone:
            yield Call(contact.phone, contact.name, contact.organisation)
    reachable = [contact for contact in contacts if contact.organisation]
    named_first = sorted(reachable, key=lambda contact: not contact.name)
    for way in ("phone", "address"):
        for contact in named_first:
            if contact.organisation and getattr(contact.organisation, way):
                yield Call(contact.organisation.phone, contact.name, contact.organisation)


def _period(row: dict[str, Any]) -> Period:
    return Period(day_from(row["since"]), day_from(row["until"]))


def _contact(row: dict[str, Any]) -> ContactRow:
    name, phone = (row["person"], row["phone"]) if row["shown"] else ("", "")
    organisation = _organisation(row) if _may_name_organisation(row) else None
    return ContactRow(row["function"], name, phone, organisation, day_from(row["since"]))


def _may_name_organisation(row: dict[str, Any]) -> bool:
    """Never a partner that does not want to be listed; and beside someone unnamed only a partner that does,
    for the organisation of one consultant would name the person after all.
    """
    if not row["organisation"]:
        return False
    is_listed = row["partner_listed"]
    return bool(is_listed) or (is_listed is None and bool(row["shown"]))


def _organisation(row: dict[str, Any]) -> ContactOrganisation:
    return ContactOrganisation(
        row["organisation"],
        row["organisation_name"],
        row["organisation_phone"],
        row["organisation_address"],
        row["organisation_email"],
    )
