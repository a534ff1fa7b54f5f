"""Journal verbs of the exchange."""

from mittelnetz.core.journal import Event

FEDERATION_IMPORTED = Event("exchange.federation_imported", is_public=True)
