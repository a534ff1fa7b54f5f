"""The second factor as a duty of those who can do much, where the federation has decided so."""

from collections.abc import Callable
from datetime import date
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone

from mittelnetz.access.roles import roles_of
from mittelnetz.bodies.models import BodyKind
from mittelnetz.core.settings import settings_on
from mittelnetz.people.models import Account
from mittelnetz.web.middleware import View

OPEN_AREA = "public"
OPEN_PAGES = {
    "accent",
    "account_logout",
    "account_reauthenticate",
    "federation-schema",
    "healthz",
    "logo",
    "mfa_activate_totp",
    "patterns",
    "robots",
    "sitemap",
    "sitemap-part",
}
"""Without the factor one gets to what needs no account, out, and to setting it up; to nothing else."""


def is_required(account: Account, day: date) -> bool:
    """Of the office, of operators, and of the steering group with its deputies."""
    if not settings_on(day)["second_factor"]:
        return False
    roles = roles_of(account.person, day)
    return bool(roles.granted) or BodyKind.STEERING_GROUP in roles.body_kinds


def is_missing(account: Account, day: date) -> bool:
    return is_required(account, day) and not is_mfa_enabled(account, [Authenticator.Type.TOTP])


class SecondFactorMiddleware:
    """Leads whoever lacks it to the page where it is set up."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, _view: View, _args: tuple[Any, ...], _kwargs: dict[str, Any]
    ) -> HttpResponseBase | None:
        place = request.resolver_match
        if place is None or place.namespace == OPEN_AREA or place.view_name in OPEN_PAGES:
            return None
        if request.user.is_authenticated and is_missing(request.user, timezone.localdate()):
            return redirect("mfa_activate_totp")
        return None
