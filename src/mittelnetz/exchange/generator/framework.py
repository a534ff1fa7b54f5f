"""Versions of the framework documents, and their acknowledgement by partners."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from mittelnetz.exchange.generator.days import written
from mittelnetz.exchange.generator.habits import Quirk
from mittelnetz.exchange.generator.outline import Outline
from mittelnetz.rulebook.periods import Period

# From the first to the last day that partners take to acknowledge; all are done before the file's day.
_TAKES = (1, 35)


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a document. `is_new`: partners still have time to acknowledge it."""

    document: str
    since: date
    until: date | None = None
    is_new: bool = False


def versions(as_of: date) -> list[Version]:
    """One version of the principles, two of the criteria, and two of the cooperation, the last one quite new."""
    criteria, cooperation = as_of - timedelta(days=1300), as_of - timedelta(days=40)
    return [
        Version("cooperation", as_of - timedelta(days=2900), cooperation),
        Version("cooperation", cooperation, is_new=True),
        Version("criteria", as_of - timedelta(days=4100), criteria),
        Version("criteria", criteria),
        Version("principles", as_of - timedelta(days=4400)),
    ]


def version_records(versions: Sequence[Version]) -> list[dict[str, Any]]:
    return [
        {
            "id": f"{version.document}-{version.since}",
            "document": version.document,
            "version": version.since.isoformat(),
            "since": version.since.isoformat(),
            "until": written(version.until),
        }
        for version in versions
    ]


def acknowledgements(
    outline: Outline, number: int, partnership: Period, versions: Sequence[Version], random: Random
) -> list[dict[str, Any]]:
    """What the network's partner of this number acknowledged, of the versions of its time."""
    rows = []
    for version in versions:
        first = max(partnership.since or version.since, version.since)
        last = min(day for day in (partnership.until, version.until, outline.as_of) if day)
        on = min(first + timedelta(days=random.randrange(*_TAKES)), last)
        if first < last and not _is_left_out(outline, number, version):
            rows.append({"document": version.document, "version": written(version.since), "on": written(on)})
    return sorted(rows, key=lambda row: (row["on"] or "", row["document"] or ""))


def _is_left_out(outline: Outline, number: int, version: Version) -> bool:
    if version.is_new:
        return outline.has(Quirk.ACKNOWLEDGEMENT_OPEN) and number % 2 == 0
    return outline.has(Quirk.NOT_ACKNOWLEDGED) and version.document == "criteria" and number % 3 == 0
