"""Who coordinates and moderates example networks, for which organisation, and who came before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Any

from mittelnetz.exchange.generator.days import written
from mittelnetz.exchange.generator.habits import Course, Quirk
from mittelnetz.exchange.generator.organisations import Record, is_intermediary
from mittelnetz.exchange.generator.outline import Outline
from mittelnetz.exchange.generator.people import People
from mittelnetz.exchange.generator.reach import often

_COURSES_WITHOUT = (Course.UNKNOWN, Course.STARTING)


@dataclass(frozen=True, slots=True)
class Team:
    """The people of a network. `delegates` come to meetings; the first of them speaks where nobody else does."""

    contacts: tuple[dict[str, Any], ...]
    delegates: tuple[str, ...]

    @property
    def members(self) -> list[str]:
        """Those who come to meetings."""
        return list(dict.fromkeys([*(row["person"] for row in self.contacts if row["until"] is None), *self.delegates]))


def team(outline: Outline, organisations: Sequence[Record], people: People, random: Random) -> Team:
    """The contacts of the network, held for organisations among its partners, and its delegates."""
    delegates = (people.new(), people.new())
    if outline.has(Quirk.NO_CONTACTS) or outline.course in _COURSES_WITHOUT or not organisations:
        return Team((), delegates)
    intermediaries = [body for body in organisations if is_intermediary(body)]
    others = [body for body in organisations if not is_intermediary(body)]
    if outline.has(Quirk.CONTACTS_OF_ENTERPRISES):
        intermediaries = []
    hosts = intermediaries[:3] or others or [*organisations]
    coordinator = people.new()
    rows = _coordination(outline, coordinator, hosts, people, random)
    hosts = [*intermediaries[1:3], *others[:2]] or [*organisations]
    rows += _moderation(outline, coordinator, hosts, people, random)
    return Team(tuple(sorted(rows, key=lambda row: (row["since"] or "", row["person"], row["function"]))), delegates)


def _coordination(
    outline: Outline, coordinator: str, hosts: Sequence[Record], people: People, random: Random
) -> list[dict[str, Any]]:
    """The coordinator of today, and often one before, of the same organisation."""
    host = random.choice(hosts)["id"]
    shown = _is_shown(outline, random)
    since = _beginning(outline)
    changed = outline.began_on + (outline.last_on - outline.began_on) * 2 // 3
    if often(random, 0.6) or changed <= outline.began_on:
        return [_contact(coordinator, "coordination", host, since, None, shown=shown)]
    return [
        _contact(people.new(), "coordination", host, since, changed, shown=shown),
        _contact(coordinator, "coordination", host, changed, None, shown=shown),
    ]


def _moderation(
    outline: Outline, coordinator: str, hosts: Sequence[Record], people: People, random: Random
) -> list[dict[str, Any]]:
    since = _beginning(outline)
    shown = _is_shown(outline, random)
    moderator = coordinator if outline.has(Quirk.ONE_PERSON) else people.new()
    host = None if outline.has(Quirk.CONTACT_WITHOUT_ORGANISATION) else random.choice(hosts)["id"]
    left = outline.ago(100) if outline.has(Quirk.VACANT_MODERATION) else None
    if left and left <= outline.began_on:
        return []
    rows = [_contact(moderator, "moderation", host, since, left, shown=shown)]
    if outline.has(Quirk.TWO_MODERATORS):
        second = people.new()
        rows.append(_contact(second, "moderation", random.choice(hosts)["id"], outline.began_on, None, shown=not shown))
    return rows


def _beginning(outline: Outline) -> date | None:
    return None if outline.course == Course.TAKEN_OVER else outline.began_on


def _is_shown(outline: Outline, random: Random) -> bool:
    return not outline.has(Quirk.CONTACTS_HIDDEN) and often(random, 0.85)


def _contact(
    person: str, function: str, organisation: str | None, since: date | None, until: date | None, *, shown: bool
) -> dict[str, Any]:
    return {
        "person": person,
        "function": function,
        "organisation": organisation,
        "since": written(since),
        "until": written(until),
        "shown": shown,
    }
