"""A network notes that it rests for a time."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from mittelnetz.access import networks
from mittelnetz.register.actions.pauses import begin_pause, correct_pause, end_pause, strike_pause
from mittelnetz.register.models import Pause
from mittelnetz.web.acting import actor_in, needs
from mittelnetz.web.mine.networks.frame import Workspace, workspace
from mittelnetz.web.ui.form_page import FormPage, answer
from mittelnetz.web.ui.forms import TextField
from mittelnetz.web.ui.periods import CorrectionForm, EndForm, SpanForm


class PauseForm(SpanForm):
    reason = TextField(
        label=_("Grund"), help_text=_("Das lesen nur Sie, die AG Transfer und die Geschäftsstelle."), required=False
    )


@require_http_methods(["GET", "HEAD", "POST"])
@needs(networks.EDIT, of="network_id")
def add_pause(request: HttpRequest, network_id: str) -> HttpResponse:
    space = workspace(network_id)
    form = PauseForm(request.POST or None)
    lead = _("Auf der öffentlichen Seite steht dann, dass und bis wann das Netzwerk ruht.")
    return answer(
        request,
        form,
        _page(space, _("Pause eintragen"), _("Eintragen"), lead),
        save=lambda: begin_pause(
            network=space.network,
            since=form.cleaned_data["since"],
            until=form.first_day_without,
            reason=form.cleaned_data["reason"],
            actor=actor_in(request),
            at=timezone.now(),
        ),
        then=space.url,
        said=_("Die Pause ist eingetragen."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@needs(networks.EDIT, of="network_id")
def finish_pause(request: HttpRequest, network_id: str, pause_id: int) -> HttpResponse:
    space, pause = workspace(network_id), _pause(network_id, pause_id)
    form = EndForm(request.POST or None)
    return answer(
        request,
        form,
        _page(space, _("Pause beenden"), _("Beenden")),
        save=lambda: end_pause(pause=pause, on=form.first_day_without, actor=actor_in(request), at=timezone.now()),
        then=space.url,
        said=_("Das Ende der Pause ist eingetragen."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@needs(networks.EDIT, of="network_id")
def edit_pause(request: HttpRequest, network_id: str, pause_id: int) -> HttpResponse:
    space, pause = workspace(network_id), _pause(network_id, pause_id)
    form = CorrectionForm(request.POST or None, row=pause)

    return answer(
        request,
        form,
        _page(space, _("Pause berichtigen"), _("Berichtigen"), form.LEAD),
        save=lambda: form.put_right(
            correct_pause, strike_pause, pause=pause, actor=actor_in(request), at=timezone.now()
        ),
        then=space.url,
    )


def _pause(network_id: str, pk: int) -> Pause:
    return get_object_or_404(Pause, pk=pk, network=network_id)


def _page(space: Workspace, title: Any, button: Any, lead: Any = "") -> FormPage:
    return FormPage(title, lead, button, "mine/form.html", {"space": space})
