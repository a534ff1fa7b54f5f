"""What operators may."""

from django.utils.translation import gettext_lazy as _

from mittelnetz.access.rights import Right, is_operator

LOOK_BEHIND = Right(
    "operators.look_behind",
    (is_operator,),
    _("Das sehen nur Betreiberinnen und Betreiber. Wenn Sie etwas daraus brauchen, schreiben Sie ihnen bitte."),
)
"""The tables as they are stored."""
