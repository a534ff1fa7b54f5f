"""What an erasure would do, told beforehand."""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise

from mittelnetz.bodies.models import Mandate, Seat
from mittelnetz.core.personal import Personal
from mittelnetz.operations.erasing import lasting
from mittelnetz.operations.mentions import known_of, organisations_known_by
from mittelnetz.people.models import Grant, Person
from mittelnetz.people.stored import stored_about
from mittelnetz.register.models import Contact, Organisation


@dataclass(frozen=True, slots=True)
class Ending:
    """Something that the person still does, and for whom."""

    what: Promise | str
    whom: str


@dataclass(frozen=True, slots=True)
class ErasurePreview:
    """`rows`: how many of each kind. `organisations` say something of the person themselves, and will go on to."""

    endings: list[Ending]
    rows: list[tuple[Personal, int]]
    organisations: list[Organisation]


def preview_erasure(person: Person, day: date) -> ErasurePreview:
    """A constant number of statements."""
    contacts = Contact.objects.filter(lasting(day), person=person).select_related("network")
    mandates = Mandate.objects.filter(lasting(day), person=person).select_related("organisation")
    seats = Seat.objects.filter(lasting(day), person=person) | Seat.objects.filter(lasting(day), deputy=person)
    grants = Grant.objects.filter(lasting(day), person=person)
    endings = [Ending(contact.get_function_display(), contact.network.name) for contact in contacts]
    endings += [Ending(Mandate.personal.what, mandate.organisation.name) for mandate in mandates]
    endings += [Ending(Seat.personal.what, seat.body.name) for seat in seats.select_related("body")]
    endings += [Ending(grant.get_role_display(), "") for grant in grants]
    return ErasurePreview(
        endings,
        [(stored.personal, len(stored.rows)) for stored in stored_about(person)],
        list(organisations_known_by(known_of(person))),
    )
