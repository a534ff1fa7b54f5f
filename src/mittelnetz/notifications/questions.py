"""Mails that ask something: what follows from an entry, whom to ask, and the link that each of them answers by.

What came with a file is not asked about: a file has a verb of its own.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.urls import reverse

from mittelnetz.access.answers import mailbox_of, mailbox_reference, people_asked
from mittelnetz.core.models import Entry
from mittelnetz.core.periods import day_of
from mittelnetz.core.signed_links import VALID_FOR, Asked, token_for
from mittelnetz.notifications.actions import Recipient
from mittelnetz.notifications.links import link_to
from mittelnetz.people.actors import person_reference, uuid_of
from mittelnetz.register.models import Contact, Partnership
from mittelnetz.register.queries.acknowledgements import missing_versions
from mittelnetz.register.questions import find_question
from mittelnetz.register.questions.consent import Listing, Showing
from mittelnetz.register.questions.entries import ContactEntry, NetworkEntry, OrganisationEntry
from mittelnetz.register.questions.framework import Framework
from mittelnetz.register.questions.question import Question

Find = Callable[[Entry, date], list[Question]]
"""What there is to ask after an entry, as things stand on the day; all of it is asked of the same people."""


@dataclass(frozen=True, slots=True)
class Linked:
    """A question with the link for one recipient, in the language in which the mail is being written."""

    question: Question
    token: str

    @property
    def link(self) -> str:
        return link_to(reverse("answer", args=[self.token]))


def asked(
    find: Find,
) -> tuple[
    Callable[[Entry, date], list[Recipient]],
    Callable[[Entry, Recipient, datetime], Mapping[str, Any] | None],
]:
    """Recipients and values for a rule."""

    def recipients(entry: Entry, day: date) -> list[Recipient]:
        found = find(entry, day)
        return _recipients(found[0], day) if found else []

    def values(entry: Entry, to: Recipient, at: datetime) -> Mapping[str, Any]:
        found = find(entry, day_of(at))
        who = person_reference(to.person) if to.person else mailbox_reference(to.address)
        linked = [
            Linked(question, token_for(Asked(question.purpose, who, question.about), at=at)) for question in found
        ]
        return {"name": to.person.name if to.person else "", "linked": linked, "days": VALID_FOR.days}

    return recipients, values


def of_new_partner(entry: Entry, day: date) -> list[Question]:
    """Consent, where it was not given yet, and the versions in force."""
    told = json.loads(entry.changes)
    rows = _partnerships().filter(network=entry.subject.partition("/")[2], organisation=told["organisation"])
    partnership = rows.filter(since=told["since"]).first()
    if partnership is None or partnership.period.has_ended(day):
        return []
    return [*([] if partnership.listed else [Listing(partnership)]), *_unacknowledged(partnership, day)]


def of_new_contact(entry: Entry, day: date) -> list[Question]:
    told = json.loads(entry.changes)
    rows = Contact.objects.select_related("person", "network").filter(network=entry.subject.partition("/")[2])
    who = {"person__uuid": uuid_of(told["person"]), "function": told["function"], "since": told["since"]}
    contact = rows.filter(**who).first()
    return [] if contact is None or contact.shown or contact.period.has_ended(day) else [Showing(contact)]


def of_consent(entry: Entry, day: date) -> list[Question]:
    told = json.loads(entry.changes)
    purpose, about = (Listing, told["partnership"]) if "partnership" in told else (Showing, told["contact"])
    return _open(find_question(purpose.purpose, [str(about)], day), day)


def of_framework(entry: Entry, day: date) -> list[Question]:
    partnership = _partnerships().filter(pk=json.loads(entry.changes)["partnership"]).first()
    return [*_unacknowledged(partnership, day)] if partnership and not partnership.period.has_ended(day) else []


def of_entry(entry: Entry, day: date) -> list[Question]:
    list_name, _, id = entry.subject.partition("/")
    if contact := json.loads(entry.changes).get("contact"):
        return _open(find_question(ContactEntry.purpose, [str(contact)], day), day)
    kind = OrganisationEntry if list_name == "organisations" else NetworkEntry
    return _open(find_question(kind.purpose, [id], day), day)


def _open(question: Question | None, day: date) -> list[Question]:
    return [question] if question and not question.closed(day) else []


def _unacknowledged(partnership: Partnership, day: date) -> list[Question]:
    versions = missing_versions([partnership], day)[partnership.pk]
    return [Framework(partnership, version) for version in versions]


def _partnerships() -> Any:
    return Partnership.objects.select_related("organisation", "network")


def _recipients(question: Question, day: date) -> list[Recipient]:
    people, mailbox = people_asked(question.whose, day), mailbox_of(question.whose)
    return [Recipient.of(person) for person in people] or ([Recipient(mailbox)] if mailbox else [])
