"""Who is near a network, who acts for an organisation, and who has a seat where."""

import json
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from mittelnetz.bodies import events
from mittelnetz.bodies.models import Body, Mandate, Seat
from mittelnetz.core.models import Entry
from mittelnetz.core.periods import in_force
from mittelnetz.people.models import Account, Person
from mittelnetz.register.models import Contact, Partnership
from mittelnetz.register.queries.over_time import OverTime, over_time


def circle_of(network_id: str, day: date) -> "QuerySet[Person]":
    """Those who are or were its contacts, and who acts for one of its partners on the day; by name, one statement."""
    partners = Partnership.objects.in_force(day).filter(network=network_id)
    mandates = Mandate.objects.in_force(day).filter(organisation__in=partners.values("organisation"))
    contacts = Contact.objects.filter(network=network_id)
    near = Q(pk__in=contacts.values("person")) | Q(pk__in=mandates.values("person"))
    return Person.objects.filter(near).order_by("name", "pk")


def mandates_for(organisation_id: str, day: date) -> OverTime[Mandate]:
    """Who acts for it, each with the person and `has_account`, by name; one statement."""
    rows: QuerySet[Mandate] = (
        Mandate.objects.filter(organisation=organisation_id)
        .select_related("person")
        .annotate(has_account=Exists(Account.objects.filter(person=OuterRef("person"))))
        .order_by("person__name", "pk")
    )
    return over_time(rows, day)


def is_last_mandate(mandate: Mandate, day: date) -> bool:
    """Whether the organisation has, and will have, nobody else to act for it. One statement."""
    goes_on = Q(until=None) | Q(until__gt=day)
    return not Mandate.objects.filter(goes_on, organisation=mandate.organisation_id).exclude(pk=mandate.pk).exists()


def people_of(organisation_id: str) -> "QuerySet[Person]":
    """Who acts or acted for the organisation, or is or was a contact for it; by name, one statement."""
    acting = Mandate.objects.filter(organisation=organisation_id).values("person")
    contacts = Contact.objects.filter(organisation=organisation_id).values("person")
    return Person.objects.filter(Q(pk__in=acting) | Q(pk__in=contacts)).order_by("name", "pk")


def federation_bodies(day: date) -> "QuerySet[Body]":
    """The bodies of the federation, each with how many `voices` it has on the day; one statement."""
    voices = Count("seats", filter=in_force(day, "seats__"))
    return Body.objects.filter(network=None).annotate(voices=voices).order_by("name", "pk")


def seats_in(body_id: str, day: date) -> OverTime[Seat]:
    """The seats of a body, each with who holds it and who speaks for them; one statement."""
    rows = Seat.objects.filter(body=body_id).select_related("organisation", "network", "person", "deputy")
    return over_time(sorted(rows, key=lambda row: ((row.organisation or row.network).folded_name, row.pk)), day)  # type: ignore[union-attr] # one of them is there


def entries_of_body(body_id: str) -> "QuerySet[Entry]":
    return Entry.objects.filter(subject=f"bodies/{body_id}")


def taken_over_seats(body_id: str) -> frozenset[str]:
    """The ids of the seats that were there before their time was recorded here. One statement."""
    entries = entries_of_body(body_id).filter(verb=events.SEAT_TAKEN_OVER.verb)
    return frozenset(json.loads(changes)["seat"] for changes in entries.values_list("changes", flat=True))
