"""The page behind the link of an invitation: one button, so that programs that follow links accept nothing."""

from allauth.account.utils import perform_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from mittelnetz.core.refusals import Refused
from mittelnetz.people.actions.accounts import accept_invitation
from mittelnetz.people.invitation_links import invitation_of
from mittelnetz.web.errors import NotThere


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def show_invitation(request: HttpRequest, token: str) -> HttpResponse:
    invitation = invitation_of(token)
    if invitation is None:
        raise NotThere(
            _("Diese Einladung gibt es nicht. Bitte prüfen Sie den Link, oder lassen Sie sich eine neue schicken.")
        )
    context: dict[str, object] = {"invitation": invitation}
    if request.method != "POST":
        return render(request, "account/invitation.html", context)
    try:
        account = accept_invitation(invitation=invitation, at=timezone.now())
    except Refused as refusal:
        return render(request, "account/invitation.html", {**context, "refusal": refusal.sentence}, status=409)
    answer: HttpResponse = perform_login(request, account)
    return answer
