"""What the outbox holds."""

from django.db.models import QuerySet

from mittelnetz.notifications.models import Message


def listed_messages() -> "QuerySet[Message]":
    """For a list: without what stands in them."""
    return Message.objects.defer("text", "html")


def message(number: int) -> Message | None:
    return Message.objects.filter(pk=number).first()
