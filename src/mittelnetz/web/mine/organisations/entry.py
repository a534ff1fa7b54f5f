"""An organisation's entry: how it is called, how to reach it, and of what kind it says it is."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from mittelnetz.access import organisations
from mittelnetz.register.actions.organisations import change_organisation, propose_kind
from mittelnetz.register.queries.organisations import organisation_page
from mittelnetz.web.acting import actor_in, needs
from mittelnetz.web.mine.organisations.frame import workspace
from mittelnetz.web.ui.choices import kind_choices
from mittelnetz.web.ui.form_page import FormPage, answer
from mittelnetz.web.ui.forms import PlainForm, RecordForm

_FORM = "mine/form.html"
NAME = {"required": _("Eine Organisation braucht einen Namen.")}


class EntryForm(RecordForm):
    name = forms.CharField(label=_("Name"), max_length=250, error_messages=NAME)
    phone = forms.CharField(
        label=_("Telefon"),
        help_text=_("Steht öffentlich. Betriebe rufen dort an."),
        max_length=50,
        required=False,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "off"}),
    )
    address = forms.CharField(label=_("Anschrift"), help_text=_("Steht öffentlich."), max_length=300, required=False)
    email = forms.EmailField(
        label=_("E-Mail-Adresse"),
        help_text=_("Steht öffentlich. Nehmen Sie am besten ein Postfach, das mehrere lesen."),
        required=False,
        error_messages={"invalid": _("Diese E-Mail-Adresse ist unvollständig. Bitte prüfen Sie sie.")},
    )
    website = forms.URLField(
        label=_("Website"),
        max_length=500,
        required=False,
        assume_scheme="https",
        error_messages={"invalid": _("Diese Adresse ist unvollständig. Bitte prüfen Sie sie.")},
    )


class KindForm(PlainForm):
    kind = forms.ChoiceField(
        label=_("Art"),
        widget=forms.RadioSelect,
        choices=kind_choices,
        error_messages={"required": _("Bitte wählen Sie eine Art aus.")},
    )


@require_safe
@needs(organisations.EDIT, of="organisation_id")
def show_entry(request: HttpRequest, organisation_id: str) -> HttpResponse:
    space = workspace(organisation_id)
    page = organisation_page(organisation_id, timezone.localdate())
    return render(request, "mine/organisations/entry.html", {"space": space, "page": page})


@require_http_methods(["GET", "HEAD", "POST"])
@needs(organisations.EDIT, of="organisation_id")
def edit_entry(request: HttpRequest, organisation_id: str) -> HttpResponse:
    space = workspace(organisation_id)
    organisation = space.organisation
    form = EntryForm(request.POST or None, record=vars(organisation))
    return answer(
        request,
        form,
        FormPage(_("Eintrag ändern"), template=_FORM, context={"space": space}),
        save=lambda: change_organisation(
            organisation=organisation,
            details=form.details,
            seen=form.seen,
            actor=actor_in(request),
            at=timezone.now(),
        ),
        then=space.url,
    )


@require_http_methods(["GET", "HEAD", "POST"])
@needs(organisations.EDIT, of="organisation_id")
def propose_another_kind(request: HttpRequest, organisation_id: str) -> HttpResponse:
    space = workspace(organisation_id)
    organisation = space.organisation
    form = KindForm(request.POST or None, initial={"kind": organisation.proposed_kind or organisation.kind})
    lead = _("An der Art hängt, ob die Organisation als intermediär zählt. Darum legt die Geschäftsstelle sie fest.")
    return answer(
        request,
        form,
        FormPage(_("Andere Art vorschlagen"), lead, _("Vorschlagen"), _FORM, {"space": space}),
        save=lambda: propose_kind(
            organisation=organisation, kind=form.cleaned_data["kind"], actor=actor_in(request), at=timezone.now()
        ),
        then=space.url,
        said=_("Ihr Vorschlag ist bei der Geschäftsstelle."),
    )
