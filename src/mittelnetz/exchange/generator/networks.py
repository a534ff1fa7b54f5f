"""An example network as it stands in the file."""

from collections.abc import Sequence
from datetime import timedelta
from random import Random
from typing import Any

from mittelnetz.exchange.generator.contacts import Team
from mittelnetz.exchange.generator.days import written
from mittelnetz.exchange.generator.habits import Course
from mittelnetz.exchange.generator.outline import Outline, Span
from mittelnetz.exchange.generator.texts import AIMS, AIMS_IN_DETAIL, APPROACH, APPROACH_IN_DETAIL

Record = dict[str, Any]


def network(outline: Outline, partners: Sequence[Record], team: Team, random: Random) -> Record:
    """What the network is; what it has done is added by those who tell of it."""
    return {
        "id": outline.id,
        "name": outline.name,
        "aims": f"{random.choice(AIMS)} {random.choice(AIMS_IN_DETAIL)}",
        "approach": f"{random.choice(APPROACH)} {random.choice(APPROACH_IN_DETAIL)}",
        "website": f"https://example.org/{outline.id}",
        "records_since": written(outline.records_since),
        "sources": [],
        "status": [_status(span) for span in outline.spans],
        "regions": _regions(outline),
        "partners": list(partners),
        "contacts": list(team.contacts),
    }


def _status(span: Span) -> Record:
    return {
        "status": span.status,
        "since": written(span.since),
        "until": written(span.until),
    }


def _regions(outline: Outline) -> list[Record]:
    """Most hold their region from the beginning; where a network was renewed, one part came later."""
    is_unknown = outline.course in (Course.UNKNOWN, Course.TAKEN_OVER)
    since = None if is_unknown else outline.began_on.isoformat()
    until = outline.ended_on.isoformat() if outline.course == Course.DISSOLVED and outline.ended_on else None
    rows = [{"code": code, "since": since, "until": until} for code in outline.place.codes]
    if outline.course == Course.RENEWED and len(rows) > 1:
        rows[-1]["since"] = (outline.began_on + timedelta(days=300)).isoformat()
    return sorted(rows, key=lambda row: row["code"])
