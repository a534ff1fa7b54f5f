"""What a right is. Whoever holds none of its roles may not: that is the default everywhere."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from mittelnetz.access.roles import Roles
from mittelnetz.bodies.models import BodyKind
from mittelnetz.people.words import Role

Holder = Callable[[Roles, str], bool]
"""Asked with the id of the record that the right is about; empty where it is about none."""


@dataclass(frozen=True, slots=True)
class Right:
    """`name`: dotted. `holders`: one of them is enough. `refusal`: who may, and so where to turn."""

    name: str
    holders: tuple[Holder, ...]
    refusal: Promise

    def is_held_by(self, roles: Roles, subject: str = "") -> bool:
        return any(holds(roles, subject) for holds in self.holders)


def is_somebody(roles: Roles, _subject: str) -> bool:
    return roles.person is not None


def is_office(roles: Roles, _subject: str) -> bool:
    return Role.OFFICE in roles.granted


def is_operator(roles: Roles, _subject: str) -> bool:
    return Role.OPERATOR in roles.granted


def is_in_transfer_group(roles: Roles, _subject: str) -> bool:
    return BodyKind.TRANSFER_GROUP in roles.body_kinds


def is_contact(roles: Roles, network: str) -> bool:
    return network in roles.networks


def is_representative(roles: Roles, organisation: str) -> bool:
    return organisation in roles.organisations


SEE_ONES_DESK = Right("desk.see", (is_somebody,), _("Dafür müssen Sie angemeldet sein."))
