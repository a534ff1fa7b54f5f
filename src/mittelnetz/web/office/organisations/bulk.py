"""The same change of many organisations: what was ticked, what shall change, what it comes to, and only then done."""

from datetime import timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from mittelnetz.access.office import KEEP_REGISTER
from mittelnetz.core.refusals import Refused
from mittelnetz.register.actions.bulk import MOST_AT_ONCE, Change, change_many, preview_many
from mittelnetz.register.models import Organisation
from mittelnetz.register.words import FederationLevel
from mittelnetz.web.acting import actor_in, needs
from mittelnetz.web.office.organisations.listing import chosen_organisations
from mittelnetz.web.public.lists import land_choices
from mittelnetz.web.ui.choices import kind_choices
from mittelnetz.web.ui.form_page import SeeOther
from mittelnetz.web.ui.forms import UNPROCESSABLE, DayField, PlainForm
from mittelnetz.web.ui.picking import OrganisationField

BEGINS, ENDS = "begins", "ends"


def _kinds() -> list[tuple[str, Any]]:
    return [("", _("bleibt")), *kind_choices()]


def _partnerships() -> list[tuple[str, Any]]:
    begins = [(f"{BEGINS} {level}", gettext("beginnt: %(level)s") % {"level": name}) for level, name in _levels()]
    ends = [(f"{ENDS} {level}", gettext("endet: %(level)s") % {"level": name}) for level, name in _levels()]
    return [("", _("bleibt")), *begins, *ends]


def _levels() -> list[tuple[str, Any]]:
    return list(FederationLevel.choices)


class BulkForm(PlainForm):
    kind = forms.ChoiceField(label=_("Art"), choices=_kinds, required=False)
    parent = OrganisationField(
        label=_("Übergeordnete Organisation"),
        help_text=_("Der Name, oder ein Teil davon. Leer, wenn sie bleibt."),
        required=False,
    )
    partnership = forms.ChoiceField(label=_("Partner der Offensive"), choices=_partnerships, required=False)
    day = DayField(
        label=_("Erster oder letzter Tag"),
        help_text=_("Der erste Tag, wenn die Partnerschaft beginnt; der letzte, wenn sie endet."),
        required=False,
    )

    @property
    def change(self) -> Change | None:
        """None where nothing is to change, or a day is missing; the form then says so."""
        values = self.cleaned_data
        what, _space, level = values["partnership"].partition(" ")
        if not any((values["kind"], values["parent"], what)):
            self.add_error(None, _("Bitte geben Sie an, was sich ändern soll."))
            return None
        if what and not values["day"]:
            self.add_error("day", _("Bitte geben Sie einen Tag an."))
            return None
        return Change(
            kind=values["kind"],
            parent=values["parent"],
            level=level,
            begins_on=values["day"] if what == BEGINS else None,
            ends_on=values["day"] + timedelta(days=1) if what == ENDS else None,
        )


@require_http_methods(["GET", "HEAD", "POST"])
@needs(KEEP_REGISTER)
def change_selection(request: HttpRequest) -> HttpResponse:
    """`?id=` names those that are ticked; `?alle=1` takes all that the filters of the list leave."""
    organisations = _organisations(request)
    context: dict[str, Any] = {"organisations": organisations, "most": MOST_AT_ONCE}
    if not organisations or len(organisations) > MOST_AT_ONCE:
        return render(request, "office/organisations/no_selection.html", context)
    form = BulkForm(request.POST or None)
    context["form"] = form
    change = form.change if request.method == "POST" and form.is_valid() else None
    if change is None:
        status = UNPROCESSABLE if form.errors else 200
        return render(request, "office/organisations/selection.html", context, status=status)
    who: dict[str, Any] = {"actor": actor_in(request), "at": timezone.now()}
    ids = [organisation.pk for organisation in organisations]
    if "anwenden" in request.POST:
        try:
            number = change_many(ids=ids, change=change, **who)
        except Refused as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, gettext("Geändert: %(n)d Organisationen.") % {"n": number})
            return SeeOther(reverse("office:organisations"))
    outcomes = preview_many(ids=ids, change=change, **who)
    context |= {"change": change, "outcomes": outcomes, "is_refused": any(outcome.refusal for outcome in outcomes)}
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "office/organisations/preview.html", context, status=status)


def _organisations(request: HttpRequest) -> list[Organisation]:
    """One more than may be changed at once, at most."""
    if request.method != "POST" and request.GET.get("alle"):
        chosen, _filters = chosen_organisations(request, timezone.localdate(), land_choices())
    else:
        ids = (request.POST if request.method == "POST" else request.GET).getlist("id")
        chosen = Organisation.objects.filter(pk__in=[id.replace("\0", "") for id in ids[: MOST_AT_ONCE + 1]])
    return list(chosen.order_by("folded_name", "pk")[: MOST_AT_ONCE + 1])
