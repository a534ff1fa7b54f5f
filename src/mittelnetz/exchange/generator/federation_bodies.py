"""The bodies of the example federation: who has a seat, when they meet, who comes, and what they decide and publish."""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from typing import Any

from mittelnetz.exchange.generator.circles import circle_id
from mittelnetz.exchange.generator.contacts import Team
from mittelnetz.exchange.generator.days import written
from mittelnetz.exchange.generator.habits import Quirk
from mittelnetz.exchange.generator.outline import TOLD, Outline
from mittelnetz.exchange.generator.people import People
from mittelnetz.exchange.generator.reach import often
from mittelnetz.exchange.generator.sessions import AHEAD, agenda_item, attendance, session, session_days
from mittelnetz.exchange.generator.texts import BULLETINS, PLENUM_DECISIONS, STEERING_DECISIONS

Record = dict[str, Any]
Networks = Sequence[tuple[Outline, Team]]

PLENUM, STEERING, TRANSFER = "plenum", "leitungskreis", "ag-transfer"
_EXPERT_GROUPS = (("fachgruppe-handwerk", "Fachgruppe Handwerk"), ("fachgruppe-pflege", "Fachgruppe Pflege"))
_TIMES_A_YEAR = {PLENUM: 2, STEERING: 4, TRANSFER: 4, "fachgruppe-handwerk": 2, "fachgruppe-pflege": 2}
_STEERING_SEATS = 7
# For so long, networks that take part are never missing; before that they are, now and then.
_RELIABLE = timedelta(days=400)


def bodies(outlines: Sequence[Outline]) -> list[Record]:
    groups = (
        (PLENUM, "plenum", "Plenum"),
        (STEERING, "steering_group", "Leitungskreis"),
        (TRANSFER, "transfer_group", "AG Transfer"),
        *((id_, "expert_group", name) for id_, name in _EXPERT_GROUPS),
    )
    rows = [{"id": id_, "kind": kind, "network": None, "name": name} for id_, kind, name in groups]
    circles = [
        {
            "id": circle_id(outline.id),
            "kind": "network_circle",
            "network": outline.id,
            "name": f"Treffen {outline.name}",
        }
        for outline in outlines
    ]
    return rows + circles


def seats(networks: Networks, national: Sequence[Record], people: People, as_of: date) -> list[Record]:
    """The national bodies sit in the plenum, some in the steering group; each network sits in the transfer group."""
    since, changed = as_of - timedelta(days=1600), as_of - timedelta(days=300)
    rows = []
    for number, body in enumerate(national):
        person = people.new()
        rows.append(_seat(PLENUM, since, person, organisation=body["id"]))
        if number < _STEERING_SEATS:
            deputy = people.new() if number % 2 else None
            until = changed if number == _STEERING_SEATS - 1 else None
            rows.append(_seat(STEERING, since, person, organisation=body["id"], deputy=deputy, until=until))
    for outline, team in networks:
        if outline.recognised_on and outline.ended_on is None:
            person, deputy = team.members[:2]
            rows += [
                _seat(body_id, outline.recognised_on, person, network=outline.id, deputy=deputy)
                for body_id in (PLENUM, TRANSFER)
            ]
    return rows


def _seat(
    body: str,
    since: date,
    person: str,
    *,
    organisation: str | None = None,
    network: str | None = None,
    deputy: str | None = None,
    until: date | None = None,
) -> Record:
    return {
        "id": f"{body}-{organisation or network}",
        "body": body,
        "organisation": organisation,
        "network": network,
        "person": person,
        "deputy": deputy,
        "since": since.isoformat(),
        "until": written(until),
    }


def federation_sessions(networks: Networks, random: Random, as_of: date) -> list[Record]:
    rows = []
    for body, times in _TIMES_A_YEAR.items():
        for number, day in enumerate(session_days(times, as_of - TOLD, as_of + AHEAD, random)):
            also_for = [TRANSFER] if body == _EXPERT_GROUPS[0][0] and number == 1 else []
            is_held = day <= as_of
            represented = body in (PLENUM, TRANSFER) and is_held
            rows.append(
                session(
                    body,
                    day,
                    "held" if is_held else "planned",
                    random=random,
                    also_for=also_for,
                    agenda=_agenda(body, done=is_held),
                    attendance=_attendance(body, day, number, networks, random) if represented else [],
                )
            )
    return rows


def _agenda(body: str, *, done: bool) -> list[Record]:
    items = [("information", "Bericht aus der Geschäftsstelle"), ("report", "Berichte aus den Netzwerken")]
    if body == PLENUM:
        items.append(("decision", "Anerkennungen"))
    if body == TRANSFER:
        items += [("case", "Anträge und Änderungen der Regionen"), ("discussion", "Weiße Flecken")]
    return [agenda_item(kind, title, done=done) for kind, title in items]


def _attendance(body: str, day: date, number: int, networks: Networks, random: Random) -> list[Record]:
    """Who speaks for the networks that are recognised on the day, and whether they came."""
    absence = Quirk.ABSENT_FROM_PLENUM if body == PLENUM else Quirk.ABSENT_FROM_TRANSFER_GROUP
    rows = []
    for index, (outline, team) in enumerate(networks):
        if not outline.recognised_on or day < outline.recognised_on or (outline.ended_on and outline.ended_on <= day):
            continue
        skips = body == TRANSFER and (number + index) % 4 == 0
        comes = not skips and (day > outline.as_of - _RELIABLE or often(random, 0.85))
        present = comes and not outline.has(absence)
        rows.append(attendance(team.members[0], outline.id, present=present))
    return rows


def federation_decisions(sessions: Sequence[Record], random: Random) -> list[Record]:
    """The plenum votes, the steering group seeks consensus."""
    titles = {PLENUM: PLENUM_DECISIONS, STEERING: STEERING_DECISIONS}
    rows = []
    for row in sessions:
        if row["body"] in titles and row["status"] == "held":
            is_vote = row["body"] == PLENUM
            yes, no, abstain = random.randrange(14, 24), random.randrange(4), random.randrange(3)
            rows.append(
                {
                    "id": f"{row['id']}-beschluss",
                    "body": row["body"],
                    "title": random.choice(titles[row["body"]]),
                    "method": "vote" if is_vote else "consensus",
                    "closed": row["starts"][:10],
                    "outcome": "adopted",
                    "standing_objections": 0,
                    "votes": {"yes": yes, "no": no, "abstain": abstain}
                    if is_vote
                    else {"yes": 0, "no": 0, "abstain": 0},
                }
            )
    return rows


def bulletins(sessions: Sequence[Record], random: Random, as_of: date) -> list[Record]:
    """What plenum and transfer group publish after their sessions, and one of the last days."""
    rows = [_bulletin(TRANSFER, as_of - timedelta(days=12), random)]
    for row in sessions:
        published = date.fromisoformat(row["starts"][:10]) + timedelta(days=random.randrange(6, 16))
        if row["body"] in (PLENUM, TRANSFER) and row["status"] == "held" and published < as_of - timedelta(days=12):
            rows.append(_bulletin(row["body"], published, random))
    return rows


def _bulletin(body: str, published: date, random: Random) -> Record:
    title = random.choice(BULLETINS)
    return {"id": f"{body}-{published}", "body": body, "title": title, "published": published.isoformat()}
