"""Taking a list out as a table, with all that the office sees."""

from collections.abc import Callable
from datetime import date

from django import forms
from django.db.models import TextChoices
from django.http import FileResponse, HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from mittelnetz.access.office import KEEP_REGISTER
from mittelnetz.exchange.spreadsheets.lists import (
    ListTable,
    contacts_table,
    networks_table,
    organisations_table,
    partnerships_table,
)
from mittelnetz.register.models import Network
from mittelnetz.register.queries.networks import listed_networks
from mittelnetz.register.queries.organisations import listed_organisations
from mittelnetz.register.queries.partnerships import partner_organisations
from mittelnetz.web.acting import needs
from mittelnetz.web.errors import NotUnderstood
from mittelnetz.web.ui.downloads import FORMATS, table_file
from mittelnetz.web.ui.forms import PlainForm


class ListOf(TextChoices):
    ORGANISATIONS = "organisationen", _("Organisationen")
    NETWORKS = "netzwerke", _("Netzwerke")
    PARTNERSHIPS = "partnerschaften", _("Partnerschaften")
    CONTACTS = "ansprechpersonen", _("Ansprechpersonen")


def _networks() -> list[tuple[str, str]]:
    named = Network.objects.order_by("folded_name", "id").values_list("id", "name")
    return [("", gettext("alle")), *named]


class DownloadForm(PlainForm):
    liste = forms.ChoiceField(label=_("Liste"), choices=ListOf.choices)
    netzwerk = forms.ChoiceField(label=_("Netzwerk"), choices=_networks, required=False)
    format = forms.ChoiceField(label=_("Format"), choices=FORMATS)


@require_safe
@needs(KEEP_REGISTER)
def download_table(request: HttpRequest) -> FileResponse:
    form = DownloadForm(request.GET)
    if not form.is_valid():
        way = (gettext("Eine Liste auswählen"), reverse("office:sheets"))
        raise NotUnderstood(gettext("Diese Liste gibt es nicht als Tabelle."), way=way)
    chosen = form.cleaned_data
    table = _TABLES[ListOf(chosen["liste"])](timezone.localdate(), chosen["netzwerk"])
    return table_file(table, "-".join(filter(None, (chosen["liste"], chosen["netzwerk"]))), chosen["format"])


def _organisations(day: date, network: str) -> ListTable:
    """All, or the partners of a network."""
    organisations = listed_organisations(day=day)
    if network:
        organisations = organisations.filter(pk__in=partner_organisations(network, day).values("pk"))
    return organisations_table(organisations, public=False)


def _networks_table(day: date, network: str) -> ListTable:
    networks = listed_networks(day=day)
    return networks_table(networks.filter(pk=network) if network else networks, day)


_TABLES: dict[ListOf, Callable[[date, str], ListTable]] = {
    ListOf.ORGANISATIONS: _organisations,
    ListOf.NETWORKS: _networks_table,
    ListOf.PARTNERSHIPS: lambda day, network: partnerships_table(day, network=network),
    ListOf.CONTACTS: lambda day, network: contacts_table(day, network=network),
}
