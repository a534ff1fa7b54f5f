"""How example networks are tied to one another: nestings and cooperations."""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from typing import Any

from mittelnetz.exchange.generator.days import written
from mittelnetz.exchange.generator.habits import Course
from mittelnetz.exchange.generator.outline import Outline, slug
from mittelnetz.exchange.generator.reach import often

Record = dict[str, Any]

_OTHERS = (
    ("expert_group", "Fachgruppe Handwerk"),
    ("expert_group", "Fachgruppe Pflege"),
    ("inqa", "Bündnis Gesunde Werkstatt"),
    ("inqa", "Runde Vielfalt im Betrieb"),
    ("other", "Lesekreis Gute Führung"),
)


def nestings(outlines: Sequence[Outline], as_of: date) -> list[Record]:
    """The smaller networks inside larger ones: both consented, or every other time only the smaller one."""
    inside = [(outline, outlines[outline.place.inside]) for outline in outlines if outline.place.inside is not None]
    return [_nesting(smaller, larger, number, as_of) for number, (smaller, larger) in enumerate(inside)]


def _nesting(smaller: Outline, larger: Outline, number: int, as_of: date) -> Record:
    since = as_of - timedelta(days=1200)
    consented = {smaller.id: (since - timedelta(days=60)).isoformat()}
    if number % 2 == 0:
        consented[larger.id] = (since - timedelta(days=25)).isoformat()
    return {
        "id": f"{smaller.id}-in-{larger.id}",
        "networks": [larger.id, smaller.id],
        "since": since.isoformat(),
        "until": None,
        "consented": consented,
    }


def cooperations(outlines: Sequence[Outline], random: Random, as_of: date) -> list[Record]:
    """Partner networks with recognised ones, neighbours with neighbours, and networks with others."""
    rows = []
    named = {outline.id for outline in outlines}
    for number, outline in enumerate(outlines):
        partners = [id_ for id_ in outline.cooperates_with if id_ in named]
        if outline.course == Course.RECOGNISED and number + 1 < len(outlines) and often(random, 0.3):
            partners.append(outlines[number + 1].id)
        for partner in partners:
            since = as_of - timedelta(days=random.randrange(200, 1000))
            ended = as_of - timedelta(days=random.randrange(30, 190)) if often(random, 0.1) else None
            until = None if outline.course == Course.PARTNER else ended
            rows.append(_cooperation(outline, "network", since, until, with_network=partner))
        if outline.recognised_on and often(random, 0.4):
            kind, name = random.choice(_OTHERS)
            since = as_of - timedelta(days=random.randrange(100, 1000))
            rows.append(_cooperation(outline, kind, since, None, with_other=name))
    return rows


def _cooperation(
    outline: Outline,
    kind: str,
    since: date,
    until: date | None,
    *,
    with_network: str | None = None,
    with_other: str | None = None,
) -> Record:
    return {
        "id": f"{outline.id}-{with_network or slug(with_other or kind)}",
        "network": outline.id,
        "with_network": with_network,
        "with_other": with_other,
        "kind": kind,
        "since": since.isoformat(),
        "until": written(until),
    }
