"""Organisations: the list, and the page of one."""

from django.db.models import QuerySet
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from mittelnetz.exchange.spreadsheets.lists import organisations_table
from mittelnetz.register.models import Organisation
from mittelnetz.register.queries.organisations import listed_organisations, organisation_page
from mittelnetz.register.words import FederationLevel
from mittelnetz.rulebook.organisations import KIND
from mittelnetz.web.errors import NotThere
from mittelnetz.web.public.lists import choice_from, land_choices, list_page, text_from
from mittelnetz.web.public.moved import moved
from mittelnetz.web.public_page import public_page
from mittelnetz.web.ui.choices import kind_choices
from mittelnetz.web.ui.downloads import table_file


@require_safe
@public_page("suche", "art", "land", "partner", "seite")
def list_organisations(request: HttpRequest) -> HttpResponse:
    laender = land_choices()
    filters = _filters(request, laender)
    context = {
        "page": list_page(request, _filtered(filters), filters),
        "filters": filters,
        "kinds": kind_choices(),
        "laender": laender,
        "levels": FederationLevel.choices,
    }
    return render(request, "public/organisations/list.html", context)


@require_safe
@public_page("suche", "art", "land", "partner")
def show_table(request: HttpRequest, file_format: str) -> FileResponse:
    """The whole list, as filtered, without e-mail addresses."""
    organisations = _filtered(_filters(request, land_choices()))
    return table_file(organisations_table(organisations, public=True), "organisationen", file_format)


@require_safe
@public_page()
def show_organisation(request: HttpRequest, organisation_id: str) -> HttpResponse:
    page = organisation_page(organisation_id, timezone.localdate())
    if page is None:
        missing = NotThere(
            _("Eine Organisation mit der Kennung „%(id)s“ gibt es hier nicht.") % {"id": organisation_id},
            way=(_("Alle Organisationen ansehen"), reverse("public:organisations")),
        )
        return moved(request, Organisation, organisation_id, missing=missing)
    context = {"page": page, "organisation": page.organisation}
    return render(request, "public/organisations/show.html", context)


def _filters(request: HttpRequest, laender: list[tuple[str, str]]) -> dict[str, str]:
    return {
        "suche": text_from(request, "suche"),
        "art": choice_from(request, "art", KIND),
        "land": choice_from(request, "land", dict(laender)),
        "partner": choice_from(request, "partner", FederationLevel.values),
    }


def _filtered(filters: dict[str, str]) -> "QuerySet[Organisation]":
    return listed_organisations(
        day=timezone.localdate(),
        search=filters["suche"],
        kind=filters["art"],
        land=filters["land"],
        partner=filters["partner"],
    )
