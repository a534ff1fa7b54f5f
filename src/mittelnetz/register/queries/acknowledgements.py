"""Which versions of the framework partners have not acknowledged yet."""

from collections.abc import Collection
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from mittelnetz.register.models import Acknowledgement, FrameworkVersion, Partnership


def versions_in_force(day: date) -> "QuerySet[FrameworkVersion]":
    return FrameworkVersion.objects.in_force(day).order_by("document")


def missing_versions(partnerships: Collection[Partnership], day: date) -> dict[int, list[FrameworkVersion]]:
    """For each partnership those versions in force on the day that it has not acknowledged. Two statements."""
    keys = [row.pk for row in partnerships]
    known = set(Acknowledgement.objects.filter(partnership__in=keys).values_list("partnership", "document", "version"))
    versions = list(versions_in_force(day))
    return {key: [row for row in versions if (key, row.document, row.version) not in known] for key in keys}


def partnerships_to_ask(version: FrameworkVersion, day: date) -> "QuerySet[Partnership]":
    """Those in force on the day that were partners when the version came into force, have not acknowledged it, and
    have not been asked since.
    """
    acknowledged = Acknowledgement.objects.filter(
        partnership=OuterRef("pk"), document=version.document, version=version.version
    )
    rows = Partnership.objects.in_force(day).filter(~Exists(acknowledged))
    if version.since is not None:
        rows = rows.in_force(version.since).exclude(acknowledgement_asked_on__gte=version.since)
    return rows.select_related("organisation").order_by("pk")
