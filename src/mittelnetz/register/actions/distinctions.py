"""Entries that look alike, and of which the office says that they are different organisations."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.db.models import Count
from django.utils.translation import gettext as _

from mittelnetz.core import journal
from mittelnetz.core.refusals import Refused
from mittelnetz.people.actors import Actor
from mittelnetz.register import events
from mittelnetz.register.models import Distinction, Organisation


@transaction.atomic
def tell_apart(*, ids: Collection[str], actor: Actor, at: datetime) -> None:
    """Keep that each of these organisations is another one. Raises Refused where one is not there any more."""
    found = _present(ids)
    known = Distinction.objects.filter(organisations__in=found).annotate(n=Count("organisations"))
    if not known.filter(n=len(found)).exists():
        Distinction.objects.create().organisations.add(*found)
        _record(events.ORGANISATIONS_TOLD_APART, found, actor, at)


@transaction.atomic
def withdraw_distinction(*, ids: Collection[str], actor: Actor, at: datetime) -> None:
    """Forget whatever was said of two or more of these. Raises Refused where one is not there any more."""
    found = _present(ids)
    known = Distinction.objects.filter(organisations__in=found).annotate(n=Count("organisations"))
    if known.filter(n__gt=1).delete()[0]:
        _record(events.DISTINCTION_WITHDRAWN, found, actor, at)


def _present(ids: Collection[str]) -> list[Organisation]:
    found = list(Organisation.objects.select_for_update().filter(pk__in=ids).order_by("pk"))
    if len(found) < max(2, len(set(ids))):
        raise Refused(_("Diese Einträge gibt es so nicht mehr. Bitte sehen Sie sich an, was jetzt hier steht."))
    return found


def _record(event: journal.Event, found: list[Organisation], actor: Actor, at: datetime) -> None:
    ids = [organisation.pk for organisation in found]
    journal.record(event, subject=f"organisations/{ids[0]}", actor=actor, at=at, changes={"organisations": ids})
