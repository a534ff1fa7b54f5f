"""The meetings of each example network, and what they decide."""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from typing import Any

from mittelnetz.exchange.generator.contacts import Team
from mittelnetz.exchange.generator.habits import Course, Quirk
from mittelnetz.exchange.generator.outline import TOLD, Outline
from mittelnetz.exchange.generator.reach import often
from mittelnetz.exchange.generator.sessions import AHEAD, agenda_item, attendance, session, session_days
from mittelnetz.exchange.generator.texts import AGENDA, CONTACTS_REPORT, DECISIONS

_WITHOUT_MEETINGS = (Course.UNKNOWN, Course.REJECTED)


def circle_id(network: str) -> str:
    return f"{network}-treffen"


def circle_sessions(outline: Outline, team: Team, larger: str | None, random: Random) -> list[dict[str, Any]]:
    """Held, cancelled and planned meetings; once in a while one together with the larger network."""
    if outline.course in _WITHOUT_MEETINGS:
        return []
    times = 1 if outline.has(Quirk.FEW_MEETINGS) else random.choice((2, 3, 3, 4))
    first = outline.as_of if outline.has(Quirk.NO_MEETINGS) else max(outline.began_on, outline.as_of - TOLD)
    last = outline.ended_on or outline.as_of + AHEAD
    rows = []
    for number, day in enumerate(session_days(times, first + timedelta(days=1), last, random)):
        together = [circle_id(larger)] if larger and number % 3 == 0 else []
        rows.append(_circle_session(outline, team, day, together, random))
        if number % 5 == 3:  # noqa: PLR2004 - now and then the first date has to be called off
            called_off = session(circle_id(outline.id), day - timedelta(days=7), "cancelled", random=random)
            rows.append(called_off)
    return rows


def _circle_session(outline: Outline, team: Team, day: date, together: Sequence[str], random: Random) -> dict[str, Any]:
    is_held = day <= outline.as_of
    items = [agenda_item(kind, title, done=is_held) for kind, title in random.sample(AGENDA, random.randrange(2, 5))]
    reported = not outline.has(Quirk.CONTACTS_NOT_REPORTED)
    return session(
        circle_id(outline.id),
        day,
        "held" if is_held else "planned",
        random=random,
        also_for=together,
        agenda=[agenda_item("contacts_report", CONTACTS_REPORT, done=is_held and reported), *items],
        attendance=[attendance(person, None, present=often(random, 0.85)) for person in team.members]
        if is_held
        else [],
    )


def circle_decisions(outline: Outline, sessions: Sequence[dict[str, Any]], random: Random) -> list[dict[str, Any]]:
    """One decision of each held meeting: by consensus, mostly."""
    if outline.has(Quirk.NO_DECISIONS):
        return []
    held = [row for row in sessions if row["status"] == "held"]
    rows = [_circle_decision(row, number, random) for number, row in enumerate(held)]
    if outline.has(Quirk.CONSENSUS_BROKEN):
        for row, breach in zip(reversed(rows), _BREACHES, strict=False):
            row.update(outcome="adopted", **breach)
    return rows


_BREACHES: tuple[dict[str, Any], ...] = (
    {"method": "consensus", "standing_objections": 1, "votes": {"yes": 0, "no": 0, "abstain": 0}},
    {"method": "vote", "standing_objections": 0, "votes": {"yes": 7, "no": 2, "abstain": 1}},
)


def _circle_decision(row: dict[str, Any], number: int, random: Random) -> dict[str, Any]:
    """Every fifth one has another outcome; only what is not adopted may leave objections standing."""
    outcome = random.choice(("postponed", "rejected", "withdrawn", "handed_on")) if number % 5 == 4 else "adopted"  # noqa: PLR2004
    is_vote = number % 7 == 6  # noqa: PLR2004
    return {
        "id": f"{row['id']}-beschluss",
        "body": row["body"],
        "title": random.choice(DECISIONS),
        "method": "vote" if is_vote else "consensus",
        "closed": row["starts"][:10],
        "outcome": outcome,
        "standing_objections": 1 if outcome == "postponed" and not is_vote else 0,
        "votes": {"yes": 8 if is_vote else 0, "no": 3 if is_vote and outcome == "rejected" else 0, "abstain": 0},
    }
