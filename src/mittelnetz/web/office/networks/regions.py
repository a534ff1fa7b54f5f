"""For which regions a network is there."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from mittelnetz.access.office import KEEP_REGISTER
from mittelnetz.register.actions.regions import add_region, correct_region, end_region, strike_region
from mittelnetz.register.models import NetworkRegion
from mittelnetz.web.acting import actor_in, needs
from mittelnetz.web.office.networks.frame import address, form_page, network_of
from mittelnetz.web.ui.form_page import answer
from mittelnetz.web.ui.forms import DayField, PlainForm
from mittelnetz.web.ui.periods import CorrectionForm, EndForm
from mittelnetz.web.ui.picking import RegionField


class NewRegionForm(PlainForm):
    region = RegionField(
        label=_("Region"),
        help_text=_("Zum Beispiel: Olpe, 57462 oder Hessen."),
        error_messages={"required": _("Bitte geben Sie eine Region an.")},
    )
    since = DayField(label=_("Gilt ab"), initial=timezone.localdate)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(KEEP_REGISTER)
def begin(request: HttpRequest, network_id: str) -> HttpResponse:
    network = network_of(network_id)
    form = NewRegionForm(request.POST or None)
    lead = _(
        "Ist dort schon ein anderes Netzwerk, sehen Sie es danach beim Netzwerk. Dann braucht es beider Zustimmung."
    )
    return answer(
        request,
        form,
        form_page(network, _("Noch eine Region"), lead, _("Eintragen")),
        save=lambda: add_region(network=network, **form.cleaned_data, actor=actor_in(request), at=timezone.now()),
        then=address(network_id),
        said=_("Die Region ist eingetragen."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@needs(KEEP_REGISTER)
def end(request: HttpRequest, network_id: str, region_id: int) -> HttpResponse:
    network, row = network_of(network_id), _row(network_id, region_id)
    form = EndForm(request.POST or None)
    title = gettext("Region abgeben: %(region)s") % {"region": row.region}
    return answer(
        request,
        form,
        form_page(network, title, _("Was bisher war, ändert sich nicht."), _("Beenden")),
        save=lambda: end_region(
            network_region=row, on=form.first_day_without, actor=actor_in(request), at=timezone.now()
        ),
        then=address(network_id),
        said=_("Das Ende ist eingetragen."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@needs(KEEP_REGISTER)
def correct(request: HttpRequest, network_id: str, region_id: int) -> HttpResponse:
    network, row = network_of(network_id), _row(network_id, region_id)
    form = CorrectionForm(request.POST or None, row=row)
    title = gettext("Region berichtigen: %(region)s") % {"region": row.region}
    return answer(
        request,
        form,
        form_page(network, title, form.LEAD, _("Berichtigen")),
        save=lambda: form.put_right(
            correct_region, strike_region, network_region=row, actor=actor_in(request), at=timezone.now()
        ),
        then=address(network_id),
    )


def _row(network_id: str, pk: int) -> NetworkRegion:
    return get_object_or_404(NetworkRegion.objects.select_related("region"), pk=pk, network=network_id)
