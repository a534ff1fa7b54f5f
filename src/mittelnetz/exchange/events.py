"""Journal verbs of the exchange."""

from mittelnetz.core.journal import Event

FEDERATION_IMPORTED = Event("exchange.federation_imported", is_public=True)
SHEET_IMPORTED = Event("exchange.sheet_imported", is_public=False)
