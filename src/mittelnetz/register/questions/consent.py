"""May we name you in public? Asked of a partner (HR3), and of a contact person."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar, Self

from django.utils.translation import gettext as _

from mittelnetz.people.actors import Actor
from mittelnetz.people.models import Person
from mittelnetz.register.actions.contacts import change_showing
from mittelnetz.register.actions.partnerships import change_listing
from mittelnetz.register.answers import Given
from mittelnetz.register.models import Contact, Organisation, Partnership
from mittelnetz.register.questions.question import Question, Words
from mittelnetz.register.words import Answer


@dataclass(frozen=True, slots=True)
class Listing(Question):
    partnership: Partnership

    purpose: ClassVar[str] = "listing"
    wording: ClassVar[str] = "listing-1"

    @classmethod
    def find(cls, about: Sequence[str], day: date) -> Self | None:  # noqa: ARG003 - `closed` asks for it
        rows = Partnership.objects.select_related("organisation", "network")
        row = rows.filter(pk=about[0]).first()
        return cls(row) if row else None

    @property
    def about(self) -> tuple[str, ...]:
        return (str(self.partnership.pk),)

    @property
    def whose(self) -> Organisation:
        return self.partnership.organisation

    @property
    def title(self) -> str:
        return _("Dürfen wir „%(organisation)s“ öffentlich nennen?") % {"organisation": self.whose.name}

    @property
    def sentence(self) -> str:
        return _(
            "„%(organisation)s“ ist als Partner von „%(network)s“ eingetragen. Mit Ihrem Ja steht das öffentlich auf "
            "der Seite des Netzwerks und der Organisation: Name, Ort und seit wann. "
            "Ohne Ihr Ja zählen wir den Partner nur mit."
        ) % {"organisation": self.whose.name, "network": self.partnership.network.name}

    @property
    def choices(self) -> Mapping[Answer, Words]:
        return {Answer.YES: _("Ja, bitte nennen"), Answer.NO: _("Nein, nicht nennen")}

    def closed(self, day: date) -> str:
        return partnership_closed(self.partnership, day)

    @property
    def answered(self) -> tuple[Answer, date] | None:
        return _answered(self.partnership.listing_answered_on, is_yes=self.partnership.listed)

    def answer(self, answer: Answer, *, given: Given, actor: Actor, at: datetime) -> None:
        change_listing(partnership=self.partnership, listed=answer == Answer.YES, given=given, actor=actor, at=at)


@dataclass(frozen=True, slots=True)
class Showing(Question):
    contact: Contact

    purpose: ClassVar[str] = "showing"
    wording: ClassVar[str] = "showing-1"

    @classmethod
    def find(cls, about: Sequence[str], day: date) -> Self | None:  # noqa: ARG003 - `closed` asks for it
        rows = Contact.objects.select_related("person", "network")
        row = rows.filter(pk=about[0]).first()
        return cls(row) if row else None

    @property
    def about(self) -> tuple[str, ...]:
        return (str(self.contact.pk),)

    @property
    def whose(self) -> Person:
        return self.contact.person

    @property
    def title(self) -> str:
        return _("Dürfen wir Sie öffentlich nennen?")

    @property
    def sentence(self) -> str:
        return _(
            "Sie sind als Ansprechperson von „%(network)s“ eingetragen (%(function)s). Mit Ihrem Ja stehen Ihr Name, "
            "Ihre Funktion und Ihre Telefonnummer öffentlich auf der Seite des Netzwerks. Ihre E-Mail-Adresse nennen "
            "wir nicht. Ohne Ihr Ja steht dort nur, dass es jemanden gibt."
        ) % {"network": self.contact.network.name, "function": self.contact.get_function_display()}

    @property
    def choices(self) -> Mapping[Answer, Words]:
        return {Answer.YES: _("Ja, nennen Sie mich"), Answer.NO: _("Nein, nennen Sie mich nicht")}

    def closed(self, day: date) -> str:
        return contact_closed(self.contact, day)

    @property
    def answered(self) -> tuple[Answer, date] | None:
        return _answered(self.contact.showing_answered_on, is_yes=self.contact.shown)

    def answer(self, answer: Answer, *, given: Given, actor: Actor, at: datetime) -> None:
        change_showing(contact=self.contact, shown=answer == Answer.YES, given=given, actor=actor, at=at)


def partnership_closed(partnership: Partnership, day: date) -> str:
    if partnership.period.has_ended(day):
        return _("Diese Partnerschaft ist beendet. Sie brauchen nichts zu tun.")
    return ""


def contact_closed(contact: Contact, day: date) -> str:
    if contact.period.has_ended(day):
        return _("Diese Funktion haben Sie nicht mehr. Sie brauchen nichts zu tun.")
    return ""


def _answered(day: date | None, *, is_yes: bool) -> tuple[Answer, date] | None:
    return (Answer.YES if is_yes else Answer.NO, day) if day else None
