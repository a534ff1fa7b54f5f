"""Journal verbs of keeping an installation in order."""

from mittelnetz.core.journal import Event

RETENTION_APPLIED = Event("operations.retention_applied", is_public=False)
