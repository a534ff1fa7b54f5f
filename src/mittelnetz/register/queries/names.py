"""Names of records by reference, for pages about something else."""

from mittelnetz.register.models import Network, Organisation

_LISTS: dict[str, type[Network] | type[Organisation]] = {"networks": Network, "organisations": Organisation}


def name_of(list_name: str, id: str) -> str:
    """The name of a network or organisation, empty where there is none of that id. One statement."""
    return _LISTS[list_name].objects.filter(pk=id).values_list("name", flat=True).first() or ""
