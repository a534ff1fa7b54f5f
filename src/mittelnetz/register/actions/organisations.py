"""Changes of organisations."""

from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from mittelnetz.core import journal
from mittelnetz.core.folding import fold, fold_website
from mittelnetz.core.refusals import Refused, refuse_stale
from mittelnetz.people.actors import Actor
from mittelnetz.regions.models import Region
from mittelnetz.register import events
from mittelnetz.register.actions import spans
from mittelnetz.register.actions.ids import refuse_taken
from mittelnetz.register.models import IntermediaryOverride, Organisation, ServiceArea

DETAILS = frozenset({"name", "kind", "seat", "website", "phone", "address", "email"})


@transaction.atomic
def add_organisation(
    *, id: str, name: str, kind: str, actor: Actor, at: datetime, details: Mapping[str, Any] | None = None
) -> Organisation:
    """Enter an organisation. Raises Refused where the id is taken."""
    refuse_taken(Organisation, id)
    organisation = Organisation(id=id, name=name, kind=kind)
    changed = sorted({"name", "kind"} | _apply(organisation, details or {}))
    _fold(organisation)
    organisation.save(force_insert=True)
    _record(events.ORGANISATION_ADDED, organisation, actor, at, fields=changed, kind=kind)
    return organisation


@transaction.atomic
def change_organisation(
    *,
    organisation: Organisation,
    details: Mapping[str, Any],
    seen: Mapping[str, Any] | None = None,
    actor: Actor,
    at: datetime,
) -> Organisation:
    """Change name, kind, seat or ways to reach it. The journal keeps which fields, not the texts.

    A kind that is set answers what the organisation proposed, also where it stays the same.
    `seen`: what was there when the person looked. Raises Stale where it is not there any more.
    """
    organisation = Organisation.objects.select_for_update().get(pk=organisation.pk)
    refuse_stale(organisation, seen or {})
    changed = _apply(organisation, details)
    if "kind" in details and organisation.proposed_kind:
        organisation.proposed_kind = ""
        changed.add("proposed_kind")
    if changed:
        _fold(organisation)
        organisation.save(update_fields=[*changed, "folded_name", "folded_website"])
        _record(events.ORGANISATION_CHANGED, organisation, actor, at, fields=sorted(changed))
    return organisation


@transaction.atomic
def propose_kind(*, organisation: Organisation, kind: str, actor: Actor, at: datetime) -> None:
    """Keep what the organisation says of what kind it is; the office decides (`change_organisation`)."""
    organisation = Organisation.objects.select_for_update().get(pk=organisation.pk)
    if kind == organisation.kind:
        raise Refused(_("Diese Art ist schon eingetragen. Bitte schlagen Sie eine andere vor."))
    organisation.proposed_kind = kind
    organisation.save(update_fields=["proposed_kind"])
    _record(events.KIND_PROPOSED, organisation, actor, at, kind=kind)


@transaction.atomic
def place_under(*, organisation: Organisation, parent: Organisation | None, actor: Actor, at: datetime) -> None:
    """Make `parent` the organisation above, or none. Raises Refused where that would close a circle.

    The database itself looks for the circle (guard NoOwnAncestor), under a lock, so that two moves at once
    cannot close one together.
    """
    organisation = Organisation.objects.select_for_update().get(pk=organisation.pk)
    before, organisation.parent = organisation.parent_id, parent
    if organisation.parent_id == before:
        return
    try:
        with transaction.atomic():
            organisation.save(update_fields=["parent"])
    except IntegrityError as error:
        raise Refused(
            _("%(parent)s gehört selbst zu dieser Organisation. Bitte wählen Sie eine andere übergeordnete Stelle.")
            % {"parent": parent}
        ) from error
    _record(events.ORGANISATION_PLACED, organisation, actor, at, parent=[before, parent.pk if parent else None])


@transaction.atomic
def change_service_area(
    *, organisation: Organisation, add: Collection[Region], remove: Collection[str], actor: Actor, at: datetime
) -> None:
    """Let the organisation serve some regions more, and some less (by key), from now on.

    What somebody else has added or removed meanwhile stays as it is.
    """
    Organisation.objects.select_for_update().get(pk=organisation.pk)
    before = set(organisation.service_areas.values_list("region_id", flat=True))
    added = sorted({region.pk for region in add} - before)
    removed = sorted(before.intersection(remove) - {region.pk for region in add})
    if added or removed:
        organisation.service_areas.filter(region__in=removed).delete()
        ServiceArea.objects.bulk_create(ServiceArea(organisation=organisation, region_id=key) for key in added)
        _record(events.SERVICE_AREA_CHANGED, organisation, actor, at, added=added, removed=removed)


@transaction.atomic
def decide_intermediary(
    *, organisation: Organisation, counts: bool, reason: str, since: date, actor: Actor, at: datetime
) -> IntermediaryOverride:
    """Record the federation's decision in a doubtful case (IO1); a decision in force ends there."""
    rows = IntermediaryOverride.objects.select_for_update().filter(organisation=organisation)
    rows.in_force(since).exclude(since=since).update(until=since)
    override = spans.begin(
        rows,
        since=since,
        already=_("Ab diesem Tag ist schon entschieden. Bitte wählen Sie einen späteren Tag."),
        organisation=organisation,
        counts=counts,
        reason=reason,
    )
    journal.record(
        events.INTERMEDIARY_DECIDED,
        subject=f"organisations/{organisation.pk}",
        actor=actor,
        at=at,
        changes={"counts": counts, "since": since.isoformat()},
        personal={"reason": reason},
    )
    return override


def _apply(organisation: Organisation, details: Mapping[str, Any]) -> set[str]:
    """Set the details on the object; which of them differ from what was there."""
    if unknown := set(details) - DETAILS:
        raise TypeError(f"not a detail of an organisation: {', '.join(sorted(unknown))}")
    changed = {field for field, value in details.items() if getattr(organisation, field) != value}
    for field in changed:
        setattr(organisation, field, details[field])
    return changed


def _fold(organisation: Organisation) -> None:
    organisation.folded_name = fold(organisation.name)
    organisation.folded_website = fold_website(organisation.website)


def _record(event: journal.Event, organisation: Organisation, actor: Actor, at: datetime, **changes: Any) -> None:
    journal.record(event, subject=f"organisations/{organisation.pk}", actor=actor, at=at, changes=changes)
