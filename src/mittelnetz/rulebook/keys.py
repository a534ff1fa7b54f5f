"""Official keys of the country and sets of them (SEMANTICS, "Common ground").

A code covers another when it is a prefix of it; `DE` covers everything. Codes are compared as written: 11000
(Berlin, the district) does not cover 11 (Berlin, the Land), and no code stands for its successor.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

COUNTRY = "DE"


class Level(StrEnum):
    """What a key stands for. Regierungsbezirke have keys only where a Land has them."""

    COUNTRY = "country"
    LAND = "land"
    REGIERUNGSBEZIRK = "regierungsbezirk"
    KREIS = "kreis"
    MUNICIPALITY = "municipality"


_LEVELS = {2: Level.LAND, 3: Level.REGIERUNGSBEZIRK, 5: Level.KREIS, 8: Level.MUNICIPALITY}
DISTRICT_LENGTH = 5


def level(code: str) -> Level:
    """The level of a key by its form alone. Raises ValueError for what cannot be a key."""
    if code == COUNTRY:
        return Level.COUNTRY
    if code.isascii() and code.isdigit() and len(code) in _LEVELS:
        return _LEVELS[len(code)]
    raise ValueError(f"not an official key: {code!r}")


def covers(code: str, other: str) -> bool:
    return code == COUNTRY or other.startswith(code)


def overlaps(code: str, other: str) -> bool:
    return covers(code, other) or covers(other, code)


def set_covers(codes: Iterable[str], others: Iterable[str]) -> bool:
    """Each of `others` is covered by one of `codes`."""
    known = frozenset(codes)
    return all(_is_covered(other, known) for other in others)


def sets_overlap(codes: Iterable[str], others: Iterable[str]) -> bool:
    """One of `codes` overlaps one of `others`."""
    first, second = frozenset(codes), frozenset(others)
    return any(_is_covered(code, second) for code in first) or any(_is_covered(code, first) for code in second)


def overlapping_codes(codes: Iterable[str], others: Iterable[str]) -> list[str]:
    """Of each overlapping pair the longer code, which is the area both have in common; sorted, each once."""
    first, second = frozenset(codes), frozenset(others)
    return sorted(
        {code for code in first if _is_covered(code, second)} | {code for code in second if _is_covered(code, first)}
    )


def _is_covered(code: str, known: frozenset[str]) -> bool:
    """One of `known` covers the code. Looks up its few prefixes, so large sets cost no more than small ones."""
    return COUNTRY in known or any(code[:length] in known for length in range(1, len(code) + 1))


@dataclass(frozen=True, slots=True)
class CoveredDistricts:
    """The districts that a set of codes covers wholly, and those it covers in part."""

    wholly: frozenset[str]
    partly: frozenset[str]


def split_districts(codes: Collection[str]) -> frozenset[str]:
    """The districts of which the codes name municipalities only: whether wholly, their municipalities decide."""
    known = frozenset(codes)
    return frozenset(
        code[:DISTRICT_LENGTH]
        for code in known
        if len(code) > DISTRICT_LENGTH and not _is_covered(code[:DISTRICT_LENGTH], known)
    )


def covered_districts(codes: Collection[str], municipalities: Mapping[str, Collection[str]]) -> CoveredDistricts:
    """Which districts the codes cover.

    `municipalities` has every district as a key; the municipalities need stand there for `split_districts` only.
    A district whose every municipality is in the set is covered wholly. Codes of no district are passed over.
    """
    if COUNTRY in codes:
        return CoveredDistricts(frozenset(municipalities), frozenset())
    wholly: set[str] = set()
    named: defaultdict[str, set[str]] = defaultdict(set)
    for code in codes:
        if len(code) > DISTRICT_LENGTH:
            named[code[:DISTRICT_LENGTH]].add(code)
        elif len(code) == DISTRICT_LENGTH:
            wholly.update({code} & municipalities.keys())
        else:
            wholly.update(district for district in municipalities if district.startswith(code))
    partly: set[str] = set()
    for district in named.keys() - wholly:
        existing = municipalities.get(district, ())
        if found := named[district].intersection(existing):
            (wholly if len(found) == len(existing) else partly).add(district)
    return CoveredDistricts(frozenset(wholly), frozenset(partly))
