"""The networks in which an organisation takes part, and how it leaves one by itself."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from mittelnetz.access import organisations
from mittelnetz.register.actions.partnerships import end_partnership
from mittelnetz.register.models import Partnership
from mittelnetz.register.queries.partnerships import partnerships_in
from mittelnetz.web.acting import actor_in, needs
from mittelnetz.web.mine.organisations.frame import workspace
from mittelnetz.web.ui.form_page import FormPage, answer
from mittelnetz.web.ui.periods import EndForm


@require_safe
@needs(organisations.EDIT, of="organisation_id")
def list_memberships(request: HttpRequest, organisation_id: str) -> HttpResponse:
    memberships = partnerships_in(organisation_id, timezone.localdate())
    context = {"space": workspace(organisation_id), "memberships": memberships}
    return render(request, "mine/organisations/memberships.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(organisations.EDIT, of="organisation_id")
def leave_network(request: HttpRequest, organisation_id: str, partnership_id: int) -> HttpResponse:
    space = workspace(organisation_id)
    partnership = get_object_or_404(
        Partnership.objects.select_related("network"), pk=partnership_id, organisation=organisation_id
    )
    form = EndForm(request.POST or None)
    context = {"space": space, "tab": (_("Netzwerke"), space.address("memberships"))}
    title = gettext("Netzwerk verlassen: %(name)s") % {"name": partnership.network.name}
    lead = _("Dafür brauchen Sie niemanden zu fragen. Die Ansprechpersonen des Netzwerks sehen es in ihrem Verlauf.")
    return answer(
        request,
        form,
        FormPage(title, lead, _("Verlassen"), "mine/form.html", context),
        save=lambda: end_partnership(
            partnership=partnership, on=form.first_day_without, actor=actor_in(request), at=timezone.now()
        ),
        then=space.address("memberships"),
        said=_("Das Ende der Partnerschaft ist eingetragen."),
    )
