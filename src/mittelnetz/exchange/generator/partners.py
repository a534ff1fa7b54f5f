"""Which organisations are partners of an example network, and since when."""

from collections.abc import Sequence
from datetime import timedelta
from random import Random

from mittelnetz.exchange.generator.days import written
from mittelnetz.exchange.generator.framework import Version, acknowledgements
from mittelnetz.exchange.generator.habits import Course, Quirk
from mittelnetz.exchange.generator.organisations import Record, is_intermediary
from mittelnetz.exchange.generator.outline import Outline
from mittelnetz.exchange.generator.reach import often
from mittelnetz.rulebook.periods import Period

# The last of a network's organisations are not partners: they are the ones that ask.
APPLICANTS = 2
_FOUNDERS, _LEAVES, _RETURNS = 7, 9, 10
_ENOUGH_INTERMEDIARIES = 3


def partner_organisations(
    number: int,
    outlines: Sequence[Outline],
    regional: Sequence[Sequence[Record]],
    national: Sequence[Record],
    random: Random,
) -> list[Record]:
    """The region's own organisations but the last, a guest of the next network, and some national bodies."""
    outline, own = outlines[number], regional[number][:-APPLICANTS]
    if outline.has(Quirk.NO_PARTNERS):
        return []
    intermediaries = [organisation for organisation in own if is_intermediary(organisation)]
    others = [organisation for organisation in own if not is_intermediary(organisation)]
    if outline.has(Quirk.FEW_PARTNERS):
        return intermediaries[:_ENOUGH_INTERMEDIARIES]
    if outline.has(Quirk.FEW_INTERMEDIARIES):
        return intermediaries[: _ENOUGH_INTERMEDIARIES - 1] + others
    members = [body for body in national if body["federation_partner"][-1]["until"] is None]
    chosen = [*own, *random.sample(members, random.randrange(3))]
    guest = regional[(number + 1) % len(regional)][1]
    return [*chosen, guest] if len(regional) > 1 and often(random, 0.5) else chosen


def many_partner_organisations(number: int, regional: Sequence[Record], own: int, partners: int) -> list[Record]:
    """Exactly so many organisations: the region's own, then those of the networks that follow."""
    start = number * own
    return [regional[(start + offset) % len(regional)] for offset in range(partners)]


def partnerships(
    outline: Outline, organisations: Sequence[Record], versions: Sequence[Version], random: Random
) -> list[Record]:
    rows = [
        _partnership(outline, organisation, period, acknowledgements(outline, number, period, versions, random), random)
        for number, organisation in enumerate(organisations)
        for period in _periods(outline, number, random)
    ]
    return sorted(rows, key=lambda row: (row["since"] or "", row["organisation"]))


def _partnership(
    outline: Outline, organisation: Record, period: Period, acknowledged: list[Record], random: Random
) -> Record:
    asks = outline.has(Quirk.ASKED_TO_JOIN) and not organisation["federation_partner"]
    return {
        "organisation": organisation["id"],
        "since": written(period.since),
        "until": written(period.until),
        "listed": often(random, 0.85),
        "asked_to_join_federation": written(outline.ago(random.randrange(20, 200))) if asks else None,
        "acknowledged": acknowledged,
    }


def _periods(outline: Outline, number: int, random: Random) -> list[Period]:
    """Founders from the beginning, the others later; one has left since, one left and came back."""
    days = (outline.last_on - outline.began_on).days
    joined = outline.began_on + timedelta(days=0 if number < _FOUNDERS else random.randrange(days // 2 + 1))
    ended = outline.ended_on if outline.course == Course.DISSOLVED else None
    since = None if outline.course in (Course.UNKNOWN, Course.TAKEN_OVER) and number % 2 == 0 else joined
    left = joined + timedelta(days=days // 4 + 1)
    if number == _LEAVES:
        return [Period(since, left)]
    if number == _RETURNS:
        return [Period(since, left), Period(left + timedelta(days=days // 8 + 1), ended)]
    return [Period(since, ended)]
