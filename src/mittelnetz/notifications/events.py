"""Journal verbs of the outbox."""

from mittelnetz.core.journal import Event

MESSAGE_REQUEUED = Event("notifications.message_requeued", is_public=False)
