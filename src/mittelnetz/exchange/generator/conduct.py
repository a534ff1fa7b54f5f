"""How example networks see themselves, what others complain about, and what they raise for the foundation."""

from collections.abc import Sequence
from random import Random
from typing import Any

from mittelnetz.exchange.generator.days import written
from mittelnetz.exchange.generator.habits import Course, Quirk
from mittelnetz.exchange.generator.outline import Outline
from mittelnetz.exchange.generator.reach import often
from mittelnetz.exchange.generator.texts import ANSWERS

Record = dict[str, Any]

# Criteria that a network with the quirk says it does not fulfil.
_ADMITTED = {
    "QK4": Quirk.FEW_INTERMEDIARIES,
    "QK5": Quirk.OUTSIDE_FEDERATION,
    "QK6": Quirk.CONTACTS_OF_ENTERPRISES,
    "QK8": Quirk.NOT_ACKNOWLEDGED,
    "QK10": Quirk.CONSENSUS_BROKEN,
    "QK13": Quirk.REPORT_MISSING,
}
_OLD, _OUTDATED = (900, 1080), (780, 890)
_SHARE_FULFILLED = 0.9


def self_assessments(outline: Outline, random: Random) -> list[Record]:
    """One from the last year or so, often one before; every answer with a comment in most of them."""
    if not outline.is_judged() or outline.has(Quirk.ASSESSMENT_MISSING) or outline.course == Course.STARTING:
        return []
    newest = random.randrange(*(_OUTDATED if outline.has(Quirk.ASSESSMENT_OUTDATED) else (30, 500)))
    days = [random.randrange(*_OLD), newest] if often(random, 0.6) else [newest]
    completed = [outline.ago(day) for day in days]
    return [
        {"completed": day.isoformat(), "answers": _answers(outline, random)}
        for day in completed
        if day > outline.began_on
    ]


def _answers(outline: Outline, random: Random) -> dict[str, Record]:
    """Some assessments leave a few criteria open."""
    share = random.choice((1.0, 1.0, 0.8))
    answers = {}
    for criterion, (good, bad) in ANSWERS.items():
        fulfilled = often(random, _SHARE_FULFILLED) and not outline.has(_ADMITTED.get(criterion, Quirk.NO_PARTNERS))
        comment = (random.choice(good) if fulfilled else bad) if often(random, 0.8) else None
        if often(random, share):
            answers[criterion] = {"fulfilled": fulfilled, "comment": comment}
    return answers


def complaints(outline: Outline, random: Random) -> list[Record]:
    """One about promotion that stands, where there is the quirk; elsewhere, rarely, one that is open or settled."""
    if outline.recognised_on is None:
        return []
    if outline.has(Quirk.PROMOTION):
        return [_complaint(outline, "RB3", received=150, upheld=110)]
    if often(random, 0.15):
        return [_complaint(outline, "RB3", received=500, upheld=460, remedied=400)]
    if often(random, 0.1):
        return [_complaint(outline, random.choice(("RB3", "RB7.2", "RB11.1")), received=40)]
    return []


def _complaint(
    outline: Outline, about: str, *, received: int, upheld: int | None = None, remedied: int | None = None
) -> Record:
    received_on, upheld_on, remedied_on = (
        written(outline.ago(days)) if days else None for days in (received, upheld, remedied)
    )
    return {"about": about, "received": received_on, "upheld": upheld_on, "remedied": remedied_on}


def contributions(outline: Outline, organisations: Sequence[str], random: Random) -> list[Record]:
    """Up to three gifts of the last three years; now and then from somebody who is not named."""
    if outline.recognised_on is None or not organisations:
        return []
    days = sorted(random.sample(range(20, 1000), random.randrange(4)), reverse=True)
    return [
        {
            "amount": f"{random.randrange(2, 40) * 25}.00",
            "on": (outline.ago(day)).isoformat(),
            "from": random.choice(organisations) if often(random, 0.85) else None,
            "purpose": random.choice(("foundation", "foundation", "sponsoring")),
        }
        for day in days
    ]
