"""Mistakes that visitors have pointed out, for the office."""

from django.db.models import QuerySet

from mittelnetz.register.models import ErrorReport


def open_error_reports() -> "QuerySet[ErrorReport]":
    """Those that wait, for a keyset page by `id`."""
    return ErrorReport.objects.filter(settled_at=None)


def settled_error_reports() -> "QuerySet[ErrorReport]":
    return ErrorReport.objects.exclude(settled_at=None)
