"""What operators may."""

from django.utils.translation import gettext_lazy as _

from mittelnetz.access.rights import Right
from mittelnetz.access.roles import Roles
from mittelnetz.people.words import Role


def is_operator(roles: Roles, _subject: str) -> bool:
    return Role.OPERATOR in roles.granted


LOOK_BEHIND = Right(
    "operators.look_behind",
    (is_operator,),
    _("Das sehen nur Betreiberinnen und Betreiber. Wenn Sie etwas daraus brauchen, schreiben Sie ihnen bitte."),
)
"""The tables as they are stored."""
