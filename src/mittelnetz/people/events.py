"""Journal verbs of people."""

from mittelnetz.core.journal import Event

PERSON_ADDED = Event("people.person_added", is_public=False)
PERSON_CHANGED = Event("people.person_changed", is_public=True)
PERSON_INVITED = Event("people.person_invited", is_public=False)
INVITATION_WITHDRAWN = Event("people.invitation_withdrawn", is_public=False)
ACCOUNT_OPENED = Event("people.account_opened", is_public=False)
ERASURE_ASKED = Event("people.erasure_asked", is_public=False)
ERASURE_TAKEN_BACK = Event("people.erasure_taken_back", is_public=False)
PERSON_ERASED = Event("people.person_erased", is_public=True)
ROLE_GRANTED = Event("people.role_granted", is_public=False)
ROLE_ENDED = Event("people.role_ended", is_public=False)
GRANT_STRUCK = Event("people.grant_struck", is_public=False)
SESSIONS_ENDED = Event("people.sessions_ended", is_public=False)
ACCOUNT_BLOCKED = Event("people.account_blocked", is_public=False)
ACCOUNT_UNBLOCKED = Event("people.account_unblocked", is_public=False)
