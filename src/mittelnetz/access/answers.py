"""Who is asked by mail, and may answer by its link without an account.

It is asked again when the link is opened: whoever has lost the function meanwhile does not answer for it any more.
"""

from datetime import date

from django.db.models import Q, QuerySet
from django.utils.crypto import salted_hmac

from mittelnetz.bodies.models import Mandate
from mittelnetz.people.actors import Actor, person_reference, uuid_of
from mittelnetz.people.models import Person
from mittelnetz.register.models import Contact, Network, Organisation

Whose = Organisation | Network | Person


def people_asked(whose: Whose, day: date) -> list[Person]:
    """Who can be written to. One statement."""
    return list(_people(whose, day).exclude(email="").order_by("pk"))


def mailbox_of(whose: Whose) -> str:
    """The shared mailbox of an organisation, which is asked where nobody who acts for it can be."""
    return whose.email if isinstance(whose, Organisation) else ""


def reachable_organisations(day: date) -> "QuerySet[Organisation]":
    """Those of which somebody can be asked by mail."""
    mandates = Mandate.objects.in_force(day).exclude(person__email="")
    return Organisation.objects.filter(~Q(email="") | Q(pk__in=mandates.values("organisation")))


def reachable_networks(day: date) -> "QuerySet[Network]":
    contacts = Contact.objects.in_force(day).exclude(person__email="")
    return Network.objects.filter(pk__in=contacts.values("network"))


def mailbox_reference(address: str) -> str:
    """Of whoever reads the mailbox; says nothing of its address, and ends with it."""
    return f"mailbox/{salted_hmac('mittelnetz.mailbox', address, algorithm='sha256').hexdigest()[:32]}"


def answering(who: str, whose: Whose, day: date) -> Actor | None:
    """Who answers where a link was sent to `who`; None where they may not any more."""
    organisation = f"organisations/{whose.pk}" if isinstance(whose, Organisation) else ""
    if uuid := uuid_of(who):
        person = _people(whose, day).filter(uuid=uuid).first()
        return Actor(person_reference(person), organisation) if person else None
    mailbox = mailbox_of(whose)
    return Actor(organisation) if mailbox and who == mailbox_reference(mailbox) else None


def _people(whose: Whose, day: date) -> "QuerySet[Person]":
    if isinstance(whose, Person):
        return Person.objects.filter(pk=whose.pk)
    if isinstance(whose, Network):
        return Person.objects.filter(pk__in=Contact.objects.in_force(day).filter(network=whose).values("person"))
    return Person.objects.filter(pk__in=Mandate.objects.in_force(day).filter(organisation=whose).values("person"))
