"""What the models of other packages keep about people; they cannot say it themselves."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.apps import apps
from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from mittelnetz.core.personal import NOTHING, WITH_THE_ACCOUNT, Erasing, Ground, Personal

_OF_ACCOUNT: dict[str, Any] = {
    "purpose": _("Anmelden"),
    "kept": WITH_THE_ACCOUNT,
    "ground": Ground.ACCOUNT,
    "erasing": Erasing.GOES,
}
FOREIGN: Mapping[str, Personal] = {
    "account.EmailAddress": Personal(
        what=_("E-Mail-Adressen des Kontos"),
        of=("user__person",),
        fields={"email": _("E-Mail"), "verified": _("bestätigt")},
        **_OF_ACCOUNT,
    ),
    "account.EmailConfirmation": Personal(
        what=_("Bestätigungen von E-Mail-Adressen"),
        of=("email_address__user__person",),
        fields={"sent": _("gesendet")},
        **_OF_ACCOUNT,
    ),
    "mfa.Authenticator": Personal(
        what=_("Zweiter Faktor"),
        of=("user__person",),
        fields={"type": _("Art"), "created_at": _("eingerichtet"), "last_used_at": _("zuletzt benutzt")},
        **_OF_ACCOUNT,
    ),
    "usersessions.UserSession": Personal(
        what=_("Anmeldungen"),
        of=("user__person",),
        fields={
            "user_agent": _("Browser"),
            "ip": _("Adresse des Anschlusses"),
            "created_at": _("angemeldet"),
            "last_seen_at": _("zuletzt gesehen"),
        },
        **_OF_ACCOUNT,
    ),
    "sessions.Session": Personal(
        what=_("Sitzungen von Browsern"),
        purpose=_("Angemeldet bleiben"),
        kept=_("bis zum Abmelden oder bis zur Löschung"),
        ground=Ground.ACCOUNT,
        erasing=Erasing.GOES,
        fields={"expire_date": _("gilt bis")},
    ),
    "socialaccount.SocialAccount": Personal(
        what=_("Anmeldung über ein anderes Haus"),
        of=("user__person",),
        fields={
            "provider": _("Haus"),
            "uid": _("Nummer dort"),
            "extra_data": _("Angaben von dort"),
            "last_login": _("zuletzt angemeldet"),
        },
        **_OF_ACCOUNT,
    ),
    "socialaccount.SocialToken": Personal(
        what=_("Schlüssel eines anderen Hauses"),
        of=("account__user__person",),
        fields={"expires_at": _("gilt bis")},
        **_OF_ACCOUNT,
    ),
    "socialaccount.SocialApp": NOTHING,
    "admin.LogEntry": NOTHING,  # the admin shows, and changes nothing
    "auth.Group": NOTHING,
    "auth.Permission": NOTHING,
    "contenttypes.ContentType": NOTHING,
}


def declared() -> Iterator[tuple[type[Model], Personal]]:
    """Every model with what it says of people; KeyError for one of another package of which nothing is said here."""
    for model in apps.get_models():
        own: Personal | None = getattr(model, "personal", None)
        yield model, own or FOREIGN[model._meta.label]
