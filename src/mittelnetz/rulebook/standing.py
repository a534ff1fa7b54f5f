"""What a network is on a day, from the statuses it has held (SEMANTICS, "Status on D")."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from mittelnetz.rulebook.periods import Period, beginning

# Whom an enterprise can turn to. Where the register does not know the status, the network is there all the same.
SERVING = ("recognised", "partner_network", "unknown")
IN_FORMATION = ("forming", "applied")
ENDED = ("rejected", "dissolved", "withdrawn")


@dataclass(frozen=True, slots=True)
class StatusSpan:
    status: str
    period: Period


@dataclass(frozen=True, slots=True)
class Standing:
    """The status on a day, empty in a gap, and since when without a break (None: not known)."""

    status: str
    since: date | None


def standing_on(spans: Iterable[StatusSpan], day: date) -> Standing:
    """The status in force; if none is, `forming` as long as none has ended, else a gap.

    Spans of the same status that follow each other without a gap are one.
    """
    earlier = sorted((span for span in spans if beginning(span.period) <= day), key=lambda span: beginning(span.period))
    if not earlier:
        return Standing("forming", None)
    last = earlier.pop()
    if last.period.has_ended(day):
        return Standing("", last.period.until)
    since = last.period.since
    while earlier and since is not None and (earlier[-1].status, earlier[-1].period.until) == (last.status, since):
        since = earlier.pop().period.since
    return Standing(last.status, since)
