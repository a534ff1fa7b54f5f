"""An organisation's times as a partner of the federation, for those who keep them."""

from mittelnetz.register.models import FederationPartnership


def federation_partnerships_of(organisation_id: str) -> list[FederationPartnership]:
    """All of them, the latest first."""
    rows = FederationPartnership.objects.filter(organisation=organisation_id)
    return sorted(rows, key=lambda row: (row.until is None, row.since.toordinal() if row.since else 0), reverse=True)
