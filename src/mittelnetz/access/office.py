"""What the office does for everybody."""

from django.utils.translation import gettext_lazy as _

from mittelnetz.access.rights import Right, is_office

KEEP_REGISTER = Right(
    "office.keep_register",
    (is_office,),
    _("Das darf nur die Geschäftsstelle. Wenn etwas zu ändern ist, schreiben Sie ihr bitte."),
)
