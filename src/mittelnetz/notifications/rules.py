"""Who gets a mail when: for each thing that the journal tells, to whom, and what the mail says."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from mittelnetz.core.journal import Event
from mittelnetz.core.models import Entry
from mittelnetz.core.settings import settings_on
from mittelnetz.notifications import questions
from mittelnetz.notifications.actions import Recipient
from mittelnetz.notifications.links import link_to
from mittelnetz.notifications.questions import asked
from mittelnetz.people import events as people
from mittelnetz.people.invitation_links import token_of
from mittelnetz.people.models import Invitation
from mittelnetz.register import events as register
from mittelnetz.register.models import ErrorReport


@dataclass(frozen=True, slots=True)
class Rule:
    """`kind` names the template; `values` are what it needs for one recipient, or None where there is nothing left to
    tell.

    Recipients are those of the day on which the mail is written, not of the day of the entry.
    """

    event: Event
    kind: str
    recipients: Callable[[Entry, date], list[Recipient]]
    values: Callable[[Entry, Recipient, datetime], Mapping[str, Any] | None]


def the_office(_entry: Entry, day: date) -> list[Recipient]:
    """Nobody, while the office has no address."""
    address = settings_on(day)["office_email"]
    return [Recipient(address)] if address else []


def error_report(entry: Entry, _to: Recipient, _at: datetime) -> Mapping[str, Any] | None:
    report = ErrorReport.objects.filter(pk=entry.subject.rpartition("/")[2]).first()
    if report is None:
        return None
    quoted = "\n".join(f"> {line}" for line in report.text.splitlines())
    page = link_to(report.page) if report.page else ""
    return {"page": page, "path": report.page, "quoted": quoted, "email": report.email}


def erasure_asked(_entry: Entry, _to: Recipient, _at: datetime) -> Mapping[str, Any]:
    """Without the name, which would stand in one more place."""
    return {"page": link_to("/buero/datenschutz/")}


def the_invited(entry: Entry, _day: date) -> list[Recipient]:
    invitation = _invitation(entry)
    return [Recipient(invitation.email, invitation.person.language, invitation.person)] if invitation else []


def invitation(entry: Entry, _to: Recipient, _at: datetime) -> Mapping[str, Any] | None:
    """The template writes the address, for it depends on the language."""
    found = _invitation(entry)
    return {"name": found.person.name, "host": link_to(""), "token": token_of(found)} if found else None


def _invitation(entry: Entry) -> Invitation | None:
    """None where it is taken back or accepted already."""
    number = json.loads(entry.changes)["invitation"]
    still_open = Invitation.objects.filter(accepted_at=None, withdrawn_at=None)
    return still_open.select_related("person").filter(pk=number).first()


RULES = (
    Rule(register.ERROR_REPORTED, "error_reported", recipients=the_office, values=error_report),
    Rule(register.PARTNERSHIP_BEGUN, "questions", *asked(questions.of_new_partner)),
    Rule(register.CONTACT_BEGUN, "questions", *asked(questions.of_new_contact)),
    Rule(register.CONSENT_ASKED, "questions", *asked(questions.of_consent)),
    Rule(register.ACKNOWLEDGEMENT_ASKED, "questions", *asked(questions.of_framework)),
    Rule(register.CONFIRMATION_ASKED, "questions", *asked(questions.of_entry)),
    Rule(people.ERASURE_ASKED, "erasure_asked", recipients=the_office, values=erasure_asked),
    Rule(people.PERSON_INVITED, "person_invited", recipients=the_invited, values=invitation),
)
