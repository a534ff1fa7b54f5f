"""Which record an id belonged to before."""

from collections.abc import Collection

from django.db.models import Q

from mittelnetz.register.models import FormerId, Network, Organisation

Renamed = type[Network] | type[Organisation]
Successors = dict[str, dict[str, str]]
"""For each list of the federation file that has them: the current id by the former one."""


def current_id(model: Renamed, former: str) -> str | None:
    """The id today of the record that had this one; None where no record had it."""
    column = f"{model._meta.model_name}_id"
    return FormerId.objects.filter(former=former, **{f"{column}__isnull": False}).values_list(column, flat=True).first()


def former_ids() -> Successors:
    """All of them; there are few. One statement."""
    return _successors(Q())


def former_ids_of(networks: Collection[str], organisations: Collection[str]) -> Successors:
    """Those of these records. One statement."""
    return _successors(Q(network__in=networks) | Q(organisation__in=organisations))


def _successors(which: Q) -> Successors:
    found: Successors = {"networks": {}, "organisations": {}}
    for former, network, organisation in FormerId.objects.filter(which).values_list(
        "former", "network_id", "organisation_id"
    ):
        if network:
            found["networks"][former] = network
        elif organisation:
            found["organisations"][former] = organisation
    return found
