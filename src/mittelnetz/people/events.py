"""Journal verbs of people."""

from mittelnetz.core.journal import Event

PERSON_ADDED = Event("people.person_added", is_public=False)
PERSON_CHANGED = Event("people.person_changed", is_public=True)
