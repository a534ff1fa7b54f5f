"""Two entries of the same organisation become one: which, what it comes to, and only then done."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from mittelnetz.access.office import KEEP_REGISTER
from mittelnetz.core import journal
from mittelnetz.core.refusals import Refused
from mittelnetz.register.actions.merging import merge_organisations
from mittelnetz.register.models import Organisation
from mittelnetz.register.queries.links import numbers_of_links
from mittelnetz.web.acting import actor_in, needs
from mittelnetz.web.office.organisations.frame import address, form_page, organisation_of
from mittelnetz.web.ui.buttons import press
from mittelnetz.web.ui.forms import UNPROCESSABLE, PlainForm
from mittelnetz.web.ui.picking import OrganisationField


class OtherEntryForm(PlainForm):
    other = OrganisationField(
        label=_("Der andere Eintrag"),
        help_text=_("Name oder Kennung. Er geht in diesem hier auf; tauschen können Sie gleich noch."),
        error_messages={"required": _("Bitte geben Sie an, welcher Eintrag doppelt ist.")},
    )


@require_http_methods(["GET", "HEAD", "POST"])
@needs(KEEP_REGISTER)
def merge(request: HttpRequest, organisation_id: str) -> HttpResponse:
    """The organisation of the address stays."""
    kept = organisation_of(organisation_id)
    form = OtherEntryForm(request.POST or None, initial={"other": request.GET.get("mit", "")})
    page = form_page(
        kept, _("Doppelten Eintrag zusammenführen"), _("Zuerst sehen Sie, was daraus wird."), _("Vorschau")
    )
    if request.method != "POST" or not form.is_valid():
        context = {"form": form, "page": page, **page.context}
        return render(request, page.template, context, status=UNPROCESSABLE if form.errors else 200)
    merged: Organisation = form.cleaned_data["other"]

    def bring_together() -> None:
        merge_organisations(kept=kept, merged=merged, actor=actor_in(request), at=timezone.now())

    if "anwenden" in request.POST:
        said = gettext("„%(name)s“ ist in diesem Eintrag aufgegangen.") % {"name": merged.name}
        return press(request, bring_together, then=address(kept.pk), said=said)
    if refusal := _refusal(bring_together):
        form.add_error(None, refusal)
    context = {"organisation": kept, "merged": merged, "form": form, "entries": [_entry(kept), _entry(merged)]}
    return render(request, "office/organisations/merge.html", context, status=UNPROCESSABLE if refusal else 200)


def _entry(organisation: Organisation) -> tuple[Organisation, list[tuple[Any, int]]]:
    return organisation_of(organisation.pk), numbers_of_links(organisation)


def _refusal(do: Any) -> str:
    """Why it cannot be done; empty where it can."""
    try:
        with journal.preview():
            do()
    except Refused as refusal:
        return refusal.sentence
    return ""
