"""Who holds the contact functions of one network, for those who keep them."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from mittelnetz.people.models import Account
from mittelnetz.register.models import Contact
from mittelnetz.register.queries.contacts import Vacancy
from mittelnetz.register.queries.over_time import OverTime, over_time
from mittelnetz.register.words import ContactFunction


@dataclass(frozen=True, slots=True)
class Functions:
    """The contacts, each with `has_account`, coordination first; and the functions that nobody holds on the day."""

    contacts: OverTime[Contact]
    vacancies: list[Vacancy]


def functions_of(network_id: str, day: date) -> Functions:
    """One statement; each contact with its person and organisation."""
    rows: QuerySet[Contact] = (
        Contact.objects.filter(network=network_id)
        .select_related("person", "organisation")
        .annotate(has_account=Exists(Account.objects.filter(person=OuterRef("person"))))
        .order_by("function", "person__name", "pk")
    )
    contacts = over_time(rows, day)
    held = {contact.function for contact in contacts.current}
    vacant = [function for function in ContactFunction.values if function not in held]
    return Functions(contacts, [Vacancy(function, _vacant_since(contacts.ended, function)) for function in vacant])


def is_last_contact(contact: Contact, day: date) -> bool:
    """Whether the network has, and will have, nobody else to speak for it. One statement."""
    goes_on = Q(until=None) | Q(until__gt=day)
    return not Contact.objects.filter(goes_on, network=contact.network_id).exclude(pk=contact.pk).exists()


def _vacant_since(ended: list[Contact], function: str) -> date | None:
    return next((contact.until for contact in ended if contact.function == function), None)
