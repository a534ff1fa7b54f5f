"""What is somebody's own, from the roles that they hold."""

from dataclasses import dataclass

from mittelnetz.access.roles import Roles
from mittelnetz.register.models import Network, Organisation
from mittelnetz.register.queries.naming import Named


@dataclass(frozen=True, slots=True)
class Own:
    """The networks whose contact, and the organisations whose representative the person is, by name."""

    networks: list[Named]
    organisations: list[Named]


def own_records(roles: Roles) -> Own:
    """Two statements."""
    return Own(_named(Network, roles.networks), _named(Organisation, roles.organisations))


def _named(model: type[Network] | type[Organisation], ids: frozenset[str]) -> list[Named]:
    rows = model.objects.filter(pk__in=ids).order_by("folded_name", "pk").values_list("pk", "name")
    return [Named(key, name) for key, name in rows]
