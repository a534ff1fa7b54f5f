"""Reads of people."""

from datetime import date, datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from mittelnetz.people.models import Account, Grant, Invitation, Person

ACCOUNT, INVITED, NEITHER, NO_MAILBOX = "account", "invited", "neither", "no_mailbox"
"""How a person stands to having an account."""


def roles_granted(person: Person, day: date) -> frozenset[str]:
    """The roles that the person holds by name on the day. One statement."""
    return frozenset(Grant.objects.in_force(day).filter(person=person).values_list("role", flat=True))


def listed_people(*, at: datetime, search: str = "", standing: str = "") -> "QuerySet[Person]":
    """People for a keyset page by `name, id`, each with `has_account` and `is_invited`; one statement."""
    open_ones = Invitation.objects.filter(accepted_at=None, withdrawn_at=None, expires_at__gt=at)
    people = Person.objects.annotate(
        has_account=Exists(Account.objects.filter(person=OuterRef("pk"))),
        is_invited=Exists(open_ones.filter(person=OuterRef("pk"))),
    )
    for word in search.split():
        people = people.filter(Q(name__icontains=word) | Q(email__icontains=word))
    return {
        ACCOUNT: people.filter(has_account=True),
        INVITED: people.filter(is_invited=True),
        NEITHER: people.filter(has_account=False, is_invited=False).exclude(email=""),
        NO_MAILBOX: people.filter(email=""),
    }.get(standing, people)


def people_named(text: str, *, limit: int) -> tuple[Person | None, list[Person]]:
    """Which one is meant, by their id or whole name; else up to `limit` whose name or address holds all the words.

    Nobody who was erased.
    """
    people = Person.objects.filter(erased_at=None)
    meant = people.filter(Q(pk=text) | Q(name__iexact=text))[:limit]
    if len(meant) == 1:
        return meant[0], []
    for word in text.split():
        people = people.filter(Q(name__icontains=word) | Q(email__icontains=word))
    return None, list(meant or people.order_by("name", "pk")[:limit])
