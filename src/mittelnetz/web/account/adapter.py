"""What allauth asks us: who may open an account, and how mails go out."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from mittelnetz.notifications.actions import Recipient, queue_message

_CHANGES = {
    "password_changed": _("das Passwort Ihres Kontos ist geändert."),
    "password_reset": _("das Passwort Ihres Kontos ist neu gesetzt."),
    "password_set": _("Ihr Konto hat jetzt ein Passwort."),
    "totp_activated": _("die Anmeldung fragt jetzt nach einem zweiten Faktor."),
    "totp_deactivated": _("die Anmeldung fragt nicht mehr nach einem zweiten Faktor."),
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
