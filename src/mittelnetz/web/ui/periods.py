"""“Endet am …” and “Fehler berichtigen”: two things that are never mixed up.

People name the last day on which something holds; the register keeps the first day on which it does not.
"""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mittelnetz.core.periods import PeriodModel
from mittelnetz.web.ui.forms import DayField, PlainForm

_ONE_DAY = timedelta(days=1)


class SpanForm(PlainForm):
    """From when to when, as far as that is known."""

    since = DayField(label=_("Erster Tag"), initial=timezone.localdate)
    last_day = DayField(label=_("Letzter Tag"), help_text=_("Leer, wenn ihn noch niemand kennt."), required=False)

    @property
    def first_day_without(self) -> date | None:
        day: date | None = self.cleaned_data["last_day"]
        return day + _ONE_DAY if day else None


class EndForm(PlainForm):
    last_day = DayField(label=_("Letzter Tag"), initial=timezone.localdate)

    @property
    def first_day_without(self) -> date:
        day: date = self.cleaned_data["last_day"]
        return day + _ONE_DAY


class CorrectionForm(SpanForm):
    LEAD = _(
        "Das ist für Tippfehler: als wäre es von Anfang an richtig eingetragen. "
        "Hat sich wirklich etwas geändert, tragen Sie bitte ein Ende ein."
    )
    since = DayField(label=_("Erster Tag"), help_text=_("Leer, wenn ihn niemand mehr kennt."), required=False)
    last_day = DayField(label=_("Letzter Tag"), help_text=_("Leer, solange es andauert."), required=False)
    never = forms.BooleanField(label=_("Das war nie so. Den Eintrag ganz entfernen."), required=False)

    def __init__(self, data: Any = None, *, row: PeriodModel) -> None:
        super().__init__(data, initial={"since": row.since, "last_day": row.until - _ONE_DAY if row.until else None})

    def put_right(self, correct: Callable[..., object], strike: Callable[..., object], **who: Any) -> None:
        """Call the one action or the other."""
        if self.cleaned_data["never"]:
            strike(**who)
        else:
            correct(**who, since=self.cleaned_data["since"], until=self.first_day_without)
