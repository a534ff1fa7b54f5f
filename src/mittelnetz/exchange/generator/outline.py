"""What is settled about each example network before anything is told of it: name, place, course and quirks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from mittelnetz.core.folding import fold
from mittelnetz.exchange.generator.habits import Course, Quirk
from mittelnetz.exchange.generator.landscapes import LANDSCAPES
from mittelnetz.exchange.generator.places import Place, landscape_places, municipality_places
from mittelnetz.exchange.generator.towns import invented_towns

# Doings are told for three years.
TOLD = timedelta(days=3 * 365)
_TOWNS_OF_A_LANDSCAPE = 3
_RECORDED_LATER = (Course.TAKEN_OVER, Course.RENEWED)

_COURSES = {
    Course.RECOGNISED: 70, Course.RENEWED: 3, Course.RETURNED: 1, Course.TAKEN_OVER: 4, Course.NEW: 4,
    Course.STARTING: 1, Course.FORMING: 4, Course.APPLIED: 3, Course.REJECTED: 1, Course.PARTNER: 2, Course.PAUSED: 1,
    Course.DISSOLVED: 2, Course.WITHDRAWN: 1, Course.UNKNOWN: 3,
}  # fmt: skip

_FOUNDING = (("forming", 2000, 1700), ("applied", 1700, 1600))
# Status, and from when and until when it was so, in days before the day of the file. What was long ago is moved
# further into the past, by up to so many days.
_LONG_AGO, _OLDER = 1500, 2400
_LIVES: dict[Course, tuple[tuple[str, int | None, int | None], ...]] = {
    Course.RECOGNISED: (*_FOUNDING, ("recognised", 1600, None)),
    Course.RENEWED: (*_FOUNDING, ("recognised", 1600, 800), ("recognised", 800, None)),
    Course.RETURNED: (("recognised", 1600, 1250), ("recognised", 1010, None)),
    Course.TAKEN_OVER: (("recognised", None, None),),
    Course.NEW: (("forming", 480, 160), ("applied", 160, 50), ("recognised", 50, None)),
    Course.STARTING: (),
    Course.FORMING: (("forming", 200, None),),
    Course.APPLIED: (("forming", 400, 60), ("applied", 60, None)),
    Course.REJECTED: (("forming", 900, 500), ("applied", 500, 330), ("rejected", 330, None)),
    Course.PARTNER: (("partner_network", 1500, None),),
    Course.PAUSED: (*_FOUNDING, ("recognised", 1600, 410)),
    Course.DISSOLVED: (*_FOUNDING, ("recognised", 1600, 400), ("dissolved", 400, None)),
    Course.WITHDRAWN: (*_FOUNDING, ("recognised", 1600, 260), ("withdrawn", 260, None)),
    Course.UNKNOWN: (("unknown", None, None),),
}


@dataclass(frozen=True, slots=True)
class Span:
    """A status for a time."""

    status: str
    since: date | None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Outline:
    """A network to be told of.

    `began_on`: the first day anything is told of it. `recognised_on`: the day from which it owes what a recognised
    network owes. `ended_on`: the day from which it does nothing any more. `as_of`: the day up to which is told.
    """

    id: str
    name: str
    place: Place
    towns: tuple[str, ...]
    course: Course
    quirks: frozenset[Quirk]
    spans: tuple[Span, ...]
    began_on: date
    recognised_on: date | None
    ended_on: date | None
    records_since: date | None
    as_of: date
    cooperates_with: tuple[str, ...] = ()

    @property
    def last_on(self) -> date:
        """The last day anything is told of it."""
        return self.ended_on or self.as_of

    def ago(self, days: int) -> date:
        return self.as_of - timedelta(days=days)

    def has(self, quirk: Quirk) -> bool:
        return quirk in self.quirks

    def is_judged(self) -> bool:
        """Whether the rules judge it on the day of the file."""
        return self.ended_on is None and self.course not in (Course.PARTNER, Course.REJECTED, Course.UNKNOWN)


def outlines(networks: int, random: Random, as_of: date) -> list[Outline]:
    """The landscapes of the demo as far as they reach, else networks on municipality keys."""
    towns = invented_towns(random)
    if networks <= len(LANDSCAPES):
        return _landscapes(networks, towns, random, as_of)
    return _municipal(municipality_places(networks, random), towns, random, as_of)


def slug(text: str) -> str:
    return fold(text).replace(" ", "-")


def _landscapes(networks: int, towns: Sequence[str], random: Random, as_of: date) -> list[Outline]:
    numbered = enumerate(zip(LANDSCAPES, landscape_places(networks), strict=False))
    return [
        _outline(
            (landscape.id, landscape.name),
            place,
            towns[number * _TOWNS_OF_A_LANDSCAPE : (number + 1) * _TOWNS_OF_A_LANDSCAPE],
            _Fate(landscape.course, landscape.quirks, landscape.cooperates_with),
            random=random,
            as_of=as_of,
        )
        for number, (landscape, place) in numbered
    ]


def _municipal(places: Sequence[Place], towns: Sequence[str], random: Random, as_of: date) -> list[Outline]:
    courses = random.choices(list(_COURSES), weights=list(_COURSES.values()), k=len(places))
    return [
        _outline(
            (slug(town), f"Netzwerk {town}"), place, (town,), _Fate(course, _quirks(random)), random=random, as_of=as_of
        )
        for place, town, course in zip(places, towns, courses, strict=False)
    ]


def _quirks(random: Random) -> frozenset[Quirk]:
    """Most networks do nearly everything right."""
    return frozenset(random.sample(list(Quirk), random.choice((0, 0, 0, 1, 1, 2))))


@dataclass(frozen=True, slots=True)
class _Fate:
    course: Course
    quirks: frozenset[Quirk]
    cooperates_with: tuple[str, ...] = ()


def _outline(
    named: tuple[str, str], place: Place, towns: Sequence[str], fate: _Fate, *, random: Random, as_of: date
) -> Outline:
    spans = _spans(fate.course, as_of, random)
    recorded = as_of - timedelta(days=700) if fate.course in _RECORDED_LATER else None
    recognised = [span for span in spans if span.status == "recognised"]
    # Of two spans without a gap the first counts, of two with a gap the second.
    counting = recognised[-1 if fate.course == Course.RETURNED else 0] if recognised else None
    return Outline(
        id=named[0],
        name=named[1],
        place=place,
        towns=tuple(towns),
        course=fate.course,
        quirks=fate.quirks,
        spans=spans,
        began_on=next((span.since for span in spans if span.since), recorded or as_of - timedelta(days=120)),
        recognised_on=(counting.since or recorded) if counting else None,
        ended_on=_ended_on(fate.course, spans),
        records_since=recorded,
        as_of=as_of,
        cooperates_with=fate.cooperates_with,
    )


def _ended_on(course: Course, spans: tuple[Span, ...]) -> date | None:
    if course == Course.PAUSED:
        return spans[-1].until
    return spans[-1].since if course in (Course.DISSOLVED, Course.WITHDRAWN) else None


def _spans(course: Course, as_of: date, random: Random) -> tuple[Span, ...]:
    older = random.randrange(_OLDER)

    def ago(days: int | None) -> date | None:
        if days is None:
            return None
        return as_of - timedelta(days=days + older if days >= _LONG_AGO else days)

    return tuple(Span(status, ago(since), ago(until)) for status, since, until in _LIVES[course])
