"""The criteria: what is asked of the networks, and how the software makes it work."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.dates import MONTHS
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from mittelnetz.core.settings import settings_on
from mittelnetz.rulebook.norms import NORMS, SOURCE, Norm
from mittelnetz.rulebook.norms.words import ADDRESSEES, GROUPS, HANDLINGS, MODALITIES, Word
from mittelnetz.rulebook.settings import SETTINGS, Setting
from mittelnetz.web.public_page import public_page


@dataclass(frozen=True)
class Way:
    """All that the software does for a norm in one manner; `criteria` are the questions of the self-assessment."""

    label: Word
    promises: list[Word]
    criteria: list[str]


@dataclass(frozen=True)
class NormRow:
    norm: Norm
    addressee: Word
    modality: Word
    ways: list[Way]


@dataclass(frozen=True)
class Group:
    key: str
    heading: Word
    rows: list[NormRow]


@dataclass(frozen=True)
class SettingRow:
    setting: Setting
    value: str


@require_safe
@public_page()
def show_criteria(request: HttpRequest) -> HttpResponse:
    groups = [
        Group(key, heading, [_row(norm) for norm in NORMS if norm.group == key]) for key, heading in GROUPS.items()
    ]
    today = timezone.localdate()
    values = settings_on(today)
    settings = [SettingRow(setting, _with_unit(values[setting.key], setting.unit)) for setting in SETTINGS]
    context = {"groups": groups, "count": len(NORMS), "source": SOURCE, "settings": settings, "today": today}
    return render(request, "public/criteria/list.html", context)


def _row(norm: Norm) -> NormRow:
    ways = []
    for kind, label in HANDLINGS.items():
        handled = [handling for handling in norm.handled if handling.kind == kind]
        if handled:
            promises = list(dict.fromkeys(handling.promise for handling in handled))
            ways.append(Way(label, promises, [h.name for h in handled if h.kind == "attestation"]))
    return NormRow(norm, ADDRESSEES[norm.addressee], MODALITIES[norm.modality], ways)


def _with_unit(value: int, unit: str) -> str:
    match unit:
        case "meetings":
            return ngettext("%(n)d Treffen", "%(n)d Treffen", value) % {"n": value}
        case "months":
            return ngettext("%(n)d Monat", "%(n)d Monate", value) % {"n": value}
        case "days":
            return ngettext("%(n)d Tag", "%(n)d Tage", value) % {"n": value}
        case "month":
            return str(MONTHS[value])
    raise ValueError(f"unknown unit {unit}")
