"""Finds the region that a person means: by postcode, name of a place, or part of a name."""

import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from django.db.models import Case, F, Q, QuerySet, When

from mittelnetz.core.folding import fold, fold_bare
from mittelnetz.regions.models import Postcode, Region, Spelling
from mittelnetz.rulebook.keys import COUNTRY, DISTRICT_LENGTH, Level

_POSTCODE = re.compile(r"(?:\bd )?\b(\d{1,5})\b")
_POSTCODE_LENGTH = 5
_AFTER_LETTERS = "~"  # sorts after everything that folding leaves
_LONGEST = 120
_SPELLINGS = 6  # of one region at most: three names, each with and without written-out umlauts


class Match(StrEnum):
    """Why a candidate is offered, best first."""

    POSTCODE = "postcode"
    NAME = "name"
    BEGINNING = "beginning"
    PART = "part"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A region that may be meant. `key`: the region itself; `district`: its district, empty for larger ones."""

    key: str
    district: str
    label: str
    match: Match


def resolve(text: str, limit: int = 10) -> list[Candidate]:
    """What a person may mean by the text, the likeliest first. At most three queries, whatever the text."""
    words = fold(text[:_LONGEST])
    found = _POSTCODE.search(words)
    if found is None:
        return _by_name(words, limit)
    place = " ".join((words[: found.start()] + words[found.end() :]).split())
    rows = list(_postcodes(found[1], limit)) if len(found[1]) == _POSTCODE_LENGTH or not place else []
    there = [row for row in rows if _is_spelled(row.place, place)]
    candidates = [_postcode_candidate(list(group)) for _, group in groupby(there or rows, _postcode_and_district)]
    return candidates[:limit] if there else [*candidates, *_by_name(place, limit)][:limit]


def _postcodes(digits: str, limit: int) -> QuerySet[Postcode]:
    """Rows of a postcode, or of the first postcodes that begin so; the district to suggest first comes first."""
    wanted = Q(postcode=digits)
    if len(digits) < _POSTCODE_LENGTH:
        areas = Postcode.objects.filter(postcode__gte=digits, postcode__lt=digits + _AFTER_LETTERS, is_area=True)
        wanted = Q(postcode__in=areas.order_by("postcode").values("postcode").distinct()[:limit], is_area=True)
    largest_first = F("municipality__population").desc(nulls_last=True)
    rows = Postcode.objects.filter(wanted).select_related("district__parent__parent", "municipality__parent")
    return rows.order_by("postcode", "-is_primary", "district_id", largest_first, "place")


def _postcode_and_district(row: Postcode) -> tuple[str, str]:
    return row.postcode, row.district_id


def _postcode_candidate(rows: list[Postcode]) -> Candidate:
    """One candidate for a postcode in one district: the municipality, where no other comes into question."""
    first, district = rows[0], rows[0].district
    municipality = first.municipality
    others = any(row.municipality_id != first.municipality_id for row in rows)
    region = district if municipality is None or others or district.is_city else municipality
    if district.is_city and first.place == district.name:
        label = f"{first.postcode} {_label(district)}"
    else:
        more = " u. a." if len(rows) > 1 else ""
        label = f"{first.postcode} {first.place}{more} – {district.full_name}"
    return Candidate(region.key, district.key, label, Match.POSTCODE)


def _is_spelled(name: str, beginning: str) -> bool:
    return any(text.startswith(beginning) for text in (fold(name), fold_bare(name)))


def _by_name(words: str, limit: int) -> list[Candidate]:
    """Names that are or begin with the words; if there is room, names in which every word occurs somewhere."""
    if not words:
        return []
    beginning = Q(text__gte=words, text__lt=words + _AFTER_LETTERS)
    candidates = _named(Spelling.objects.filter(beginning), words, limit)
    if len(candidates) < limit:
        part = Q(*(Q(text__contains=word) for word in words.split()))
        for name, candidate in _named(Spelling.objects.filter(part).exclude(beginning), words, limit).items():
            candidates.setdefault(name, candidate)
    return list(candidates.values())[:limit]


def _named(found: QuerySet[Spelling], words: str, limit: int) -> dict[tuple[str, str], Candidate]:
    """The best of the spellings, each region or place once: cities and districts first, then by population."""
    is_whole, is_region = Q(text=words), Q(place="")
    is_local = is_region & Q(region__level__in=(Level.KREIS, Level.MUNICIPALITY))
    rank = Case(
        When(is_whole & is_local, then=0),
        When(is_whole, then=1),
        When(is_local | (is_region & Q(region__level=Level.LAND)), then=2),
        default=3,
    )
    rows = found.select_related("region__parent__parent").order_by(
        rank, F("region__population").desc(nulls_last=True), "region_id", "place", "text"
    )
    candidates: dict[tuple[str, str], Candidate] = {}
    for row in rows[: limit * _SPELLINGS]:
        candidates.setdefault((row.region_id, row.place), _named_candidate(row, words))
    return candidates


def _named_candidate(row: Spelling, words: str) -> Candidate:
    region = row.region
    label = f"{row.place} – {region.full_name}" if row.place else _label(region)
    match = Match.NAME if row.text == words else Match.BEGINNING if row.text.startswith(words) else Match.PART
    district = region.key[:DISTRICT_LENGTH] if region.level in (Level.KREIS, Level.MUNICIPALITY) else ""
    return Candidate(region.key, district, label, match)


def _label(region: Region) -> str:
    """A name that tells a region from its namesakes: "Frankfurt am Main (Stadt, Hessen)"."""
    above = region.parent
    if above is None or above.key == COUNTRY:
        return f"{region.name} (Land)" if above else region.name
    if region.level == Level.MUNICIPALITY:
        is_only_one = region.full_name == f"{region.name} ({above.full_name})"
        return f"{region.name} ({_kind(region)}, {above.full_name})" if is_only_one else region.full_name
    land = above.parent if above.level == Level.REGIERUNGSBEZIRK and above.parent else above
    if not region.is_city:
        return f"{region.full_name} ({land.name})"
    return f"{region.name} (Stadt)" if region.name == land.name else f"{region.name} (Stadt, {land.name})"


def _kind(region: Region) -> str:
    return "Stadt" if "stadt" in region.kind.lower() else region.kind.partition(" (")[0]
