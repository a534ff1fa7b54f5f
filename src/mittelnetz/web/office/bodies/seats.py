"""Seats in a body: one more, one that was there before, in other hands, at an end, put right."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from mittelnetz.access.office import KEEP_REGISTER
from mittelnetz.bodies.actions.seats import (
    Voice,
    begin_seat,
    correct_seat,
    end_seat,
    hand_on_seat,
    strike_seat,
    take_over_seat,
)
from mittelnetz.bodies.models import Seat
from mittelnetz.register.models import Network
from mittelnetz.web.acting import actor_in, needs
from mittelnetz.web.office.bodies.frame import address, body_of, form_page
from mittelnetz.web.ui.form_page import answer
from mittelnetz.web.ui.forms import DayField, PlainForm
from mittelnetz.web.ui.periods import CorrectionForm, EndForm
from mittelnetz.web.ui.picking import OrganisationField, PersonField


class VoiceForm(PlainForm):
    person = PersonField(
        label=_("Wer stimmt"),
        help_text=_("Name aus dem Register. Leer, solange niemand benannt ist."),
        required=False,
    )
    deputy = PersonField(label=_("Stellvertretung"), required=False)
    since = DayField(label=_("Erster Tag"), initial=timezone.localdate)

    @property
    def voice(self) -> Voice:
        return Voice(self.cleaned_data["person"], self.cleaned_data["deputy"])


class SeatForm(VoiceForm):
    organisation = OrganisationField(
        label=_("Organisation"), help_text=_("Name oder Kennung. Leer, wenn ein Netzwerk den Sitz hat."), required=False
    )
    network = forms.ModelChoiceField(
        Network.objects.order_by("folded_name"), label=_("Netzwerk"), empty_label=_("keines"), required=False
    )

    field_order = ("organisation", "network", "person", "deputy", "since")

    def clean_network(self) -> Network | None:
        network: Network | None = self.cleaned_data["network"]
        if "organisation" not in self.errors and bool(network) == bool(self.cleaned_data["organisation"]):
            raise forms.ValidationError(
                _("Einen Sitz hat entweder eine Organisation oder ein Netzwerk. Bitte geben Sie eines von beiden an.")
            )
        return network


class FormerSeatForm(SeatForm):
    since = DayField(label=_("Seit"), help_text=_("Leer, wenn es niemand mehr weiß."), required=False)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(KEEP_REGISTER)
def begin(request: HttpRequest, body_id: str) -> HttpResponse:
    lead = _("Ein Sitz ist eine Stimme. Wer ihn innehat, darf vom ersten Tag an, was das Gremium darf.")
    return _new(request, body_id, SeatForm(request.POST or None), begin_seat, title=_("Sitz eintragen"), lead=lead)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(KEEP_REGISTER)
def take_over(request: HttpRequest, body_id: str) -> HttpResponse:
    lead = _("Für Sitze, die es schon vor Mittelnetz gab. Sie sind danach als übernommen gekennzeichnet.")
    form = FormerSeatForm(request.POST or None)
    return _new(request, body_id, form, take_over_seat, title=_("Bisherigen Sitz übernehmen"), lead=lead)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(KEEP_REGISTER)
def hand_on(request: HttpRequest, body_id: str, seat_id: str) -> HttpResponse:
    body, seat = body_of(body_id), _seat(body_id, seat_id)
    form = VoiceForm(request.POST or None)
    return answer(
        request,
        form,
        form_page(
            body,
            gettext("Sitz weitergeben: %(name)s") % {"name": _holder(seat)},
            _("Der Sitz bleibt, wo er ist; ab dem ersten Tag stimmt jemand anderes. Am Tag davor endet das Bisherige."),
            _("Weitergeben"),
        ),
        save=lambda: hand_on_seat(
            seat=seat,
            voice=form.voice,
            since=form.cleaned_data["since"],
            actor=actor_in(request),
            at=timezone.now(),
        ),
        then=address(body_id),
        said=_("Der Sitz ist weitergegeben."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@needs(KEEP_REGISTER)
def end(request: HttpRequest, body_id: str, seat_id: str) -> HttpResponse:
    body, seat = body_of(body_id), _seat(body_id, seat_id)
    form = EndForm(request.POST or None)
    return answer(
        request,
        form,
        form_page(
            body,
            gettext("Sitz beenden: %(name)s") % {"name": _holder(seat)},
            _("Danach gibt es hier eine Stimme weniger. Stimmt nur jemand anderes, geben Sie den Sitz weiter."),
            _("Beenden"),
        ),
        save=lambda: end_seat(seat=seat, on=form.first_day_without, actor=actor_in(request), at=timezone.now()),
        then=address(body_id),
        said=_("Das Ende ist eingetragen."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@needs(KEEP_REGISTER)
def correct(request: HttpRequest, body_id: str, seat_id: str) -> HttpResponse:
    body, seat = body_of(body_id), _seat(body_id, seat_id)
    form = CorrectionForm(request.POST or None, row=seat)
    title = gettext("Sitz berichtigen: %(name)s") % {"name": _holder(seat)}
    return answer(
        request,
        form,
        form_page(body, title, form.LEAD, _("Berichtigen")),
        save=lambda: form.put_right(correct_seat, strike_seat, seat=seat, actor=actor_in(request), at=timezone.now()),
        then=address(body_id),
    )


def _new(request: HttpRequest, body_id: str, form: SeatForm, enter: Any, *, title: Any, lead: Any) -> HttpResponse:
    body = body_of(body_id)
    return answer(
        request,
        form,
        form_page(body, title, lead, _("Eintragen")),
        save=lambda: enter(
            body=body,
            holder=form.cleaned_data["organisation"] or form.cleaned_data["network"],
            voice=form.voice,
            since=form.cleaned_data["since"],
            actor=actor_in(request),
            at=timezone.now(),
        ),
        then=address(body_id),
        said=_("Der Sitz ist eingetragen."),
    )


def _seat(body_id: str, seat_id: str) -> Seat:
    return get_object_or_404(Seat.objects.select_related("organisation", "network"), pk=seat_id, body=body_id)


def _holder(seat: Seat) -> str:
    return str((seat.organisation or seat.network).name)  # type: ignore[union-attr] # one of them is there
