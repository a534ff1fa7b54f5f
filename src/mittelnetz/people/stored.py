"""What is stored about one person: read off what every model says of itself."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from allauth.account.models import EmailAddress
from django.db.models import ForeignKey, Model, Q, QuerySet

from mittelnetz.core.periods import PeriodModel
from mittelnetz.core.personal import Personal
from mittelnetz.people.actors import person_reference
from mittelnetz.people.foreign import declared
from mittelnetz.people.models import Account, Person


@dataclass(frozen=True, slots=True)
class Stored:
    """The rows of one model that are about the person, the latest first."""

    model: type[Model]
    personal: Personal
    rows: list[dict[str, Any]]
    """By field; a record that a row refers to is named as people know it."""


def stored_about(person: Person) -> list[Stored]:
    """All of it, in the order in which models are declared; models without such a row are left out.

    A constant number of statements.
    """
    addresses = proven_addresses(person)
    found = []
    for model, personal, rows in rows_about(person, addresses):
        links = [field.name for field in model._meta.fields if isinstance(field, ForeignKey)]
        shown = [name for name in links if name in personal.fields]
        values = [_values(row, personal) for row in rows.select_related(*shown).order_by("-pk")]
        if values:
            found.append(Stored(model, personal, values))
    return found


def rows_about(person: Person, addresses: Collection[str]) -> Iterator[tuple[type[Model], Personal, "QuerySet[Model]"]]:
    """For each model that keeps something about people, its rows about this one.

    A row that belongs to another person is that one's, whatever address stands in it.
    """
    for model, personal in declared():
        ways = [Q(**{path: person.pk}) for path in personal.of]
        nobodys = dict.fromkeys(personal.of)
        ways += [
            Q(**{f"{column}__iexact": address, **nobodys}) for column in personal.addresses for address in addresses
        ]
        ways += [Q(**{column: person_reference(person)}) for column in personal.references]
        if ways:
            is_about = Q()
            for way in ways:
                is_about |= way
            yield model, personal, model._default_manager.filter(is_about)


def proven_addresses(person: Person) -> set[str]:
    """Of somebody with an account those that they have shown to be theirs: anybody can type in another one's."""
    if Account.objects.filter(person=person).exists():
        own = EmailAddress.objects.filter(user__person=person, verified=True)
        return set(own.values_list("email", flat=True))
    return {person.email} - {""}


def _values(row: Any, personal: Personal) -> dict[str, Any]:
    values = {}
    for name in personal.fields:
        field = row._meta.get_field(name)
        value = getattr(row, name)
        if field.choices:
            value = str(getattr(row, f"get_{name}_display")())
        elif isinstance(value, Model):
            value = str(value)
        elif name == "until" and value and isinstance(row, PeriodModel):
            value -= timedelta(days=1)
        values[name] = value
    return values
