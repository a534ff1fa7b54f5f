"""Who is near a network."""

from datetime import date

from django.db.models import Q, QuerySet

from mittelnetz.bodies.models import Mandate
from mittelnetz.people.models import Person
from mittelnetz.register.models import Contact, Partnership


def circle_of(network_id: str, day: date) -> "QuerySet[Person]":
    """Those who are or were its contacts, and who acts for one of its partners on the day; by name, one statement."""
    partners = Partnership.objects.in_force(day).filter(network=network_id)
    mandates = Mandate.objects.in_force(day).filter(organisation__in=partners.values("organisation"))
    contacts = Contact.objects.filter(network=network_id)
    near = Q(pk__in=contacts.values("person")) | Q(pk__in=mandates.values("person"))
    return Person.objects.filter(near).order_by("name", "pk")
