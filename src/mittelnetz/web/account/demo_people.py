"""Whom one can be in the demo: for each role somebody who holds it today."""

from datetime import date

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from mittelnetz.bodies.models import BodyKind, Mandate, Seat
from mittelnetz.core.models import Entry
from mittelnetz.core.settings import settings_on
from mittelnetz.exchange.events import FEDERATION_IMPORTED
from mittelnetz.people.models import Grant, Person
from mittelnetz.people.words import Role
from mittelnetz.register.models import Contact
from mittelnetz.register.words import ContactFunction


class DemoRole(TextChoices):
    COORDINATION = "coordination", _("als Koordination ansehen")
    MODERATION = "moderation", _("als Moderation ansehen")
    REPRESENTATIVE = "representative", _("als Vertretung ansehen")
    TRANSFER_GROUP = "transfer_group", _("als AG Transfer ansehen")
    STEERING_GROUP = "steering_group", _("als Leitungskreis ansehen")
    PLENUM = "plenum", _("als Plenum ansehen")
    OFFICE = "office", _("als Geschäftsstelle ansehen")
    OPERATOR = "operator", _("als Technik ansehen")


def is_demo(day: date) -> bool:
    """Whether the data are invented and nobody has brought in others: only then may everybody be anybody."""
    if not settings_on(day)["example_data"]:
        return False
    return Entry.objects.filter(verb=FEDERATION_IMPORTED.verb)[:2].count() == 1


def person_in(role: DemoRole, day: date) -> Person | None:
    """The same one each time; None where nobody holds the role."""
    if role in ContactFunction.values:
        contacts = Contact.objects.in_force(day).filter(function=role, shown=True)
        return Person.objects.filter(contacts__in=contacts).order_by("contacts__network", "pk").first()
    if role == DemoRole.REPRESENTATIVE:
        mandates = Mandate.objects.in_force(day)
        return Person.objects.filter(mandates__in=mandates).order_by("mandates__organisation", "pk").first()
    if role in BodyKind.values:
        seats = Seat.objects.in_force(day).filter(body__kind=role)
        return Person.objects.filter(seats__in=seats).order_by("pk").first()
    return Person.objects.filter(grants__in=Grant.objects.in_force(day).filter(role=Role(role))).order_by("pk").first()
