"""The same change of many organisations at once: all of them, or none."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mittelnetz.core import journal
from mittelnetz.core.refusals import Refused
from mittelnetz.people.actors import Actor
from mittelnetz.register.actions.federation_partnerships import (
    begin_federation_partnership,
    end_federation_partnership,
)
from mittelnetz.register.actions.organisations import change_organisation, place_under
from mittelnetz.register.models import FederationPartnership, Organisation
from mittelnetz.register.words import FederationLevel

MOST_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Change:
    """What happens to each; what is empty stays. The partnership at `level` begins on a day, or ends before one."""

    kind: str = ""
    parent: Organisation | None = None
    level: str = ""
    begins_on: date | None = None
    ends_on: date | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What becomes of one `organisation`, which is as it was before."""

    organisation: Organisation
    changes_kind: bool
    changes_parent: bool
    changes_partnership: bool
    refusal: str = ""

    @property
    def is_change(self) -> bool:
        return self.changes_kind or self.changes_parent or self.changes_partnership


@transaction.atomic
def change_many(*, ids: Collection[str], change: Change, actor: Actor, at: datetime) -> int:
    """Change all of them, each as its own action does; how many. Raises Refused where one of them cannot be."""
    outcomes = _change_each(ids, change, actor, at)
    if refused := sum(bool(outcome.refusal) for outcome in outcomes):
        raise Refused(
            ngettext(
                "Bei einer Organisation geht das nicht. Nichts ist geändert. Bitte nehmen Sie sie aus der Auswahl.",
                "Bei %(n)d Organisationen geht das nicht. Nichts ist geändert. Bitte nehmen Sie sie aus der Auswahl.",
                refused,
            )
            % {"n": refused}
        )
    return sum(outcome.is_change for outcome in outcomes)


def preview_many(*, ids: Collection[str], change: Change, actor: Actor, at: datetime) -> list[Outcome]:
    """What `change_many` would do, by name; nothing of it stays."""
    with journal.preview():
        return _change_each(ids, change, actor, at)


def _change_each(ids: Collection[str], change: Change, actor: Actor, at: datetime) -> list[Outcome]:
    if len(ids) > MOST_AT_ONCE:
        raise Refused(_("Bitte wählen Sie höchstens %(n)d Organisationen auf einmal.") % {"n": MOST_AT_ONCE})
    rows = Organisation.objects.filter(pk__in=ids).select_related("parent").order_by("folded_name", "pk")
    return [_change_one(organisation, change, actor, at) for organisation in rows]


def _change_one(organisation: Organisation, change: Change, actor: Actor, at: datetime) -> Outcome:
    kind = bool(change.kind) and change.kind != organisation.kind
    parent = change.parent is not None and change.parent.pk != organisation.parent_id
    partnership = bool(change.level)
    try:
        with transaction.atomic():
            if kind:
                change_organisation(organisation=organisation, details={"kind": change.kind}, actor=actor, at=at)
            if parent:
                place_under(
                    organisation=Organisation.objects.get(pk=organisation.pk), parent=change.parent, actor=actor, at=at
                )
            if partnership:
                _change_partnership(organisation, change, actor, at)
    except Refused as refusal:
        return Outcome(organisation, kind, parent, partnership, refusal.sentence)
    return Outcome(organisation, kind, parent, partnership)


def _change_partnership(organisation: Organisation, change: Change, actor: Actor, at: datetime) -> None:
    if change.begins_on:
        begin_federation_partnership(
            organisation=organisation, level=change.level, since=change.begins_on, actor=actor, at=at
        )
    elif change.ends_on:
        partnership = FederationPartnership.objects.filter(
            organisation=organisation, level=change.level, until=None
        ).first()
        if partnership is None:
            raise Refused(
                _("%(name)s ist nicht Partner der Offensive (%(level)s).")
                % {"name": organisation.name, "level": FederationLevel(change.level).label}
            )
        end_federation_partnership(partnership=partnership, on=change.ends_on, actor=actor, at=at)
