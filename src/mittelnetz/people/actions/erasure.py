"""Somebody asks to be erased. Who does it is the office; what happens then: `operations/erasing.py`."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from mittelnetz.core import journal
from mittelnetz.core.refusals import Refused
from mittelnetz.people import events
from mittelnetz.people.actors import Actor, person_reference
from mittelnetz.people.models import Person


@transaction.atomic
def ask_for_erasure(*, person: Person, actor: Actor, at: datetime) -> None:
    """The person wants everything about them to go. To ask again changes nothing."""
    if Person.objects.filter(pk=person.pk, erasure_asked_at=None, erased_at=None).update(erasure_asked_at=at):
        journal.record(events.ERASURE_ASKED, subject=person_reference(person), actor=actor, at=at)


@transaction.atomic
def take_erasure_back(*, person: Person, actor: Actor, at: datetime) -> None:
    """The person has thought better of it."""
    if (
        not Person.objects.filter(pk=person.pk, erased_at=None)
        .exclude(erasure_asked_at=None)
        .update(erasure_asked_at=None)
    ):
        raise Refused(_("Es wartet keine Bitte um Löschung. Bitte laden Sie die Seite neu."))
    journal.record(events.ERASURE_TAKEN_BACK, subject=person_reference(person), actor=actor, at=at)


def refuse_erased(person: Person) -> None:
    """Raises Refused for somebody of whom nothing may be entered any more."""
    if person.erased_at is not None:
        raise Refused(
            _("Diese Person ist gelöscht. Wenn sie wieder mitarbeitet, tragen Sie sie bitte als neue Person ein.")
        )
