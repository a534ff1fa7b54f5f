"""Who acts for an organisation, and until when."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from mittelnetz.bodies import events
from mittelnetz.bodies.models import Mandate
from mittelnetz.core import journal
from mittelnetz.people.actors import Actor, person_reference
from mittelnetz.people.models import Person
from mittelnetz.register.actions import spans
from mittelnetz.register.models import Organisation


@transaction.atomic
def begin_mandate(*, organisation: Organisation, person: Person, since: date, actor: Actor, at: datetime) -> Mandate:
    """Let a person act for the organisation. Raises Refused where they do so already, or will."""
    mandate = spans.begin(
        Mandate.objects.filter(organisation=organisation, person=person),
        since=since,
        already=_("%(name)s vertritt die Organisation an diesem Tag schon.") % {"name": person.name},
        organisation=organisation,
        person=person,
    )
    journal.record(
        events.MANDATE_BEGUN,
        subject=f"organisations/{organisation.pk}",
        actor=actor,
        at=at,
        changes={"person": person_reference(person), "since": since.isoformat()},
    )
    return mandate
