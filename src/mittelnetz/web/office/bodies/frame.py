"""What every page of one body shows around its content."""

from typing import Any

from django.shortcuts import get_object_or_404
from django.urls import reverse

from mittelnetz.bodies.models import Body
from mittelnetz.web.ui.form_page import SAVE, FormPage, Words


def body_of(body_id: str) -> Body:
    """A body of the federation; the circle of a network belongs to the network."""
    return get_object_or_404(Body, pk=body_id, network=None)


def address(body_id: str) -> str:
    return reverse("office:body", args=[body_id])


def form_page(body: Body | None, title: Words, lead: Words = "", button: Words = SAVE) -> FormPage:
    context: dict[str, Any] = {"body": body}
    return FormPage(title, lead, button, "office/bodies/form.html", context)
