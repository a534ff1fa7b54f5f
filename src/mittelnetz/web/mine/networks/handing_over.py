"""A contact names who comes next."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from mittelnetz.access import networks
from mittelnetz.core.settings import settings_on
from mittelnetz.register.actions.handing_over import hand_over_contact
from mittelnetz.register.queries.open_matters import open_matters
from mittelnetz.web.acting import actor_in, needs
from mittelnetz.web.mine.networks.contact_forms import HandOverForm
from mittelnetz.web.mine.networks.contacts import contact_in, titled
from mittelnetz.web.mine.networks.frame import Workspace
from mittelnetz.web.ui.form_page import FormPage, answer


@require_http_methods(["GET", "HEAD", "POST"])
@needs(networks.EDIT, of="network_id")
def hand_over(request: HttpRequest, network_id: str, contact_id: int) -> HttpResponse:
    """Shows what is open for whoever comes next."""
    contact, today = contact_in(network_id, contact_id), timezone.localdate()
    space = Workspace(contact.network)
    form = HandOverForm(request.POST or None, contact=contact, day=today)
    context = {
        "space": space,
        "tab": (_("Ansprechpersonen"), space.address("contacts")),
        "open": open_matters(network_id, today, request_days=settings_on(today)["request_days"]),
    }
    title = titled(gettext("%(function)s übergeben: %(name)s"), contact)
    lead = _("Wer kommt danach? Wer eine E-Mail-Adresse und noch kein Konto hat, bekommt eine Einladung.")
    return answer(
        request,
        form,
        FormPage(title, lead, _("Übergeben"), "mine/networks/hand_over.html", context),
        save=lambda: hand_over_contact(
            contact=contact,
            successor=form.somebody,
            organisation=form.cleaned_data["organisation"],
            on=form.cleaned_data["since"],
            shown=form.cleaned_data["shown"],
            actor=actor_in(request),
            at=timezone.now(),
        ),
        then=lambda: space.after_giving_up(request),
        said=_("Die Übergabe ist eingetragen."),
    )
