"""A network's profile: what it wants, how it works, for which region it is there."""

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from mittelnetz.access import networks
from mittelnetz.register.actions.networks import change_network
from mittelnetz.register.queries.network_page import network_page
from mittelnetz.register.queries.pauses import pauses_of
from mittelnetz.web.acting import actor_in, needs
from mittelnetz.web.mine.networks.frame import Workspace, workspace
from mittelnetz.web.ui.form_page import FormPage, answer
from mittelnetz.web.ui.forms import RecordForm, TextField


class ProfileForm(RecordForm):
    name = forms.CharField(
        label=_("Name"),
        max_length=250,
        error_messages={"required": _("Ein Netzwerk braucht einen Namen.")},
    )
    aims = TextField(label=_("Ziele"), help_text=_("Was das Netzwerk in seiner Region erreichen will."), required=False)
    approach = TextField(label=_("Vorgehen"), help_text=_("Wie die Partner zusammenarbeiten."), required=False)
    website = forms.URLField(
        label=_("Website"),
        help_text=_("Zum Beispiel: https://netzwerk.example.org"),
        max_length=500,
        required=False,
        assume_scheme="https",
        error_messages={"invalid": _("Diese Adresse ist unvollständig. Bitte prüfen Sie sie.")},
    )


@require_safe
@needs(networks.EDIT, of="network_id")
def show_profile(request: HttpRequest, network_id: str) -> HttpResponse:
    today = timezone.localdate()
    page = network_page(network_id, today, today=today)
    if page is None:
        raise Http404
    context = {"space": Workspace(page.network), "page": page, "pauses": pauses_of(network_id, today)}
    return render(request, "mine/networks/profile.html", {**context, "network": page.network})


@require_http_methods(["GET", "HEAD", "POST"])
@needs(networks.EDIT, of="network_id")
def edit_profile(request: HttpRequest, network_id: str) -> HttpResponse:
    space = workspace(network_id)
    network = space.network
    form = ProfileForm(request.POST or None, record=vars(network))
    return answer(
        request,
        form,
        FormPage(_("Profil ändern"), template="mine/form.html", context={"space": space}),
        save=lambda: change_network(
            network=network, details=form.details, seen=form.seen, actor=actor_in(request), at=timezone.now()
        ),
        then=space.url,
    )
