"""Addresses for signing in and for one's own account. Allauth's views keep the names that allauth looks for."""

from allauth.account import views as account
from allauth.mfa.base import views as second_factor
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from allauth.socialaccount.providers.openid_connect import views as open_id
from allauth.usersessions import views as sessions
from django.urls import URLPattern, include, path, re_path

from mittelnetz.web.account.views import demo, invitations, overview, providers, stored
from mittelnetz.web.middleware import View, outside_transaction
from mittelnetz.web.ui.forms import says_what_is_wrong


def _allauth(address: str, view: View, name: str) -> URLPattern:
    """Allauth counts attempts and keeps steps in the session, also while it answers a GET."""
    return path(address, outside_transaction(says_what_is_wrong(view)), name=name)


urlpatterns = [
    _allauth("anmelden/", providers.offers_providers(account.request_login_code), "account_request_login_code"),
    _allauth("anmelden/code/", account.confirm_login_code, "account_confirm_login_code"),
    _allauth("anmelden/passwort/", providers.offers_providers(account.login), "account_login"),
    _allauth("anmelden/bei/<slug:provider_id>/", providers.go_to_provider, "openid_connect_login"),
    _allauth("anmelden/bei/<slug:provider_id>/zurueck/", open_id.callback, "openid_connect_callback"),
    _allauth("anmelden/zweiter-schritt/", second_factor.authenticate, "mfa_authenticate"),
    _allauth("anmelden/ohne-einladung/", account.signup, "account_signup"),
    _allauth("anmelden/gesperrt/", account.account_inactive, "account_inactive"),
    _allauth("abmelden/", account.logout, "account_logout"),
    _allauth("passwort-vergessen/", account.password_reset, "account_reset_password"),
    _allauth("passwort-vergessen/gesendet/", account.password_reset_done, "account_reset_password_done"),
    re_path(
        r"^passwort-vergessen/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        outside_transaction(says_what_is_wrong(account.password_reset_from_key)),
        name="account_reset_password_from_key",
    ),
    _allauth(
        "passwort-vergessen/fertig/", account.password_reset_from_key_done, "account_reset_password_from_key_done"
    ),
    _allauth("konto/bestaetigen/", account.reauthenticate, "account_reauthenticate"),
    _allauth("konto/passwort/", account.password_change, "account_change_password"),
    _allauth("konto/passwort/setzen/", account.password_set, "account_set_password"),
    _allauth("konto/zweiter-faktor/", second_factor.index, "mfa_index"),
    _allauth("konto/zweiter-faktor/bestaetigen/", second_factor.reauthenticate, "mfa_reauthenticate"),
    _allauth("konto/zweiter-faktor/einrichten/", totp.activate_totp, "mfa_activate_totp"),
    _allauth("konto/zweiter-faktor/abschalten/", totp.deactivate_totp, "mfa_deactivate_totp"),
    _allauth("konto/ersatzcodes/", recovery_codes.view_recovery_codes, "mfa_view_recovery_codes"),
    _allauth("konto/ersatzcodes/neu/", recovery_codes.generate_recovery_codes, "mfa_generate_recovery_codes"),
    _allauth("konto/ersatzcodes/datei/", recovery_codes.download_recovery_codes, "mfa_download_recovery_codes"),
    _allauth("konto/anmeldungen/", sessions.list_usersessions, "usersessions_list"),
    path(
        "",
        include(
            (
                [
                    path("konto/", overview.show_overview, name="overview"),
                    path("konto/daten/", stored.show_stored, name="stored"),
                    path("konto/daten/datei/", stored.download_stored, name="stored-file"),
                    path("konto/daten/loeschung/", stored.ask_erasure, name="ask-erasure"),
                    path("einladung/<str:token>/", invitations.show_invitation, name="invitation"),
                    path("anmelden/als/", demo.sign_in_as, name="sign-in-as"),
                ],
                "account",
            )
        ),
    ),
]
