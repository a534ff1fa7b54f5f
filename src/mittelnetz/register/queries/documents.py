"""The documents of a network."""

from django.db.models import QuerySet

from mittelnetz.register.models import NetworkDocument


def documents_of(network_id: str) -> "QuerySet[NetworkDocument]":
    """The newest first, each with who added it, and without what stands in it."""
    documents = NetworkDocument.objects.filter(network=network_id).select_related("added_by")
    return documents.defer("content").order_by("-added_at", "-pk")
