"""What every page of one organisation shows around its content."""

from typing import Any

from django.shortcuts import get_object_or_404
from django.urls import reverse

from mittelnetz.register.models import Organisation
from mittelnetz.web.ui.form_page import SAVE, FormPage, Words


def organisation_of(organisation_id: str) -> Organisation:
    return get_object_or_404(Organisation.objects.select_related("parent", "seat"), pk=organisation_id)


def address(organisation_id: str) -> str:
    return reverse("office:organisation", args=[organisation_id])


def form_page(organisation: Organisation, title: Words, lead: Words = "", button: Words = SAVE) -> FormPage:
    context: dict[str, Any] = {"organisation": organisation}
    return FormPage(title, lead, button, "office/organisations/form.html", context)
