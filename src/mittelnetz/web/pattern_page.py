"""Every component once, for those who make pages: `/_muster/`. Only where the data are invented anyway."""

import re
from dataclasses import replace
from datetime import date
from typing import Any, cast

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from mittelnetz.core.settings import settings_on
from mittelnetz.regions.outlines import laender, outlines
from mittelnetz.register.models import Organisation
from mittelnetz.register.queries.contacts import Call, ContactOrganisation, ContactRow, Vacancy
from mittelnetz.register.queries.coverage import NearbyNetwork
from mittelnetz.register.queries.map import map_districts
from mittelnetz.register.queries.naming import Named, SourceRow
from mittelnetz.register.words import ContactFunction, Coverage, Status
from mittelnetz.rulebook.founding import FOUNDING
from mittelnetz.rulebook.norms import norm
from mittelnetz.web.maps.country import country_map
from mittelnetz.web.maps.surroundings import SmallMap, region_map
from mittelnetz.web.public.lists import ListPage
from mittelnetz.web.public_page import public_page
from mittelnetz.web.ui.forms import DayField, PlainForm, TextField
from mittelnetz.web.ui.picking import OrganisationField

DISTRICT = "05966"


class PatternForm(PlainForm):
    """A field of each kind."""

    text = TextField(label=gettext_lazy("Ziele"))
    day = DayField(label=gettext_lazy("Letzter Tag"))
    organisation = OrganisationField(label=gettext_lazy("Organisation"))
    status = forms.ChoiceField(label=gettext_lazy("Status"), choices=Status.choices, required=False)
    function = forms.ChoiceField(
        label=gettext_lazy("Aufgabe"), choices=ContactFunction.choices, widget=forms.RadioSelect
    )
    listed = forms.BooleanField(label=gettext_lazy("öffentlich genannt"), required=False)


SINCE = date(2024, 3, 1)
NUMBER = "030 23125418"  # of those that are kept free for fiction
CHAMBER = ContactOrganisation("kammer", "Kammer Muster", NUMBER, "Musterweg 1, 57462 Olpe", "kammer@example.org")
NETWORK = Named("muster", "Netzwerk Muster")


@require_safe
@public_page()
def show_patterns(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    if not settings_on(today)["example_data"]:
        raise Http404
    page: ListPage[Any] = ListPage([], "#listen", "#listen")
    call = Call(NUMBER, "Toni Beispiel", CHAMBER)
    context = {
        "call": call,
        "nearest": [NearbyNetwork(NETWORK, 41, call)],
        "contacts": [
            ContactRow(ContactFunction.COORDINATION, "Toni Beispiel", NUMBER, CHAMBER, SINCE),
            ContactRow(ContactFunction.MODERATION, "", "", None, SINCE),
            Vacancy(ContactFunction.MODERATION, SINCE),
        ],
        "organisation": CHAMBER,
        "statuses": [*Status, ""],
        "country": country_map(map_districts(list(outlines()), today)),
        "small": _without_patterns(region_map(outlines()[DISTRICT].full_name, [DISTRICT], today)),
        "kinds": list(Coverage),
        "regions": [outlines()[key] for key in (DISTRICT, "05970", "05958", "05962")],
        "districts": [{"region": outlines()[DISTRICT], "networks": NETWORK.name}],
        "laender": laender().items(),
        "sources": [SourceRow(_("Das Netzwerk gibt es seit 2020."), "https://example.org/")],
        "page": page,
        "steps": FOUNDING[:2],
        "norm": norm("HR2"),
        "messages": [_("Das Netzwerk gibt es seit 2020.")],
        "form": _form_with_everything(),
        "tabs": [(_("Profil"), "#formulare"), (_("Partner"), "#listen")],
    }
    return render(request, "pattern/show.html", context)


def _form_with_everything() -> PatternForm:
    form = PatternForm({"text": "", "day": "2026-02-30", "organisation": "Muster", "function": "", "listed": "on"})
    offered = cast(OrganisationField, form.fields["organisation"])
    offered.offers = tuple(Organisation(id=CHAMBER.id, name=name) for name in (CHAMBER.name, "Kammer Muster 2"))
    return form


def _without_patterns(small: SmallMap | None) -> SmallMap | None:
    """The hatchings stand on the page once, with the other map."""
    if small is None:
        return None
    bare = re.sub("<defs>.*?</defs>", "", small.svg)
    svg: SafeString = mark_safe(bare)  # noqa: S308 - it was safe before # nosec B308 B703
    return replace(small, svg=svg)
