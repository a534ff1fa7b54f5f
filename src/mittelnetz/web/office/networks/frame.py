"""What every page of one network shows around its content."""

from typing import Any

from django.shortcuts import get_object_or_404
from django.urls import reverse

from mittelnetz.register.models import Network
from mittelnetz.web.ui.form_page import SAVE, FormPage, Words


def network_of(network_id: str) -> Network:
    return get_object_or_404(Network, pk=network_id)


def address(network_id: str) -> str:
    return reverse("office:network", args=[network_id])


def form_page(network: Network | None, title: Words, lead: Words = "", button: Words = SAVE) -> FormPage:
    context: dict[str, Any] = {"network": network}
    return FormPage(title, lead, button, "office/networks/form.html", context)
