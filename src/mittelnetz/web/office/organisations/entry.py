"""The entry of an organisation: who it is, where it sits, how it is reached; and a new one."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from mittelnetz.access.office import KEEP_REGISTER
from mittelnetz.register.actions.ids import chosen_id
from mittelnetz.register.actions.organisations import add_organisation, change_organisation
from mittelnetz.register.actions.renaming import rename_organisation
from mittelnetz.register.queries.federation_partnerships import federation_partnerships_of
from mittelnetz.register.queries.organisations import organisation_page
from mittelnetz.register.queries.partnerships import partnerships_in
from mittelnetz.web.acting import actor_in, needs
from mittelnetz.web.mine.organisations.entry import NAME, EntryForm
from mittelnetz.web.office.frame import show
from mittelnetz.web.office.organisations.frame import address, form_page, organisation_of
from mittelnetz.web.ui.choices import kind_choices
from mittelnetz.web.ui.form_page import FormPage, answer
from mittelnetz.web.ui.forms import PlainForm
from mittelnetz.web.ui.picking import RegionField


class WholeEntryForm(EntryForm):
    """With what an organisation does not decide itself."""

    kind = forms.ChoiceField(label=_("Art"), choices=kind_choices)
    seat = RegionField(label=_("Sitz"), help_text=_("Postleitzahl oder Ort."), required=False)

    field_order = ("name", "kind", "seat")


class NewForm(PlainForm):
    name = forms.CharField(label=_("Name"), max_length=250, error_messages=NAME)
    kind = forms.ChoiceField(label=_("Art"), choices=kind_choices)
    seat = RegionField(label=_("Sitz"), help_text=_("Postleitzahl oder Ort."), required=False)
    id = forms.CharField(
        label=_("Kennung"),
        help_text=_("Sie steht in der Adresse der Seite. Wenn Sie nichts eintragen, entsteht sie aus dem Namen."),
        max_length=80,
        required=False,
    )


class IdForm(PlainForm):
    id = forms.CharField(
        label=_("Neue Kennung"),
        max_length=80,
        error_messages={"required": _("Bitte geben Sie eine Kennung an.")},
    )


@require_safe
@needs(KEEP_REGISTER)
def show_organisation(request: HttpRequest, organisation_id: str) -> HttpResponse:
    organisation = organisation_of(organisation_id)
    today = timezone.localdate()
    partnerships = partnerships_in(organisation_id, today)
    context = {
        "organisation": organisation,
        "page": organisation_page(organisation_id, today),
        "networks": [*partnerships.later, *partnerships.current, *partnerships.ended],
        "partnerships": federation_partnerships_of(organisation_id),
        "today": today,
    }
    return show(request, "office/organisations/show.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(KEEP_REGISTER)
def edit_organisation(request: HttpRequest, organisation_id: str) -> HttpResponse:
    organisation = organisation_of(organisation_id)
    record = {name: getattr(organisation, name) for name in WholeEntryForm.base_fields}
    form = WholeEntryForm(request.POST or None, record=record)
    return answer(
        request,
        form,
        form_page(organisation, _("Eintrag ändern")),
        save=lambda: change_organisation(
            organisation=organisation, details=form.details, seen=form.seen, actor=actor_in(request), at=timezone.now()
        ),
        then=address(organisation_id),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@needs(KEEP_REGISTER)
def add_new(request: HttpRequest) -> HttpResponse:
    form = NewForm(request.POST or None)
    page = FormPage(
        _("Organisation aufnehmen"),
        _("Bitte sehen Sie vorher nach, ob es die Organisation schon gibt."),
        _("Aufnehmen"),
        "office/organisations/form.html",
    )

    def add() -> None:
        values: dict[str, Any] = form.cleaned_data
        values["id"] = chosen_id(values["id"], name=values["name"])
        add_organisation(
            id=values["id"],
            name=values["name"],
            kind=values["kind"],
            details={"seat": values["seat"]},
            actor=actor_in(request),
            at=timezone.now(),
        )

    return answer(
        request,
        form,
        page,
        save=add,
        then=lambda: address(form.cleaned_data["id"]),
        said=_("Die Organisation ist aufgenommen."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@needs(KEEP_REGISTER)
def rename(request: HttpRequest, organisation_id: str) -> HttpResponse:
    organisation = organisation_of(organisation_id)
    form = IdForm(request.POST or None, initial={"id": organisation_id})
    lead = _("Die Kennung steht in der Adresse der Seite. Die alte Adresse führt weiter hierher.")
    return answer(
        request,
        form,
        form_page(organisation, _("Kennung ändern"), lead),
        save=lambda: rename_organisation(
            organisation=organisation, id=form.cleaned_data["id"], actor=actor_in(request), at=timezone.now()
        ),
        then=lambda: address(form.cleaned_data["id"]),
        said=_("Die Organisation hat jetzt diese Kennung."),
    )
