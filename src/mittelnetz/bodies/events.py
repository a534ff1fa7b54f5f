"""Journal verbs of the bodies."""

from mittelnetz.core.journal import Event

MANDATE_BEGUN = Event("bodies.mandate_begun", is_public=False)
MANDATE_ENDED = Event("bodies.mandate_ended", is_public=False)
MANDATE_CORRECTED = Event("bodies.mandate_corrected", is_public=False)
MANDATE_STRUCK = Event("bodies.mandate_struck", is_public=False)
