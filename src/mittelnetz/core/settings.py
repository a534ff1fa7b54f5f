"""Dated settings: which value is in force on a day, and the action that sets a new one."""

from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import gettext as _

from mittelnetz.core import journal
from mittelnetz.core.colours import tones
from mittelnetz.core.events import SETTING_CHANGED
from mittelnetz.core.journal import Acting
from mittelnetz.core.models import SettingValue
from mittelnetz.core.periods import put_in_force
from mittelnetz.core.prepared import Prepared
from mittelnetz.core.refusals import Refused
from mittelnetz.core.remembered import remembered
from mittelnetz.rulebook.settings import SETTINGS

DEFAULTS: MappingProxyType[str, Any] = MappingProxyType(
    {setting.key: setting.default for setting in SETTINGS}
    # An empty accent is the theme's own; the logo is the SHA-256 of one in the database.
    # Without an address the office gets no mail; it is known to the journal for ever, so it is never a person's own.
    # The second factor is asked of the office, of operators and of the steering group.
    | {"example_data": False, "federation_name": "Mittelnetz", "accent": "", "logo": "", "office_email": ""}
    | {"second_factor": False}
    # For how many days something is kept that nobody needs any more (operations/retention.py).
    | {"keep_mails_days": 365, "keep_reports_days": 365, "keep_invitations_days": 90, "keep_details_days": 1095}
)
LONGEST_NAME = 60

_IN_FORCE = Prepared(SettingValue, SettingValue.objects.in_force, day=date)


@remembered
def settings_on(day: date) -> MappingProxyType[str, Any]:
    """Every setting's value in force on `day`: the federation's own, else the default."""
    return MappingProxyType(DEFAULTS | {setting.key: setting.value for setting in _IN_FORCE(day=day)})


@transaction.atomic
def change_setting(*, key: str, value: Any, since: date, actor: Acting, at: datetime) -> SettingValue:
    """Set a value from `since` on. What was in force ends there; what was planned for later stays.

    A second value for the same day takes the first one's place: who tries colours tries several.
    Raises Refused for an unknown key, a value of another type, or one that cannot be.
    """
    _refuse_unfit(key, value)
    setting = put_in_force(SettingValue.objects.filter(key=key), since=since, key=key, value=value)
    journal.record(
        SETTING_CHANGED,
        subject=f"settings/{key}",
        actor=actor,
        at=at,
        changes={"value": value, "since": since.isoformat()},
    )
    return setting


def _refuse_unfit(key: str, value: Any) -> None:
    if key not in DEFAULTS or type(value) is not type(DEFAULTS[key]):
        raise Refused(
            _("Die Einstellung „%(key)s“ gibt es so nicht. Bitte wählen Sie eine aus der Liste.") % {"key": key}
        )
    if key == "federation_name" and not 0 < len(value.strip()) <= LONGEST_NAME:
        raise Refused(_("Der Name des Verbunds braucht ein bis sechzig Zeichen."))
    if key == "accent" and value:
        tones(value)
    if key.startswith("keep_") and value < 1:
        raise Refused(_("Weniger als ein Tag geht nicht. Bitte geben Sie eine größere Zahl an."))
    if key == "office_email" and value:
        _refuse_no_address(value)


def _refuse_no_address(value: str) -> None:
    try:
        validate_email(value)
    except ValidationError:
        raise Refused(_("Diese E-Mail-Adresse ist unvollständig. Bitte prüfen Sie sie.")) from None
