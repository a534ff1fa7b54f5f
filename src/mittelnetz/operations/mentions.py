"""Where somebody is named in free text, as the models say; and taking the name out."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from typing import Any

from django.db.models import Model, Q, QuerySet, TextField
from django.db.models.functions import Cast

from mittelnetz.core.models import PersonalPart
from mittelnetz.core.personal import Erasing, Personal
from mittelnetz.people.actors import person_reference
from mittelnetz.people.foreign import declared
from mittelnetz.people.models import Account, Invitation, Person
from mittelnetz.people.words import ERASED_NAME
from mittelnetz.register.models import Organisation

DETAILS = ("name", "email", "phone")


@dataclass(frozen=True, slots=True)
class Known:
    """By what somebody is or was known here: names, and what is theirs alone of addresses and telephone numbers."""

    names: frozenset[str]
    addresses: frozenset[str]
    phones: frozenset[str]

    @property
    def words(self) -> list[str]:
        """Each also as it stands in HTML and in JSON; the longest first."""
        plain = self.names | self.addresses | self.phones
        spelt = {form for word in plain for form in (word, escape(word), _in_json(word, False), _in_json(word, True))}
        return sorted(spelt, key=len, reverse=True)


def known_of(person: Person) -> Known:
    """Now, and before, as far as the journal tells."""
    details: dict[str, set[str]] = {name: {getattr(person, name)} for name in DETAILS}
    parts = PersonalPart.objects.filter(entry__subject=person_reference(person))
    for content in parts.values_list("content", flat=True):
        told = json.loads(content)
        for name in DETAILS:
            details[name].add(told.get(name, ""))
    for model, path in ((Account, "person"), (Invitation, "person")):
        details["email"].update(model._default_manager.filter(**{path: person}).values_list("email", flat=True))
    details["email"].update(
        Account.objects.filter(person=person).values_list("emailaddress__email", flat=True).exclude(emailaddress=None)
    )
    return Known(
        frozenset(details["name"] - {"", ERASED_NAME}),
        frozenset(word for word in details["email"] if word and not _is_shared("email", word, person)),
        frozenset(word for word in details["phone"] if word and not _is_shared("phone", word, person)),
    )


def remove_mentions(person: Person, known: Known) -> None:
    """In rows that stay, `ERASED_NAME` takes the place of the word; rows that may go, go."""
    if not (words := known.words):
        return
    pattern = re.compile("|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in words), re.IGNORECASE)
    for model, personal in declared():
        for column in personal.texts:
            for row in _mentioning(model, column, words, person):
                _take_out(row, column, personal, pattern)


def organisations_known_by(known: Known) -> "QuerySet[Organisation]":
    """Those that say something of the person of themselves; an erasure leaves it to them."""
    wanted = Q(pk__in=[])
    for column, words in (("name", known.names), ("email", known.addresses), ("phone", known.phones)):
        for word in words:
            wanted |= Q(**{f"{column}__icontains": word})
    return Organisation.objects.filter(wanted)


def _take_out(row: Any, column: str, personal: Personal, pattern: re.Pattern[str]) -> None:
    if not pattern.search(row.written):
        return
    rows = row._meta.default_manager.filter(pk=row.pk)
    if personal.erasing == Erasing.GOES:
        rows.delete()
    else:
        longest = row._meta.get_field(column).max_length
        rows.update(**{column: pattern.sub(ERASED_NAME, row.written)[:longest]})


def _mentioning(model: type[Model], column: str, words: Iterable[str], person: Person) -> "QuerySet[Model]":
    wanted = Q()
    for word in words:
        wanted |= Q(written__icontains=word)
    rows = model._default_manager.annotate(written=Cast(column, TextField())).filter(wanted)
    if model is PersonalPart:  # what is told of another person by name is that one's, even under the same name
        others = Q(entry__subject__startswith="people/") & ~Q(entry__subject=person_reference(person))
        rows = rows.exclude(others)
    return rows


def _is_shared(detail: str, word: str, person: Person) -> bool:
    """A mailbox or a telephone of several people, or of an organisation: it says nothing of this one."""
    same = {f"{detail}__iexact": word}
    others = Person.objects.exclude(pk=person.pk).filter(**same)
    return others.exists() or Organisation.objects.filter(**same).exists()


def _in_json(word: str, is_ascii: bool) -> str:  # noqa: FBT001 - both forms of one word
    return json.dumps(word, ensure_ascii=is_ascii)[1:-1]
