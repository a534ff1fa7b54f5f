"""What a partner has answered: ask it by mail, or enter what it said."""

from typing import Any

from django import forms
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from mittelnetz.access import networks
from mittelnetz.access.answers import reachable_organisations
from mittelnetz.core.refusals import Refused
from mittelnetz.people.actors import Actor
from mittelnetz.register.actions.asking import ask_partner_for_consent, ask_partner_to_acknowledge
from mittelnetz.register.actions.partnerships import acknowledge_framework, change_listing
from mittelnetz.register.answers import Given
from mittelnetz.register.models import FrameworkVersion
from mittelnetz.register.queries.acknowledgements import missing_versions
from mittelnetz.register.words import Answer
from mittelnetz.web.acting import actor_in, needs
from mittelnetz.web.mine.networks.frame import workspace
from mittelnetz.web.mine.networks.partners import partnership_in
from mittelnetz.web.ui.buttons import press
from mittelnetz.web.ui.form_page import FormPage, answer
from mittelnetz.web.ui.forms import DayField, PlainForm


class PassedOnForm(PlainForm):
    """What the partner has said to whoever fills it in."""

    on = DayField(label=_("An welchem Tag hat der Partner das gesagt?"), initial=timezone.localdate)
    listed = forms.ChoiceField(
        label=_("Darf er öffentlich genannt werden?"),
        choices=[("", _("dazu hat er nichts gesagt")), *Answer.choices],
        required=False,
    )
    known = forms.MultipleChoiceField(
        label=_("Diese Grundlagen kennt er:"), widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, data: Any = None, *, missing: list[FrameworkVersion]) -> None:
        super().__init__(data)
        choices = [(str(row.pk), f"{row.get_document_display()}, {row.version}") for row in missing]
        if choices:
            self.fields["known"].choices = choices  # type: ignore[attr-defined]
        else:
            del self.fields["known"]


@require_http_methods(["GET", "HEAD", "POST"])
@needs(networks.EDIT, of="network_id")
def show_answers(request: HttpRequest, network_id: str, partnership_id: int) -> HttpResponse:
    space, partnership = workspace(network_id), partnership_in(network_id, partnership_id)
    today = timezone.localdate()
    missing = missing_versions([partnership], today)[partnership.pk]
    form = PassedOnForm(request.POST or None, missing=missing)

    @transaction.atomic
    def pass_on() -> None:
        organisation = f"organisations/{partnership.organisation_id}"
        given = Given(form.cleaned_data["on"])
        who: dict[str, Any] = {
            "partnership": partnership,
            "given": given,
            "actor": Actor(actor_in(request).reference, organisation),
            "at": timezone.now(),
        }
        if said := form.cleaned_data["listed"]:
            change_listing(listed=said == Answer.YES, **who)
        for row in missing:
            if row.pk in form.cleaned_data.get("known", ()):
                acknowledge_framework(document=row.document, version=row.version, **who)

    is_reachable = reachable_organisations(today).filter(pk=partnership.organisation_id).exists()
    context = {
        "space": space,
        "tab": (_("Partner"), space.address("partners")),
        "partnership": partnership,
        "missing": missing,
        "is_reachable": is_reachable and not partnership.period.has_ended(today),
    }
    title = gettext("Antworten: %(name)s") % {"name": partnership.organisation.name}
    page = FormPage(title, "", _("Eintragen"), "mine/networks/partner_answers.html", context)
    here = space.address("partner-answers", partnership_id=partnership.pk)
    return answer(request, form, page, save=pass_on, then=here, said=_("Die Antwort ist eingetragen."))


@require_POST
@needs(networks.EDIT, of="network_id")
def ask_partner(request: HttpRequest, network_id: str, partnership_id: int) -> HttpResponse:
    space, partnership = workspace(network_id), partnership_in(network_id, partnership_id)
    action = ask_partner_to_acknowledge if request.POST.get("what") == "framework" else ask_partner_for_consent

    def ask() -> None:
        if not reachable_organisations(timezone.localdate()).filter(pk=partnership.organisation_id).exists():
            raise Refused(gettext("Per Mail kann der Partner nicht gefragt werden. Tragen Sie ein, was er Ihnen sagt."))
        action(partnership=partnership, actor=actor_in(request), at=timezone.now())

    here = space.address("partner-answers", partnership_id=partnership.pk)
    return press(request, ask, then=here, said=_("Die Frage geht per Mail hinaus."))
