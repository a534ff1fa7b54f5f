"""Bringing a table in: upload it, say which column is which, look at what it would change, apply it."""

from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from mittelnetz.access.office import KEEP_REGISTER
from mittelnetz.exchange.models import UploadedSheet
from mittelnetz.exchange.spreadsheets.columns import SHEETS, SheetKind
from mittelnetz.exchange.spreadsheets.plans import Plan, Verdict
from mittelnetz.exchange.spreadsheets.uploads import (
    apply_sheet,
    assign_columns,
    keep_sheet,
    kept_sheet,
    plan_sheet,
    too_much,
)
from mittelnetz.web.acting import actor_in, needs, person_in
from mittelnetz.web.errors import NotThere
from mittelnetz.web.office.tables import DownloadForm
from mittelnetz.web.ui.form_page import FormPage, answer
from mittelnetz.web.ui.forms import PlainForm

MOST_SHOWN = 100
"""Rows of each verdict; with more nobody would read them."""
_LONGEST_EXAMPLE = 30
_NOWHERE = -1


class UploadForm(PlainForm):
    kind = forms.ChoiceField(
        label=_("Was steht in der Tabelle?"),
        choices=SheetKind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Bitte wählen Sie aus, was in der Tabelle steht.")},
    )
    file = forms.FileField(
        label=_("Datei"),
        help_text=_("XLSX oder CSV, höchstens 5 MB und 20.000 Zeilen. Die erste Zeile enthält die Überschriften."),
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
        error_messages={"required": _("Bitte wählen Sie eine Datei aus.")},
    )


class ColumnsForm(PlainForm):
    """For each column of ours one of the table's."""

    def __init__(self, data: Any = None, *, sheet: UploadedSheet) -> None:
        super().__init__(data)
        choices = [(_NOWHERE, _("steht nicht in der Tabelle")), *_columns_of(sheet)]
        for column in SHEETS[SheetKind(sheet.kind)].columns:
            self.fields[column.code] = forms.TypedChoiceField(
                label=column.heading,
                choices=choices,
                coerce=int,
                initial=sheet.columns.get(column.code, _NOWHERE),
            )

    @property
    def columns(self) -> dict[str, int]:
        return {code: place for code, place in self.cleaned_data.items() if place != _NOWHERE}


@require_http_methods(["GET", "HEAD", "POST"])
@needs(KEEP_REGISTER)
def upload_sheet(request: HttpRequest) -> HttpResponse:
    form, id = UploadForm(request.POST or None, request.FILES or None), uuid4()
    return answer(
        request,
        form,
        FormPage(
            _("Tabellen"),
            _("Bringen Sie viele Einträge auf einmal ins Register. Bevor sich etwas ändert, sehen Sie eine Vorschau."),
            _("Hochladen"),
            "office/sheets/upload.html",
            {"download": DownloadForm()},
        ),
        save=lambda: keep_sheet(
            id=id,
            kind=SheetKind(form.cleaned_data["kind"]),
            content=form.cleaned_data["file"].read(),
            by=person_in(request),
            at=timezone.now(),
        ),
        then=reverse("office:sheet-columns", args=[id]),
        said=_("Die Datei ist gelesen. Im Register hat sich noch nichts geändert."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@needs(KEEP_REGISTER)
def assign_sheet_columns(request: HttpRequest, sheet_id: UUID) -> HttpResponse:
    sheet = _sheet(request, sheet_id)
    form = ColumnsForm(request.POST or None, sheet=sheet)
    title = gettext("Spalten zuordnen: %(kind)s") % {"kind": SheetKind(sheet.kind).label}
    lead = _("Was wir erkannt haben, ist schon ausgewählt. Bitte prüfen Sie es.")
    return answer(
        request,
        form,
        FormPage(title, lead, _("Weiter zur Vorschau"), "office/sheets/columns.html", {"sheet": sheet}),
        save=lambda: assign_columns(sheet=sheet, columns=form.columns),
        then=reverse("office:sheet", args=[sheet.pk]),
        said=_("Die Spalten sind zugeordnet. Im Register hat sich noch nichts geändert."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@needs(KEEP_REGISTER)
def preview_sheet(request: HttpRequest, sheet_id: UUID) -> HttpResponse:
    """The plan; what is sent names the plan that was seen."""
    sheet = _sheet(request, sheet_id)
    title = gettext("Vorschau: %(kind)s") % {"kind": SheetKind(sheet.kind).label}
    context = {"sheet": sheet, "preview": SimpleLazyObject(lambda: _preview(plan_sheet(sheet, at=timezone.now())))}
    return answer(
        request,
        PlainForm(request.POST or None),
        FormPage(title, "", _("Übernehmen"), "office/sheets/preview.html", context),
        save=lambda: apply_sheet(
            sheet=sheet, fingerprint=request.POST.get("plan", ""), actor=actor_in(request), at=timezone.now()
        ),
        then=reverse("office:sheets"),
        said=_("Die Tabelle ist übernommen."),
    )


def _preview(plan: Plan) -> dict[str, Any]:
    sections = {
        Verdict.REFUSED: _("Wird nicht übernommen"),
        Verdict.CHANGED: _("Wird geändert"),
        Verdict.NEW: _("Kommt neu dazu"),
    }
    return {
        "plan": plan,
        "too_much": too_much() if plan.does_too_much else "",
        "counts": [(verdict.label, plan.counts()[verdict]) for verdict in Verdict],
        "sections": [
            {"code": verdict.value, "title": title, "rows": rows[:MOST_SHOWN], "more": max(len(rows) - MOST_SHOWN, 0)}
            for verdict, title in sections.items()
            if (rows := plan.of(verdict))
        ],
    }


def _columns_of(sheet: UploadedSheet) -> list[tuple[int, str]]:
    """Place and heading of each column of the table, with the first thing that stands in it."""
    found = []
    for place, heading in enumerate(sheet.headings):
        example = next((cells[place] for _number, cells in sheet.rows if cells[place]), "")
        shown = f"({example[:_LONGEST_EXAMPLE]})" if example else gettext("(leer)")
        found.append((place, f"{heading or gettext('ohne Überschrift')} {shown}"))
    return found


def _sheet(request: HttpRequest, sheet_id: UUID) -> UploadedSheet:
    sheet = kept_sheet(sheet_id, by=person_in(request), at=timezone.now())
    if sheet is None:
        raise NotThere(
            gettext("Diese Tabelle ist schon übernommen, oder es ist mehr als ein Tag vergangen."),
            way=(gettext("Eine Tabelle hochladen"), reverse("office:sheets")),
        )
    return sheet
