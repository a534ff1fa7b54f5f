"""Dated settings: which value is in force on a day, and the action that sets a new one."""

from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from django.db import transaction

from mittelnetz.core import journal
from mittelnetz.core.events import SETTING_CHANGED
from mittelnetz.core.journal import Acting
from mittelnetz.core.models import SettingValue
from mittelnetz.core.prepared import Prepared
from mittelnetz.core.refusals import Refused
from mittelnetz.rulebook.settings import SETTINGS

DEFAULTS = MappingProxyType({setting.key: setting.default for setting in SETTINGS} | {"example_data": False})


_IN_FORCE = Prepared(SettingValue, SettingValue.objects.in_force, day=date)


def settings_on(day: date) -> dict[str, Any]:
    """Every setting's value in force on `day`: the federation's own, else the default."""
    return DEFAULTS | {setting.key: setting.value for setting in _IN_FORCE(day=day)}


@transaction.atomic
def change_setting(*, key: str, value: Any, since: date, actor: Acting, at: datetime) -> SettingValue:
    """Set a value from `since` on. What was in force ends there; what was planned for later stays.

    Raises Refused for an unknown key, a value of another type, or a second change on the same day.
    """
    if key not in DEFAULTS or type(value) is not type(DEFAULTS[key]):
        raise Refused(f"Die Einstellung „{key}“ gibt es so nicht. Bitte wählen Sie eine aus der Liste.")
    values = SettingValue.objects.select_for_update().filter(key=key)
    if values.filter(since=since).exists():
        raise Refused(f"Für den {since:%d.%m.%Y} ist schon ein Wert gesetzt. Bitte wählen Sie einen anderen Tag.")
    later = values.filter(since__gt=since).order_by("since").first()
    values.in_force(since).update(until=since)
    setting = SettingValue.objects.create(key=key, value=value, since=since, until=later.since if later else None)
    journal.record(
        SETTING_CHANGED,
        subject=f"settings/{key}",
        actor=actor,
        at=at,
        changes={"value": value, "since": since.isoformat()},
    )
    return setting
