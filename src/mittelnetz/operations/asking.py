"""What is asked by itself: whether partners know a new version, and once a year whether an entry still holds."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from itertools import takewhile

from mittelnetz.access.answers import reachable_networks, reachable_organisations
from mittelnetz.core.models import Entry
from mittelnetz.core.periods import day_of
from mittelnetz.core.refusals import Refused
from mittelnetz.people.actors import WORKER
from mittelnetz.register import events
from mittelnetz.register.actions.asking import ask_partner_to_acknowledge
from mittelnetz.register.actions.confirmations import ask_for_confirmation
from mittelnetz.register.models import FrameworkVersion
from mittelnetz.register.queries.acknowledgements import partnerships_to_ask, versions_in_force
from mittelnetz.register.queries.confirmations import (
    Confirmable,
    contacts_to_confirm,
    networks_to_confirm,
    organisations_to_confirm,
    to_be_asked,
)

CONFIRMATIONS_AT_ONCE = 50
"""So that a federation whose first year is over does not write to all on one day."""


def ask_what_is_due(*, at: datetime, goes_on: Callable[[], bool]) -> None:
    """Each question is a transaction of its own; to run it again asks only what has not been asked."""
    day = day_of(at)
    for version in versions_in_force(day):
        if _was_put_in_force(version):
            partnerships = partnerships_to_ask(version, day).filter(organisation__in=reachable_organisations(day))
            for partnership in takewhile(lambda _: goes_on(), partnerships):
                with suppress(Refused):  # another worker was quicker
                    ask_partner_to_acknowledge(partnership=partnership, actor=WORKER, at=at)
    for entry in takewhile(lambda _: goes_on(), _entries_to_confirm(at)):
        with suppress(Refused):
            ask_for_confirmation(entry=entry, actor=WORKER, at=at)


def _was_put_in_force(version: FrameworkVersion) -> bool:
    """By an action. Of one that came with a file, its file says who acknowledged it."""
    told = Entry.objects.filter(subject=f"framework_versions/{version.pk}", verb=events.FRAMEWORK_PUT_IN_FORCE.verb)
    return told.exists()


def _entries_to_confirm(at: datetime) -> list[Confirmable]:
    """Those of which somebody can be asked. Three statements."""
    day = day_of(at)
    networks = networks_to_confirm(day).filter(pk__in=reachable_networks(day))
    organisations = organisations_to_confirm(day).filter(pk__in=reachable_organisations(day))
    contacts = contacts_to_confirm(day).exclude(person__email="")
    found: list[Confirmable] = [
        *to_be_asked(networks, day)[:CONFIRMATIONS_AT_ONCE],
        *to_be_asked(organisations, day)[:CONFIRMATIONS_AT_ONCE],
        *to_be_asked(contacts, day)[:CONFIRMATIONS_AT_ONCE],
    ]
    return found[:CONFIRMATIONS_AT_ONCE]
