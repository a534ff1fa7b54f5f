"""Who entered what stands on record about a network, as far as the reader may know."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, NamedTuple
from uuid import UUID

from mittelnetz.core.models import Entry
from mittelnetz.people.actors import COMMAND_LINE, uuid_of
from mittelnetz.people.models import Person
from mittelnetz.register import events
from mittelnetz.register.models import Contact
from mittelnetz.register.queries.former_ids import Successors
from mittelnetz.register.queries.naming import day_from
from mittelnetz.register.queries.standings import has_status
from mittelnetz.register.words import Status
from mittelnetz.rulebook.standing import ENDED


class What(StrEnum):
    """What can happen to a network; in this order where it happens on the same day."""

    STATUS = "status"
    STATUS_ENDS = "status_ends"
    REGION = "region"
    REGION_ENDS = "region_ends"
    PARTNER = "partner"
    PARTNER_ENDS = "partner_ends"
    CONTACT = "contact"
    CONTACT_ENDS = "contact_ends"
    NESTING = "nesting"
    CONSENT = "consent"
    NESTING_ENDS = "nesting_ends"
    COOPERATION = "cooperation"
    COOPERATION_ENDS = "cooperation_ends"


class Fact(NamedTuple):
    """What an entry and a dated row agree on. `thing` is written as `_TOLD` has it."""

    what: What
    thing: str
    day: date | None


@dataclass(frozen=True, slots=True)
class Entered:
    """When, by whom and for whom. Names of people whom the reader may not know are empty; `norm` may be empty."""

    at: datetime
    name: str
    on_behalf_of: str
    is_by_command_line: bool
    norm: str


_TOLD = {
    events.NETWORK_FORMED: (What.STATUS, str(Status.FORMING), "since"),
    events.STATUS_TAKEN_OVER: (What.STATUS, "{status}", "since"),
    events.REGION_ADDED: (What.REGION, "{region}", "since"),
    events.REGION_ENDED: (What.REGION_ENDS, "{region}", "until"),
    events.PARTNERSHIP_BEGUN: (What.PARTNER, "{organisation}", "since"),
    events.PARTNERSHIP_ENDED: (What.PARTNER_ENDS, "{organisation}", "until"),
    events.CONTACT_BEGUN: (What.CONTACT, "{person} {function}", "since"),
    events.CONTACT_ENDED: (What.CONTACT_ENDS, "{person} {function}", "until"),
    events.NESTING_PROPOSED: (What.NESTING, "{id}", "since"),
    events.NESTING_CONSENTED: (What.CONSENT, "{id} {network}", "on"),
    events.NESTING_TAKEN_OVER: (What.NESTING, "{id}", "since"),
    events.NESTING_ENDED: (What.NESTING_ENDS, "{id}", "until"),
    events.COOPERATION_BEGUN: (What.COOPERATION, "{id}", "since"),
    events.COOPERATION_ENDED: (What.COOPERATION_ENDS, "{id}", "until"),
}
"""What each event tells: what happened, how it names the thing, and which of its changes is the day."""
_PUBLIC = {event.verb: told for event, told in _TOLD.items() if event.is_public}


def entered_facts(
    subjects: Collection[str], former: Successors, today: date, *, names_all: bool
) -> Mapping[Fact, Entered]:
    """What the journal says of these subjects; of a fact that was entered twice, the last entry. Two statements.

    `former`: ids that were used in it before, for it is never rewritten. `names_all`: not only those whom the public
    may know. Personal parts are not read: what they say of people is not for the public.
    """
    entries = list(
        Entry.objects.filter(subject__in=subjects, verb__in=_PUBLIC)
        .order_by("number")
        .values_list("verb", "subject", "actor", "on_behalf_of", "at", "changes")
    )
    people = {reference for _, _, actor, other, _, _ in entries for reference in (actor, other)}
    names = _all_names_of(people) if names_all else _names_of(people, today)
    found = {}
    for verb, subject, actor, other, at, text in entries:
        changes = json.loads(text)
        entered = Entered(
            at, names.get(actor, ""), names.get(other, ""), actor == COMMAND_LINE.reference, changes.get("norm", "")
        )
        for name, list_ in (("network", "networks"), ("organisation", "organisations")):
            if name in changes:
                changes[name] = former[list_].get(changes[name], changes[name])
        found[_fact(verb, subject, changes)] = entered
    return found


def _fact(verb: str, subject: str, changes: dict[str, Any]) -> Fact:
    what, thing, day = _PUBLIC[verb]
    return Fact(what, thing.format(id=subject.partition("/")[2], **changes), day_from(changes[day]))


def _names_of(references: Collection[str], today: date) -> dict[str, str]:
    """The names of those who are shown as contacts of a network today, by their reference.

    Nobody who does not want to be named somewhere else: what they entered there would name them.
    """
    uuids = _uuids_of(references)
    shown = (
        Contact.objects.in_force(today)
        .filter(~has_status(ENDED, today, "network"), person__uuid__in=list(uuids), shown=True)
        .exclude(person__contacts__shown=False)
    )
    return {uuids[uuid]: name for uuid, name in shown.values_list("person__uuid", "person__name")}


def _all_names_of(references: Collection[str]) -> dict[str, str]:
    uuids = _uuids_of(references)
    people = Person.objects.filter(uuid__in=list(uuids))
    return {uuids[uuid]: name for uuid, name in people.values_list("uuid", "name")}


def _uuids_of(references: Collection[str]) -> dict[UUID, str]:
    return {uuid: reference for reference in references if (uuid := uuid_of(reference))}
