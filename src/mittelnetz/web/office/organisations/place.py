"""Where an organisation stands: under whom, for which region, and whether it counts as intermediary."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from mittelnetz.access.office import KEEP_REGISTER
from mittelnetz.register.actions.organisations import change_service_area, decide_intermediary, place_under
from mittelnetz.web.acting import actor_in, needs
from mittelnetz.web.mine.organisations.place import AreaForm
from mittelnetz.web.office.organisations.frame import address, form_page, organisation_of
from mittelnetz.web.ui.form_page import answer
from mittelnetz.web.ui.forms import DayField, PlainForm, TextField
from mittelnetz.web.ui.picking import OrganisationField


class ParentForm(PlainForm):
    parent = OrganisationField(
        label=_("Übergeordnete Organisation"),
        help_text=_("Der Name, oder ein Teil davon. Leer, wenn keine darüber steht."),
        required=False,
    )


class IntermediaryForm(PlainForm):
    counts = forms.TypedChoiceField(
        label=_("Entscheidung"),
        choices=[("yes", _("zählt als intermediär")), ("no", _("zählt nicht als intermediär"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
        error_messages={"required": _("Bitte wählen Sie aus, was gilt.")},
    )
    reason = TextField(label=_("Grund"), required=False)
    since = DayField(label=_("Gilt ab"), initial=timezone.localdate)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(KEEP_REGISTER)
def change_parent(request: HttpRequest, organisation_id: str) -> HttpResponse:
    organisation = organisation_of(organisation_id)
    form = ParentForm(request.POST or None, initial={"parent": organisation.parent})

    return answer(
        request,
        form,
        form_page(organisation, _("Übergeordnete Organisation")),
        save=lambda: place_under(
            organisation=organisation, parent=form.cleaned_data["parent"], actor=actor_in(request), at=timezone.now()
        ),
        then=address(organisation_id),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@needs(KEEP_REGISTER)
def change_area(request: HttpRequest, organisation_id: str) -> HttpResponse:
    organisation = organisation_of(organisation_id)
    regions = [area.region for area in organisation.service_areas.select_related("region").order_by("region")]
    form = AreaForm(request.POST or None, regions=regions)
    return answer(
        request,
        form,
        form_page(organisation, _("Wo die Organisation tätig ist")),
        save=lambda: change_service_area(
            organisation=organisation, **form.change, actor=actor_in(request), at=timezone.now()
        ),
        then=address(organisation_id),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@needs(KEEP_REGISTER)
def decide(request: HttpRequest, organisation_id: str) -> HttpResponse:
    organisation = organisation_of(organisation_id)
    form = IntermediaryForm(request.POST or None)
    lead = _("Das ist für Zweifelsfälle. Sonst folgt es aus der Art der Organisation.")
    return answer(
        request,
        form,
        form_page(organisation, _("Ist die Organisation intermediär?"), lead),
        save=lambda: decide_intermediary(
            organisation=organisation, **form.cleaned_data, actor=actor_in(request), at=timezone.now()
        ),
        then=address(organisation_id),
    )
