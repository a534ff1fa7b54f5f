"""Where an organisation sits, and for which region it is there: found by search, or picked on the map."""

from collections.abc import Collection
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from mittelnetz.access import organisations
from mittelnetz.regions.models import Region
from mittelnetz.regions.outlines import outlines
from mittelnetz.register.actions.organisations import change_organisation, change_service_area
from mittelnetz.web.acting import actor_in, needs
from mittelnetz.web.maps.picking import picking_map
from mittelnetz.web.maps.sheet import districts_of
from mittelnetz.web.mine.organisations.frame import Workspace, workspace
from mittelnetz.web.ui.form_page import SAVE, FormPage, answer
from mittelnetz.web.ui.forms import PlainForm, RecordForm
from mittelnetz.web.ui.picking import RegionField


class SeatForm(RecordForm):
    seat = RegionField(label=_("Sitz"), help_text=_("Postleitzahl oder Ort."), required=False)


class AreaForm(PlainForm):
    kept = forms.MultipleChoiceField(
        label=_("Bisher"),
        help_text=_("Nehmen Sie den Haken weg, wo die Organisation nicht mehr tätig ist."),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    added = RegionField(
        label=_("Noch eine Region"), help_text=_("Zum Beispiel: Olpe, 57462 oder Hessen."), required=False
    )

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any = None, *, regions: list[Region]) -> None:
        """`regions`: those of now. Those that were there when the person looked come back with the form."""
        keys = [region.pk for region in regions]
        super().__init__(data, initial={"kept": keys, "seen": " ".join(keys)})
        shown = {region.pk: region for region in regions}
        if data:
            shown |= Region.objects.in_bulk(data.get("seen", "").replace("\0", "").split())
        if shown:
            self.fields["kept"].choices = [(key, str(region)) for key, region in sorted(shown.items())]  # type: ignore[attr-defined]
        else:
            del self.fields["kept"]

    @property
    def change(self) -> dict[str, Any]:
        """What the person has added and removed."""
        kept, added = self.cleaned_data.get("kept", []), self.cleaned_data["added"]
        removed = [key for key in self.cleaned_data["seen"].split() if key not in kept]
        return {"add": [added] if added else [], "remove": removed}


@require_http_methods(["GET", "HEAD", "POST"])
@needs(organisations.EDIT, of="organisation_id")
def edit_seat(request: HttpRequest, organisation_id: str) -> HttpResponse:
    space = workspace(organisation_id)
    organisation = space.organisation
    form = SeatForm(request.POST or _picked(request, organisation.seat), record={"seat": organisation.seat})
    return answer(
        request,
        form,
        _page(space, _("Sitz ändern"), [organisation.seat_id] if organisation.seat_id else []),
        save=lambda: change_organisation(
            organisation=organisation, details=form.details, seen=form.seen, actor=actor_in(request), at=timezone.now()
        ),
        then=space.url,
    )


@require_http_methods(["GET", "HEAD", "POST"])
@needs(organisations.EDIT, of="organisation_id")
def edit_area(request: HttpRequest, organisation_id: str) -> HttpResponse:
    space = workspace(organisation_id)
    regions = [area.region for area in space.organisation.service_areas.select_related("region").order_by("region")]
    form = AreaForm(request.POST or None, regions=regions)
    form.initial["added"] = _name_of_picked(request)
    return answer(
        request,
        form,
        _page(space, _("Wo die Organisation tätig ist"), [region.pk for region in regions]),
        save=lambda: change_service_area(
            organisation=space.organisation, **form.change, actor=actor_in(request), at=timezone.now()
        ),
        then=space.url,
    )


def _picked(request: HttpRequest, stored: Region | None) -> dict[str, str] | None:
    """The form as if somebody had typed what was picked on the map; None where nothing was."""
    name = _name_of_picked(request)
    return {"seat": name, "initial-seat": stored.pk if stored else ""} if name else None


def _name_of_picked(request: HttpRequest) -> str:
    outline = outlines().get(request.GET.get("region", ""))
    return outline.full_name if outline else ""


def _page(space: Workspace, title: Any, codes: Collection[str]) -> FormPage:
    context = {"space": space, "picking_map": picking_map(districts_of(codes))}
    return FormPage(title, "", SAVE, "mine/organisations/place.html", context)
