"""“Stimmt das noch?”: the entry as it stands, and one button."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar, Self

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from mittelnetz.core.periods import in_force
from mittelnetz.people.actors import Actor
from mittelnetz.people.models import Person
from mittelnetz.register.actions.confirmations import confirm_entry
from mittelnetz.register.answers import Given
from mittelnetz.register.models import Contact, Network, Organisation
from mittelnetz.register.queries.confirmations import Confirmable
from mittelnetz.register.queries.former_ids import current_id
from mittelnetz.register.questions.consent import contact_closed
from mittelnetz.register.questions.question import Question, Words
from mittelnetz.register.words import Answer
from mittelnetz.rulebook.organisations import KIND


class EntryQuestion(Question):
    wording: ClassVar[str] = "entry-1"

    @property
    @abstractmethod
    def entry(self) -> Confirmable: ...

    @property
    @abstractmethod
    def name(self) -> str: ...

    @property
    def about(self) -> tuple[str, ...]:
        return (str(self.entry.pk),)

    @property
    def title(self) -> str:
        return _("„%(name)s“: Stimmt das noch?") % {"name": self.name}

    @property
    def sentence(self) -> str:
        return _(
            "So steht „%(name)s“ heute im Register. Bitte sehen Sie den Eintrag einmal im Jahr durch. "
            "Stimmt alles, genügt ein Klick."
        ) % {"name": self.name}

    @property
    def choices(self) -> Mapping[Answer, Words]:
        return {Answer.YES: _("Ja, das stimmt noch")}

    @property
    def answered(self) -> tuple[Answer, date] | None:
        return (Answer.YES, self.entry.confirmed_on) if self.entry.confirmed_on else None

    def offered(self, day: date) -> Mapping[Answer, Words]:
        return {} if self.entry.confirmed_on == day else self.choices

    def closed(self, day: date) -> str:  # noqa: ARG002 - what is always there is never closed
        return ""

    def answer(self, answer: Answer, *, given: Given, actor: Actor, at: datetime) -> None:
        if answer == Answer.YES:
            confirm_entry(entry=self.entry, given=given, actor=actor, at=at)


@dataclass(frozen=True, slots=True)
class OrganisationEntry(EntryQuestion):
    organisation: Organisation

    purpose: ClassVar[str] = "organisation"

    @classmethod
    def find(cls, about: Sequence[str], day: date) -> Self | None:  # noqa: ARG003 - known as of now only
        rows = Organisation.objects.select_related("seat")
        row = rows.filter(pk=about[0]).first() or rows.filter(pk=current_id(Organisation, about[0])).first()
        return cls(row) if row else None

    @property
    def entry(self) -> Organisation:
        return self.organisation

    @property
    def whose(self) -> Organisation:
        return self.organisation

    @property
    def name(self) -> str:
        return self.organisation.name

    @property
    def details(self) -> Mapping[str, str]:
        organisation, kind = self.organisation, KIND[self.organisation.kind]
        return {
            _("Name"): organisation.name,
            _("Art"): kind.en if get_language() == "en" else kind.de,
            _("Sitz"): str(organisation.seat or ""),
            _("Anschrift"): organisation.address,
            _("Telefon"): organisation.phone,
            _("E-Mail"): organisation.email,
            _("Website"): organisation.website,
        }


@dataclass(frozen=True, slots=True)
class NetworkEntry(EntryQuestion):
    network: Network
    regions: tuple[str, ...]
    contacts: tuple[Contact, ...]

    purpose: ClassVar[str] = "network"

    @classmethod
    def find(cls, about: Sequence[str], day: date) -> Self | None:
        rows = Network.objects.all()
        row = rows.filter(pk=about[0]).first() or rows.filter(pk=current_id(Network, about[0])).first()
        if row is None:
            return None
        regions = row.regions.filter(in_force(day)).order_by("region").values_list("region__full_name", flat=True)
        contacts = row.contacts.filter(in_force(day)).select_related("person").order_by("function", "pk")
        return cls(row, tuple(regions), tuple(contacts))

    @property
    def entry(self) -> Network:
        return self.network

    @property
    def whose(self) -> Network:
        return self.network

    @property
    def name(self) -> str:
        return self.network.name

    @property
    def details(self) -> Mapping[str, str]:
        return {
            _("Name"): self.network.name,
            _("Ziele"): self.network.aims,
            _("Vorgehen"): self.network.approach,
            _("Website"): self.network.website,
            _("Region"): ", ".join(self.regions),
            _("Ansprechpersonen"): ", ".join(
                f"{contact.person.name} ({contact.get_function_display()})" for contact in self.contacts
            ),
        }


@dataclass(frozen=True, slots=True)
class ContactEntry(EntryQuestion):
    contact: Contact

    purpose: ClassVar[str] = "contact"

    @classmethod
    def find(cls, about: Sequence[str], day: date) -> Self | None:  # noqa: ARG003 - `closed` asks for it
        rows = Contact.objects.select_related("person", "network", "organisation")
        row = rows.filter(pk=about[0]).first()
        return cls(row) if row else None

    @property
    def entry(self) -> Contact:
        return self.contact

    @property
    def whose(self) -> Person:
        return self.contact.person

    @property
    def name(self) -> str:
        return self.contact.person.name

    @property
    def details(self) -> Mapping[str, str]:
        contact, organisation = self.contact, self.contact.organisation
        return {
            _("Name"): contact.person.name,
            _("Netzwerk"): contact.network.name,
            _("Funktion"): contact.get_function_display(),
            _("Für welchen Partner"): organisation.name if organisation else "",
            _("Telefon"): contact.person.phone,
            _("E-Mail"): contact.person.email,
            _("Öffentlich genannt"): _("ja") if contact.shown else _("nein"),
        }

    def closed(self, day: date) -> str:
        return contact_closed(self.contact, day)
