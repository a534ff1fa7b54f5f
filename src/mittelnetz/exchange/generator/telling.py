"""What example networks tell: bulletins passed on to their partners, and annual reports."""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from typing import Any

from mittelnetz.exchange.generator.habits import Quirk
from mittelnetz.exchange.generator.outline import TOLD, Outline

Record = dict[str, Any]

# A bulletin of the last days may still be open; the one missed is too old for that, and young enough to count.
_OPEN = timedelta(days=27)
_MISSED = timedelta(days=35)


def forwardings(outline: Outline, bulletins: Sequence[Record], random: Random) -> list[Record]:
    if outline.recognised_on is None:
        return []
    rows = []
    missed = max(
        (row["published"] for row in bulletins if row["published"] < (outline.as_of - _MISSED).isoformat()), default=""
    )
    for row in bulletins:
        published = date.fromisoformat(row["published"])
        is_open = outline.has(Quirk.BULLETIN_OPEN) and published > outline.as_of - _OPEN
        is_missed = outline.has(Quirk.BULLETIN_MISSED) and row["published"] == missed
        is_theirs = outline.recognised_on < published and not (outline.ended_on and outline.ended_on <= published)
        sent = min(published + timedelta(days=random.randrange(1, 25)), outline.as_of)
        if is_theirs and not is_open and not is_missed:
            rows.append({"bulletin": row["id"], "sent": sent.isoformat()})
    return sorted(rows, key=lambda row: (row["sent"], row["bulletin"]))


def annual_reports(outline: Outline, random: Random) -> list[Record]:
    """One for each year since recognition, in February or March of the next; the last one late or missing for some."""
    if outline.recognised_on is None:
        return []
    rows = []
    first = max(outline.recognised_on, outline.as_of - TOLD).year
    last = outline.last_on.year - 1
    for year in range(first, last + 1):
        due = date(year + 1, 3, 31)
        late = outline.has(Quirk.REPORT_LATE)
        submitted = due + timedelta(days=random.randrange(5, 60) if late else -random.randrange(3, 55))
        is_missing = outline.has(Quirk.REPORT_MISSING) and year == outline.as_of.year - 1
        if submitted <= outline.as_of and not is_missing:
            form = random.choice(("written", "written", "plenum", "information_procedure"))
            rows.append({"year": year, "submitted": submitted.isoformat(), "form": form})
    return rows
