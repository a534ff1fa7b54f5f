"""Reads of people."""

from datetime import date

from mittelnetz.people.models import Grant, Person


def roles_granted(person: Person, day: date) -> frozenset[str]:
    """The roles that the person holds by name on the day. One statement."""
    return frozenset(Grant.objects.in_force(day).filter(person=person).values_list("role", flat=True))
