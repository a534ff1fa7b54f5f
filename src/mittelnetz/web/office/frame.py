"""What every page of the office shows around its content."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _


def tabs() -> list[tuple[str, str]]:
    return [
        (_("Was ansteht"), reverse("office:start")),
        (_("Netzwerke"), reverse("office:networks")),
        (_("Organisationen"), reverse("office:organisations")),
        (_("Gremien"), reverse("office:bodies")),
        (_("Personen"), reverse("office:people")),
        (_("Meldungen"), reverse("office:error-reports")),
        (_("Postausgang"), reverse("office:outbox")),
        (_("Tabellen"), reverse("office:sheets")),
        (_("Datenschutz"), reverse("office:data-protection")),
    ]


def show(request: HttpRequest, template: str, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
    return render(request, template, {"tabs": tabs(), **context}, status=status)
