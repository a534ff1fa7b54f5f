"""Whether example networks are open to whoever shares their aims: fees, and requests of organisations to join."""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from typing import Any

from mittelnetz.exchange.generator.days import written
from mittelnetz.exchange.generator.habits import Course, Quirk
from mittelnetz.exchange.generator.outline import Outline
from mittelnetz.exchange.generator.reach import often

Record = dict[str, Any]


def no_mandatory_fee_declared(outline: Outline, random: Random) -> date | None:
    if outline.has(Quirk.FEE_UNDECLARED) or outline.course in (Course.UNKNOWN, Course.STARTING):
        return None
    return outline.began_on + timedelta(days=random.randrange(30))


def fees(outline: Outline, random: Random) -> list[Record]:
    """A mandatory fee of today where there is the quirk; elsewhere voluntary ones, or one that was given up."""
    if outline.has(Quirk.MANDATORY_FEE):
        return [_fee("60.00", outline.ago(400), None, mandatory=True)]
    if often(random, 0.15):
        return [_fee("40.00", outline.ago(900), outline.ago(500), mandatory=True)]
    if often(random, 0.3):
        return [_fee("25.00", outline.ago(700), None, mandatory=False)]
    return []


def _fee(amount: str, since: date, until: date | None, *, mandatory: bool) -> Record:
    return {
        "mandatory": mandatory,
        "amount": amount,
        "since": since.isoformat(),
        "until": written(until),
    }


def partner_requests(
    outline: Outline, applicants: Sequence[str], partners: Sequence[Record], random: Random
) -> list[Record]:
    """What the partners who joined last had asked for, and what became of other organisations that asked."""
    if outline.course in (Course.UNKNOWN, Course.STARTING) or not applicants:
        return []
    first, last = applicants[0], applicants[-1]
    joined = partners[-1] if partners else None
    rows = []
    if joined and joined["since"]:
        decided = date.fromisoformat(joined["since"])
        rows.append(_request(joined["organisation"], decided - timedelta(days=20), decided, "accepted"))
    if outline.has(Quirk.REFUSED_WITHOUT_REASON):
        rows.append(_request(first, outline.ago(320), outline.ago(290), "refused"))
    elif often(random, 0.2):
        received = outline.ago(1000)
        rows.append(_request(first, received, received + timedelta(days=30), "refused", "other"))
    elif often(random, 0.2):
        received = outline.ago(260)
        rows.append(_request(first, received, received + timedelta(days=45), "refused", "not_committed_to_aims"))
    if outline.has(Quirk.REQUEST_OPEN_TOO_LONG):
        rows.append(_request(last, outline.ago(140), None, "open"))
    elif often(random, 0.3):
        rows.append(_request(last, outline.ago(random.randrange(5, 60)), None, "open"))
    return sorted(rows, key=lambda row: (row["received"], row["organisation"]))


def _request(
    organisation: str, received: date, decided: date | None, outcome: str, reason: str | None = None
) -> Record:
    return {
        "organisation": organisation,
        "received": received.isoformat(),
        "decided": written(decided),
        "outcome": outcome,
        "reason": reason,
    }
