"""Two entries of the same organisation become one."""

from collections import defaultdict
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Count
from django.utils.translation import gettext as _

from mittelnetz.core import journal
from mittelnetz.core.guards import NoOverlap
from mittelnetz.core.refusals import Refused
from mittelnetz.people.actors import Actor
from mittelnetz.register import events
from mittelnetz.register.actions.ids import move_links
from mittelnetz.register.models import (
    Distinction,
    FederationPartnership,
    IntermediaryOverride,
    Organisation,
    Partnership,
)
from mittelnetz.register.queries.links import links_to
from mittelnetz.rulebook.periods import overlapping


@transaction.atomic
def merge_organisations(*, kept: Organisation, merged: Organisation, actor: Actor, at: datetime) -> Organisation:
    """Whatever refers to `merged` refers to `kept`, and so does its id; name, kind and the like are those of `kept`.

    Raises Refused where both hold the same thing at the same time.
    """
    if kept.pk == merged.pk:
        raise Refused(_("Das ist zweimal dieselbe Organisation. Bitte wählen Sie zwei verschiedene."))
    ids = [kept.pk, merged.pk]
    rows = {row.pk: row for row in Organisation.objects.select_for_update().filter(pk__in=ids).order_by("pk")}
    if len(rows) < len(ids):
        raise Refused(_("Diesen Eintrag gibt es so nicht mehr. Bitte laden Sie die Seite neu."))
    kept, merged = rows[kept.pk], rows[merged.pk]
    _refuse_what_both_hold(kept, merged)
    if _is_below(kept, merged):  # it takes the place of the other one, else it would come to lie under itself
        kept.parent_id = merged.parent_id
        kept.save(update_fields=["parent"])
    merged.service_areas.filter(region__in=kept.service_areas.values("region")).delete()
    _forget_that_they_differ(kept, merged)
    move_links(Organisation, merged.pk, kept.pk)
    Organisation.objects.filter(pk=merged.pk).delete()
    journal.record(
        events.ORGANISATIONS_MERGED,
        subject=f"organisations/{kept.pk}",
        actor=actor,
        at=at,
        changes={"merged": merged.pk},
    )
    return kept


def _is_below(organisation: Organisation, above: Organisation) -> bool:
    parent = organisation.parent
    while parent and parent != above:
        parent = parent.parent
    return parent is not None


def _forget_that_they_differ(kept: Organisation, merged: Organisation) -> None:
    for distinction in Distinction.objects.filter(organisations=kept).filter(organisations=merged):
        distinction.organisations.remove(merged)
    Distinction.objects.annotate(n=Count("organisations")).filter(n__lt=2).delete()


def _refuse_what_both_hold(kept: Organisation, merged: Organisation) -> None:
    """Ask of every table that keeps periods apart by organisation whether those of the two are apart, too."""
    for relation in links_to(Organisation):
        name = relation.field.name
        for guard in getattr(relation.related_model, "guards", ()):
            if not isinstance(guard, NoOverlap) or name not in guard.by:
                continue
            same: defaultdict[tuple[Any, ...], list[Any]] = defaultdict(list)
            for row in relation.related_model._default_manager.filter(**{f"{name}__in": [kept, merged]}):
                same[tuple(getattr(row, field) for field in guard.by if field != name)].append(row)
            for rows in same.values():
                if overlapping(row.period for row in rows):
                    raise Refused(_both_hold(rows[0]))


def _both_hold(row: Any) -> str:
    if isinstance(row, Partnership):
        return _(
            "Beide sind zur selben Zeit Partner von „%(network)s“. "
            "Bitte berichtigen oder beenden Sie zuerst eine der beiden Partnerschaften."
        ) % {"network": row.network}
    if isinstance(row, FederationPartnership):
        return _(
            "Beide sind zur selben Zeit Partner der Offensive (%(level)s). "
            "Bitte berichtigen oder beenden Sie zuerst eine der beiden Partnerschaften."
        ) % {"level": row.get_level_display()}
    if isinstance(row, IntermediaryOverride):
        return _(
            "Für beide gilt zur selben Zeit eine Entscheidung, ob sie intermediär sind. "
            "Bitte berichtigen Sie zuerst eine der beiden."
        )
    return _("Beide haben zur selben Zeit denselben Eintrag: %(row)s. Bitte berichtigen Sie ihn zuerst.") % {"row": row}
