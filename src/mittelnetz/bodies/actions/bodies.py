"""The bodies of the federation themselves. The circle of a network comes with the network."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from mittelnetz.bodies import events
from mittelnetz.bodies.models import Body
from mittelnetz.core import journal
from mittelnetz.core.refusals import Refused, refuse_stale
from mittelnetz.people.actors import Actor


@transaction.atomic
def add_body(*, id: str, kind: str, name: str, actor: Actor, at: datetime) -> Body:
    """Raises Refused where the id is taken."""
    if Body.objects.filter(pk=id).exists():
        raise Refused(_("Diese Kennung ist schon vergeben. Bitte wählen Sie eine andere."))
    body = Body.objects.create(id=id, kind=kind, name=name)
    changes = {"kind": kind, "name": name}
    journal.record(events.BODY_ADDED, subject=f"bodies/{id}", actor=actor, at=at, changes=changes)
    return body


@transaction.atomic
def name_body(*, body: Body, name: str, seen: Mapping[str, str], actor: Actor, at: datetime) -> Body:
    """`seen`: the name that was there when somebody looked. Raises Stale where it is not there any more."""
    body = Body.objects.select_for_update().get(pk=body.pk)
    refuse_stale(body, seen)
    if name != body.name:
        body.name = name
        body.save(update_fields=["name"])
        journal.record(events.BODY_NAMED, subject=f"bodies/{body.pk}", actor=actor, at=at, changes={"name": name})
    return body
