"""What allauth asks us: who may open an account, what people are told, and where links lead."""

from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urlsplit

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from mittelnetz.core.settings import settings_on
from mittelnetz.notifications.actions import Recipient, queue_message
from mittelnetz.notifications.links import link_to
from mittelnetz.web.account.second_factor import is_required

_CHANGES = {
    "password_changed": _("das Passwort Ihres Kontos ist geändert."),
    "password_reset": _("das Passwort Ihres Kontos ist neu gesetzt."),
    "password_set": _("Ihr Konto hat jetzt ein Passwort."),
    "totp_activated": _("die Anmeldung fragt jetzt nach einem zweiten Faktor."),
    "totp_deactivated": _("die Anmeldung fragt nicht mehr nach einem zweiten Faktor."),
    "account_connected": _("in Ihr Konto führt jetzt auch die Anmeldung bei einem anderen Anbieter."),
    "recovery_codes_generated": _("Ihr Konto hat neue Ersatzcodes."),
}
"""What allauth tells people about their account, by its own names."""


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc] # allauth has no types
    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": _("Dieses Konto ist gesperrt. Bitte wenden Sie sich an die Geschäftsstelle."),
        "email_password_mismatch": _(
            "E-Mail-Adresse und Passwort passen nicht zusammen. Bitte versuchen Sie es noch einmal."
        ),
        "enter_current_password": _("Bitte geben Sie Ihr jetziges Passwort ein."),
        "incorrect_code": _("Dieser Code stimmt nicht. Bitte sehen Sie noch einmal in der E-Mail nach."),
        "incorrect_password": _("Dieses Passwort stimmt nicht."),
        "invalid_password_reset": _("Dieser Link gilt nicht mehr. Bitte lassen Sie sich einen neuen schicken."),
        "rate_limited": _("Das waren zu viele Versuche. Bitte warten Sie ein paar Minuten."),
        "too_many_login_attempts": _("Das waren zu viele Versuche. Bitte warten Sie ein paar Minuten."),
        "unknown_email": _("Zu dieser E-Mail-Adresse gibt es kein Konto."),
    }

    def is_open_for_signup(self, _request: HttpRequest) -> bool:
        """By invitation only (`web/account/views/invitations.py`)."""
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        """The server has put the visitor's own address there where a trusted proxy says it."""
        return str(request.META.get("REMOTE_ADDR", ""))

    def get_reset_password_from_key_url(self, key: str) -> str:
        """Under the address that the operator has named; without one, under the visitor's, which is an allowed one."""
        url = str(super().get_reset_password_from_key_url(key))
        return link_to(urlsplit(url).path) if settings.ADDRESS else url

    def add_message(
        self, request: HttpRequest, level: int, message_template: str | None = None, *_args: Any, **_options: Any
    ) -> None:
        """In our words; what the next page shows anyway is not told."""
        what = _CHANGES.get(PurePosixPath(message_template or "").stem)
        if what:
            messages.add_message(request, level, capfirst(what))

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Through the outbox, in the language of the page that asks for it."""
        kind, values = template_prefix.rpartition("/")[2], context
        if kind in _CHANGES:
            kind, values = "account_changed", {"what": _CHANGES[kind]}
        with transaction.atomic():
            queue_message(kind=kind, to=Recipient(email, get_language() or "de"), values=values, at=timezone.now())


class ProviderAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc] # allauth has no types
    def is_open_for_signup(self, _request: HttpRequest, _sociallogin: Any) -> bool:
        """Who has no account here gets none from a provider either."""
        return False

    def authenticate_by_email(self, sociallogin: Any) -> Any:
        """Whose account an address opens. Some providers write "false", which allauth takes for a yes."""
        for address in sociallogin.email_addresses:
            address.verified = address.verified is True
        return super().authenticate_by_email(sociallogin)

    def on_authentication_error(self, request: HttpRequest, provider: Any, **_details: Any) -> None:
        """Back to where one can choose another way; allauth has a page of its own for this."""
        messages.error(
            request,
            _("Die Anmeldung bei %(name)s hat nicht geklappt. Bitte versuchen Sie es noch einmal oder anders.")
            % {"name": provider.name},
        )
        raise ImmediateHttpResponse(redirect("account_request_login_code"))


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc] # allauth has no types
    error_messages = DefaultMFAAdapter.error_messages | {
        "cannot_delete_authenticator": _(
            "Für Ihre Aufgabe im Verbund ist der zweite Faktor Pflicht. Er kann nur mit der Aufgabe enden."
        ),
        "incorrect_code": _("Dieser Code stimmt nicht. Bitte sehen Sie noch einmal in der App nach."),
    }

    def get_totp_issuer(self) -> str:
        """Under which name the app keeps it."""
        return str(settings_on(timezone.localdate())["federation_name"])

    def can_delete_authenticator(self, authenticator: Any) -> bool:
        return not is_required(authenticator.user, timezone.localdate())
