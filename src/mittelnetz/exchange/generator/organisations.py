"""Example organisations: the national bodies, and those of each network's region."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from random import Random
from typing import Any

from mittelnetz.exchange.generator.days import written
from mittelnetz.exchange.generator.habits import Course, Quirk
from mittelnetz.exchange.generator.organisation_names import NATIONAL, TITLES, National, Title
from mittelnetz.exchange.generator.outline import Outline, slug
from mittelnetz.exchange.generator.places import Municipality
from mittelnetz.exchange.generator.reach import address, often, phone
from mittelnetz.rulebook.organisations import KIND

Record = dict[str, Any]

_OWN = 15
# The kinds of a region's organisations in the order in which they come; the first three are intermediary.
_KINDS = (
    "chamber", "public_body", "social_insurance", "enterprise", "association", "research_education", "enterprise",
    "trade_union", "consultancy", "chamber", "enterprise", "government", "other", "association", "enterprise",
    "social_insurance", "public_body", "consultancy", "research_education", "enterprise",
)  # fmt: skip
_MAILBOX = 48
_CAPITAL = Municipality("11000000", "Berlin", "10178", 52.5, 13.4)
_PARTS = ("mitte", "nord", "ost", "sued", "west")
# Where a network is lax about partners of the federation, its first organisations are partners all the same.
_LAX_FROM = 4
# Where areas are unknown, these are known: one intermediary organisation and one enterprise.
_PLACED = (1, 3)


def is_intermediary(organisation: Record) -> bool:
    """By its kind; the few overrides are left aside."""
    return KIND[organisation["kind"]].is_intermediary


def own_organisations_count(networks: int, partners: int | None) -> int:
    """How many organisations each network brings along, so that there are enough of them for its partners."""
    if partners is None:
        return _OWN
    return max(partners // 10, -(-partners // max(networks, 1)), 1)


def national_organisations(random: Random, as_of: date) -> list[Record]:
    return [_national(national, number, random, as_of) for number, national in enumerate(NATIONAL)]


def regional_organisations(outlines: Sequence[Outline], count: int, random: Random) -> list[list[Record]]:
    """The organisations of each network's region, in the order of the networks."""
    return [list(_of_region(outline, count, random)) for outline in outlines]


def _national(national: National, number: int, random: Random, as_of: date) -> Record:
    since = as_of - timedelta(days=random.randrange(3000, 5000))
    # One of them left the federation a year ago, one came back; neither has branches.
    spans = [(since, as_of - timedelta(days=365) if national.id == "dachverband-der-gruendungshoefe" else None)]
    if national.id == "stiftung-gute-werkstatt":
        spans = [(since, as_of - timedelta(days=1500)), (as_of - timedelta(days=900), None)]
    return _record(
        id_=national.id,
        name=national.name,
        kind=national.kind,
        parent=national.parent,
        seat=_CAPITAL.district,
        service_area=["DE"] if number % 3 == 0 else [],
        phone_=phone(random),
        address_=address(random, _CAPITAL),
        federation_partner=[
            {"level": national.level, "since": since.isoformat(), "until": written(until)} for since, until in spans
        ],
    )


def _of_region(outline: Outline, count: int, random: Random) -> Iterable[Record]:
    used: Counter[tuple[str, str]] = Counter()
    shifts = {town: random.randrange(60) for town in outline.towns}
    for number in range(count):
        kind, town = _KINDS[number % len(_KINDS)], outline.towns[number % len(outline.towns)]
        rounds = used[town, kind] // len(TITLES[kind])
        title = TITLES[kind][(shifts[town] + used[town, kind]) % len(TITLES[kind])]
        used[town, kind] += 1
        name = title.pattern.format(town) + (f" {rounds + 1}" if rounds else "")
        yield _regional(outline, number, name, title, random)


def _regional(outline: Outline, number: int, name: str, title: Title, random: Random) -> Record:
    kind = _KINDS[number % len(_KINDS)]
    seat = random.choice(outline.place.municipalities)
    parent = title.parent.format(random.choice(_PARTS)) if title.parent else None
    # Where areas are unknown, it stays open whether the region has enough intermediary organisations.
    is_placed = number in _PLACED if outline.has(Quirk.UNKNOWN_AREAS) else often(random, 0.97)
    serves = is_placed and kind in ("chamber", "social_insurance", "association")
    return _record(
        id_=slug(name),
        name=name,
        kind=kind,
        parent=parent,
        seat=(seat.code if often(random, 0.5) else seat.district) if is_placed else None,
        service_area=list(outline.place.codes[:4]) if serves else [],
        phone_=phone(random) if often(random, 0.85) else None,
        address_=address(random, seat) if is_placed and often(random, 0.85) else None,
        intermediary=_overrides(outline, kind),
        federation_partner=_federation_partner(outline, number, title, random),
    )


def _federation_partner(outline: Outline, number: int, title: Title, random: Random) -> list[Record]:
    """Branches of an intermediary body are spared; the others join themselves, unless their network is lax."""
    is_spared = title.parent is not None and title.parent != "beratungshaus-wolkenlotse"
    is_lax = outline.has(Quirk.OUTSIDE_FEDERATION) or outline.has(Quirk.ASKED_TO_JOIN)
    if is_spared or (is_lax and number >= _LAX_FROM):
        return []
    since = outline.began_on - timedelta(days=random.randrange(10, 900))
    return [{"level": "regional", "since": since.isoformat(), "until": None}]


def _overrides(outline: Outline, kind: str) -> list[Record]:
    """Doubtful cases that the federation decided."""
    if kind == "other" and outline.course == Course.RECOGNISED:
        since = (outline.ago(1200)).isoformat()
        reason = "Gemeinnützig, vermittelt zwischen Verwaltung und Betrieben."
        return [{"counts": True, "reason": reason, "since": since, "until": None}]
    if kind == "trade_union" and outline.course == Course.RENEWED:
        changed = (outline.ago(500)).isoformat()
        reason = "Verkaufte eine Zeit lang vor allem eigene Lehrgänge."
        since = (outline.ago(1500)).isoformat()
        return [{"counts": False, "reason": reason, "since": since, "until": changed}]
    return []


def _record(
    *,
    id_: str,
    name: str,
    kind: str,
    parent: str | None,
    seat: str | None,
    service_area: list[str],
    phone_: str | None,
    address_: str | None,
    federation_partner: list[Record],
    intermediary: Sequence[Record] = (),
) -> Record:
    return {
        "id": id_,
        "name": name,
        "kind": kind,
        "parent": parent,
        "seat": seat,
        "service_area": sorted(service_area),
        "website": f"https://example.org/{id_}",
        "phone": phone_,
        "address": address_,
        "email": f"{_mailbox(id_)}@example.org" if kind != "government" else None,
        "intermediary": list(intermediary),
        "federation_partner": federation_partner,
        "sources": [],
    }


def _mailbox(id_: str) -> str:
    """The id, or as many of its words as a mailbox should have letters."""
    return id_ if len(id_) <= _MAILBOX else id_[:_MAILBOX].rpartition("-")[0]
