"""The journal, read: the entries of a record or a person, and the names that their references stand for."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import CharField, Q, QuerySet, Value
from django.db.models.functions import Concat
from django.utils import timezone

from mittelnetz.core.models import Entry
from mittelnetz.people.actors import person_reference, reference_of, uuid_of
from mittelnetz.people.models import Person
from mittelnetz.regions.models import Region
from mittelnetz.register import events
from mittelnetz.register.models import Cooperation, FormerId, Nesting, Network, Organisation
from mittelnetz.register.queries.former_ids import former_ids

_MOST_NAMESAKES = 100
_OF_SEVERAL = [event.verb for event in (events.ORGANISATIONS_TOLD_APART, events.DISTINCTION_WITHDRAWN)]
_LISTS = {"network": "networks", "organisation": "organisations", "merged": "organisations", "region": "regions"}
"""What an entry names by id under each of its changes."""


def entries_of_network(network_id: str) -> "QuerySet[Entry]":
    """All about the network, its nestings and cooperations, under every id that it had. One statement to begin."""
    former = FormerId.objects.filter(network=network_id).values_list(_subject("networks", "former"))
    nestings = Nesting.objects.filter(Q(first=network_id) | Q(second=network_id))
    cooperations = Cooperation.objects.filter(Q(network=network_id) | Q(with_network=network_id))
    others = former.union(
        nestings.values_list(_subject("nestings", "pk")), cooperations.values_list(_subject("cooperations", "pk"))
    )
    return Entry.objects.filter(subject__in=[f"networks/{network_id}", *(subject for (subject,) in others)])


def entries_of_organisation(organisation_id: str) -> "QuerySet[Entry]":
    """All about the organisation, also what happened to it as a partner. One statement to begin."""
    found = Q()
    former = FormerId.objects.filter(organisation=organisation_id).values_list("former", flat=True)
    for id_ in (organisation_id, *former):
        found |= Q(subject=f"organisations/{id_}") | Q(changes__contains=f'"organisation":{json.dumps(id_)}')
        found |= Q(verb__in=_OF_SEVERAL, changes__contains=json.dumps(id_))
    return Entry.objects.filter(found)


def entries_of_person(person: Person) -> "QuerySet[Entry]":
    """What the person did, what was done on their behalf, and what is about them."""
    own = person_reference(person)
    return Entry.objects.filter(
        Q(subject=own)
        | Q(actor=own)
        | Q(on_behalf_of=own)
        | Q(changes__contains=f'"person":"{own}"')
        | Q(changes__contains=f'"deputy":"{own}"')
    )


def by_whom(entries: "QuerySet[Entry]", name: str) -> "QuerySet[Entry]":
    """Those that somebody with this in their name entered, or for whom it was entered. One statement to begin."""
    people = Person.objects.filter(name__icontains=name).values_list("uuid", flat=True)[:_MOST_NAMESAKES]
    who = [reference_of(uuid) for uuid in people]
    return entries.filter(Q(actor__in=who) | Q(on_behalf_of__in=who))


def entered_between(entries: "QuerySet[Entry]", first: date | None, last: date | None) -> "QuerySet[Entry]":
    """Those of these days, both included, where the federation is."""
    if first:
        entries = entries.filter(at__gte=_beginning(first))
    return entries.filter(at__lt=_beginning(last + timedelta(days=1))) if last else entries


def references_in(entry: Entry, changes: Mapping[str, Any]) -> Iterator[str]:
    """All that the entry refers to."""
    yield from (entry.subject, entry.actor, entry.on_behalf_of)
    yield from (f"{list_}/{changes[name]}" for name, list_ in _LISTS.items() if name in changes)
    yield from (f"{list_}/{id_}" for list_ in ("networks", "organisations") for id_ in changes.get(list_, ()))
    if "person" in changes:
        yield changes["person"]


def names_of(references: Iterable[str]) -> dict[str, str]:
    """The names by reference, as far as there are any still. At most seven statements."""
    ids: dict[str, set[str]] = {}
    for reference in references:
        list_, _, id_ = reference.partition("/")
        ids.setdefault(list_, set()).add(id_)
    successors = former_ids()
    names = _people(ids.get("people", ()))
    for list_, model in (("networks", Network), ("organisations", Organisation)):
        wanted = ids.get(list_, set())
        current = {id_: successors[list_].get(id_, id_) for id_ in wanted}
        found = dict(model._default_manager.filter(pk__in=set(current.values())).values_list("pk", "name"))
        names |= {f"{list_}/{id_}": found[new] for id_, new in current.items() if new in found}
    regions = Region.objects.filter(pk__in=ids.get("regions", ())).values_list("pk", "full_name")
    nestings = Nesting.objects.filter(pk__in=ids.get("nestings", ())).values_list("pk", "first__name", "second__name")
    cooperations = Cooperation.objects.filter(pk__in=ids.get("cooperations", ())).values_list(
        "pk", "network__name", "with_network__name", "with_other"
    )
    names |= {f"regions/{key}": name for key, name in regions}
    names |= {f"nestings/{key}": f"{first} – {second}" for key, first, second in nestings}
    names |= {f"cooperations/{key}": f"{one} – {other or text}" for key, one, other, text in cooperations}
    return names


def _people(uuids: Collection[str]) -> dict[str, str]:
    known = {uuid for text in uuids if (uuid := uuid_of(f"people/{text}"))}
    return {reference_of(key): name for key, name in Person.objects.filter(uuid__in=known).values_list("uuid", "name")}


def _subject(list_: str, id_: str) -> Concat:
    return Concat(Value(f"{list_}/"), id_, output_field=CharField())


def _beginning(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
