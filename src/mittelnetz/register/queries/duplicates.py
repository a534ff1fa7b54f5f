"""Entries that are likely to be of the same organisation, for somebody to look at."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet

from mittelnetz.register.models import Distinction, Organisation


@dataclass(frozen=True, slots=True, order=True)
class Alike:
    """Organisations that look like one; `folded_name` and `id` are those of the first by name."""

    folded_name: str
    id: str
    ids: tuple[str, ...]


def likely_duplicates(*, told_apart: bool = False) -> list[Alike]:
    """Those with the same name, or the same seat and website, by name; nobody is in two groups. Two statements.

    A group of which the office has said that all are different comes with `told_apart`, and only then.
    """
    distinctions: defaultdict[str, set[int]] = defaultdict(set)
    for id, number in Distinction.organisations.through.objects.values_list("organisation", "distinction"):
        distinctions[id].add(number)
    names: dict[str, str] = {}
    same: defaultdict[Any, set[str]] = defaultdict(set)
    for id, name, website, seat in _candidates():
        names[id] = name
        same["name", name].add(id)
        same[website, seat].add(id)
    groups = (
        group
        for key, group in same.items()
        if all(key) and len(group) > 1 and bool(set.intersection(*(distinctions[id] for id in group))) == told_apart
    )
    ordered = (sorted(group, key=lambda id: (names[id], id)) for group in _joined(groups))
    return sorted(Alike(names[ids[0]], ids[0], tuple(ids)) for ids in ordered)


def organisations_alike(groups: Sequence[Alike]) -> list[list[Organisation]]:
    """The organisations of each group, with their seats. One statement."""
    wanted = [id for group in groups for id in group.ids]
    found = Organisation.objects.select_related("seat").in_bulk(wanted)
    return [[found[id] for id in group.ids if id in found] for group in groups]


def _candidates() -> Iterable[tuple[str, str, str, str | None]]:
    """All that share their name or their website with others, wherever these sit."""
    return Organisation.objects.filter(
        Q(folded_name__in=_shared("folded_name")) | Q(folded_website__in=_shared("folded_website"))
    ).values_list("pk", "folded_name", "folded_website", "seat")


def _shared(field: str) -> "QuerySet[Organisation, dict[str, Any]]":
    values = Organisation.objects.exclude(**{field: ""}).values(field)
    shared: QuerySet[Organisation, dict[str, Any]] = values.annotate(n=Count("pk")).filter(n__gt=1).values(field)
    return shared


def _joined(groups: Iterable[set[str]]) -> set[frozenset[str]]:
    """Groups that have somebody in common become one."""
    of: dict[str, frozenset[str]] = {}
    for group in groups:
        whole = frozenset(group).union(*(of[id] for id in group if id in of))
        of |= dict.fromkeys(whole, whole)
    return set(of.values())
