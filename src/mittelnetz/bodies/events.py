"""Journal verbs of the bodies."""

from mittelnetz.core.journal import Event

MANDATE_BEGUN = Event("bodies.mandate_begun", is_public=False)
MANDATE_ENDED = Event("bodies.mandate_ended", is_public=False)
MANDATE_CORRECTED = Event("bodies.mandate_corrected", is_public=False)
MANDATE_STRUCK = Event("bodies.mandate_struck", is_public=False)
BODY_ADDED = Event("bodies.body_added", is_public=False)
BODY_NAMED = Event("bodies.body_named", is_public=False)
SEAT_BEGUN = Event("bodies.seat_begun", is_public=False)
SEAT_TAKEN_OVER = Event("bodies.seat_taken_over", is_public=False)
SEAT_ENDED = Event("bodies.seat_ended", is_public=False)
SEAT_CORRECTED = Event("bodies.seat_corrected", is_public=False)
SEAT_STRUCK = Event("bodies.seat_struck", is_public=False)
