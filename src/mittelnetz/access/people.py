"""Who may change what is stored about a person. The subject is the person's id."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from mittelnetz.access.rights import Right, is_office, is_operator
from mittelnetz.access.roles import Roles
from mittelnetz.people.models import Account, Grant
from mittelnetz.people.words import Role


def is_oneself(roles: Roles, person: str) -> bool:
    return roles.person is not None and roles.person.pk == person


def is_of_no_account(_roles: Roles, person: str) -> bool:
    """Who has no account cannot do it; others write for them."""
    return not Account.objects.filter(person=person).exists()


CHANGE = Right(
    "people.change",
    (is_oneself, is_of_no_account),
    _("Diese Person hat ein eigenes Konto. Name, E-Mail und Telefon ändert nur sie selbst."),
)

GRANTS = {
    Role.OFFICE: Right(
        "people.grant_office",
        (is_office, is_operator),
        _("Wer zur Geschäftsstelle gehört, trägt nur sie selbst oder die Technik ein."),
    ),
    Role.OPERATOR: Right(
        "people.grant_operator", (is_operator,), _("Wer zur Technik gehört, trägt nur die Technik selbst ein.")
    ),
}
"""By role: who gives it to others and takes it back."""


def grantable(roles: Roles) -> list[Role]:
    """Those that somebody gives and takes back."""
    return [role for role in Role if GRANTS[role].is_held_by(roles)]


def may_lock_out(roles: Roles, grants: Iterable[Grant]) -> bool:
    """Whoever may not take back what somebody holds by name may not lock them out of it either."""
    return all(GRANTS[Role(grant.role)].is_held_by(roles) for grant in grants)
