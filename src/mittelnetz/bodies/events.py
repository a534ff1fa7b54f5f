"""Journal verbs of the bodies."""

from mittelnetz.core.journal import Event

MANDATE_BEGUN = Event("bodies.mandate_begun", is_public=False)
