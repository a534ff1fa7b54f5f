"""What is stored about oneself: to read, and as a file."""

from datetime import date, datetime
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from mittelnetz.core.models import Entry, PersonalPart
from mittelnetz.people.actions.erasure import ask_for_erasure, take_erasure_back
from mittelnetz.people.stored import Stored, stored_about
from mittelnetz.web.acting import actor_in, person_in
from mittelnetz.web.templatetags.ui import day, moment
from mittelnetz.web.ui.buttons import press

ROWS_SHOWN = 10
COUNTED = (Entry, PersonalPart)
"""Written for the chain, not for readers: the page counts them, the file has them."""


@never_cache
@login_required
@require_safe
def show_stored(request: HttpRequest) -> HttpResponse:
    groups = groups_of(stored_about(person_in(request)))
    return render(request, "account/stored.html", {"groups": groups, "person": person_in(request)})


@login_required
@require_POST
def ask_erasure(request: HttpRequest) -> HttpResponse:
    """Ask for it, or take it back."""
    person, back = person_in(request), "zurueck" in request.POST
    does = take_erasure_back if back else ask_for_erasure
    return press(
        request,
        lambda: does(person=person, actor=actor_in(request), at=timezone.now()),
        then=reverse("account:stored"),
        said=_("Es bleibt alles, wie es ist.") if back else _("Die Geschäftsstelle weiß Bescheid und meldet sich."),
    )


@never_cache
@login_required
@require_safe
def download_stored(request: HttpRequest) -> HttpResponse:
    """Everything, with the names of tables and columns, so that a program can read it, too."""
    tables = {stored.model._meta.label: stored.rows for stored in stored_about(person_in(request))}
    response = JsonResponse(tables, json_dumps_params={"ensure_ascii": False, "indent": 2})
    response["Content-Disposition"] = f'attachment; filename="{_("meine-daten")}.json"'
    return response


def groups_of(stored: list[Stored]) -> list[dict[str, Any]]:
    """For the page: heading, purpose, and rows of words; beyond the first few only how many more there are."""
    groups = []
    for one in stored:
        shown = [] if one.model in COUNTED else one.rows[:ROWS_SHOWN]
        rows = [
            [
                (label, _word(row[name]))
                for name, label in one.personal.fields.items()
                if row[name] or row[name] is False
            ]
            for row in shown
        ]
        groups.append({"personal": one.personal, "rows": rows, "more": len(one.rows) - len(rows)})
    return groups


def _word(value: Any) -> str:
    if isinstance(value, bool):
        return _("ja") if value else _("nein")
    if isinstance(value, datetime):
        return moment(value)
    return day(value) if isinstance(value, date) else str(value)
