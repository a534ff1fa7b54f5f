"""The bodies there are, one of them, a new one, its name, its history."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from mittelnetz.access.office import KEEP_REGISTER
from mittelnetz.bodies.actions.bodies import add_body, name_body
from mittelnetz.bodies.models import BodyKind
from mittelnetz.bodies.queries import entries_of_body, federation_bodies, seats_in, taken_over_seats
from mittelnetz.register.actions.ids import chosen_id
from mittelnetz.web.acting import actor_in, needs
from mittelnetz.web.journal.listing import answer_journal
from mittelnetz.web.office.bodies.frame import address, body_of, form_page
from mittelnetz.web.office.frame import show
from mittelnetz.web.ui.form_page import answer
from mittelnetz.web.ui.forms import PlainForm, RecordForm

_NAME: dict[str, Any] = {
    "label": _("Name"),
    "max_length": 250,
    "error_messages": {"required": _("Ein Gremium braucht einen Namen.")},
}


class NewForm(PlainForm):
    kind = forms.ChoiceField(
        label=_("Was es ist"),
        choices=[choice for choice in BodyKind.choices if choice[0] != BodyKind.NETWORK_CIRCLE],
        widget=forms.RadioSelect,
        error_messages={"required": _("Bitte wählen Sie aus, was es ist.")},
    )
    name = forms.CharField(**_NAME)
    id = forms.CharField(
        label=_("Kennung"),
        help_text=_("Sie steht in der Adresse der Seite. Wenn Sie nichts eintragen, entsteht sie aus dem Namen."),
        max_length=80,
        required=False,
    )


class NameForm(RecordForm):
    name = forms.CharField(**_NAME)


@require_safe
@needs(KEEP_REGISTER)
def list_bodies(request: HttpRequest) -> HttpResponse:
    return show(request, "office/bodies/list.html", {"bodies": federation_bodies(timezone.localdate())})


@require_safe
@needs(KEEP_REGISTER)
def show_body(request: HttpRequest, body_id: str) -> HttpResponse:
    body = body_of(body_id)
    context = {
        "body": body,
        "seats": seats_in(body_id, timezone.localdate()),
        "taken_over": taken_over_seats(body_id),
    }
    return render(request, "office/bodies/show.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(KEEP_REGISTER)
def add_new(request: HttpRequest) -> HttpResponse:
    form = NewForm(request.POST or None)
    lead = _("Treffen eines Netzwerks sind kein Gremium des Verbunds; sie gehören zum Netzwerk.")

    def add() -> None:
        values = form.cleaned_data
        values["id"] = chosen_id(values["id"], name=values["name"])
        add_body(**values, actor=actor_in(request), at=timezone.now())

    return answer(
        request,
        form,
        form_page(None, _("Gremium aufnehmen"), lead, _("Aufnehmen")),
        save=add,
        then=lambda: address(form.cleaned_data["id"]),
        said=_("Das Gremium ist aufgenommen."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@needs(KEEP_REGISTER)
def edit_name(request: HttpRequest, body_id: str) -> HttpResponse:
    body = body_of(body_id)
    form = NameForm(request.POST or None, record=vars(body))
    return answer(
        request,
        form,
        form_page(body, _("Name ändern")),
        save=lambda: name_body(
            body=body, name=form.cleaned_data["name"], seen=form.seen, actor=actor_in(request), at=timezone.now()
        ),
        then=address(body_id),
    )


@require_safe
@needs(KEEP_REGISTER)
def show_history(request: HttpRequest, body_id: str) -> HttpResponseBase:
    body = body_of(body_id)
    return answer_journal(
        request,
        entries_of_body(body_id),
        "office/bodies/history.html",
        {"body": body},
        file_name=f"verlauf-{body_id}",
    )
