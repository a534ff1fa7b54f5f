"""The journal: one append-only, hash-chained table of what was done.

Hash version 1: SHA-256 over the canonical JSON of every field of the entry but the hash itself. Canonical
JSON has sorted keys, no spaces, UTF-8, and no floats. The chain begins with 64 zeros.
"""

import hashlib
import json
import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Protocol

from django.db import connection, transaction
from django.db.models import F

from mittelnetz.core import guards
from mittelnetz.core.models import Entry, Head, PersonalPart, PublicRevision
from mittelnetz.core.transactions import reading

HASH_VERSION = 1
BEGINNING = "0" * 64
_PUBLIC_REVISION = f"SELECT number FROM {PublicRevision._meta.db_table}"  # noqa: S608 - ours # nosec B608


@dataclass(frozen=True, slots=True)
class Event:
    """A kind of thing that can be done. `verb` is stored for ever; `is_public`: visitors can see its effect."""

    verb: str
    is_public: bool


class Acting(Protocol):
    """Who does something, and for whom. References, never names."""

    @property
    def reference(self) -> str: ...
    @property
    def on_behalf_of(self) -> str: ...


_is_preview: ContextVar[bool] = ContextVar("is_preview", default=False)


@contextmanager
def preview() -> Iterator[None]:
    """What actions do inside is undone at the end, and they write no entries: nobody waits for the chain's head."""
    before = _is_preview.set(True)
    try:
        with transaction.atomic():
            yield
            transaction.set_rollback(True)
    finally:
        _is_preview.reset(before)


def record(
    event: Event,
    *,
    subject: str,
    actor: Acting,
    at: datetime,
    changes: Mapping[str, Any] | None = None,
    personal: Mapping[str, Any] | None = None,
) -> Entry | None:
    """Write one entry as the last step of an action, inside its transaction, and raise the public revision.

    None in a preview, which is undone anyway.
    `changes` must hold no names and no free text about people; those go into `personal`, which can be erased.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("a journal entry belongs into the transaction of its action")
    if _is_preview.get():
        return None
    salt = secrets.token_hex(32) if personal else ""
    content = canonical(personal) if personal else ""
    if event.is_public:
        PublicRevision.objects.update(number=F("number") + 1)
    head = Head.objects.select_for_update().get()
    entry = Entry(
        number=head.number + 1,
        at=at.astimezone(UTC),
        verb=event.verb,
        subject=subject,
        actor=actor.reference,
        on_behalf_of=actor.on_behalf_of,
        changes=canonical(changes or {}),
        commitment=commit(salt, content) if personal else "",
        hash_version=HASH_VERSION,
        previous_hash=head.hash,
    )
    entry.hash = hash_of(entry)
    entry.save(force_insert=True)
    if personal:
        PersonalPart.objects.create(entry=entry, salt=salt, content=content)
    Head.objects.update(number=entry.number, hash=entry.hash)
    return entry


def begin() -> None:
    """Make the rows that the journal counts on, where they are missing."""
    Head.objects.get_or_create(defaults={"hash": BEGINNING})
    PublicRevision.objects.get_or_create()


def public_revision() -> int:
    """Asked with every request, so without the ORM's detour."""
    with connection.cursor() as cursor:
        cursor.execute(_PUBLIC_REVISION)
        row = cursor.fetchone()
    if row is None:
        raise PublicRevision.DoesNotExist("the journal has not begun; run `mittelnetz migrate`")
    return int(row[0])


def canonical(value: Any) -> str:
    _refuse_floats(value)
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def commit(salt: str, content: str) -> str:
    return hashlib.sha256((salt + content).encode()).hexdigest()


def hash_of(entry: Entry) -> str:
    fields = {
        "number": entry.number,
        "at": entry.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "verb": entry.verb,
        "subject": entry.subject,
        "actor": entry.actor,
        "on_behalf_of": entry.on_behalf_of,
        "changes": entry.changes,
        "commitment": entry.commitment,
        "hash_version": entry.hash_version,
        "previous_hash": entry.previous_hash,
    }
    return hashlib.sha256(canonical(fields).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Verification:
    """What `verify` found. `problems` is empty when the journal is whole."""

    count: int
    head: str
    problems: list[str]


def verify() -> Verification:
    """Walk the chain from the beginning, and check that the guards are in the database.

    Stops at the first broken entry, since nothing after it can be trusted.
    """
    problems = [f"guard {name} is missing in the database; run `mittelnetz migrate`" for name in guards.missing()]
    count, last = 0, BEGINNING
    with reading():
        head = Head.objects.first()
        for entry in Entry.objects.select_related("personal_part").order_by("number").iterator(chunk_size=2000):
            if broken := next(_faults(entry, count + 1, last), None):
                return Verification(count, last, [*problems, f"entry {entry.number}: {broken}"])
            count, last = entry.number, entry.hash
    if head is None:
        problems.append(f"the head, which names the last entry, is missing; the chain ends at entry {count}")
    elif (head.number, head.hash) != (count, last):
        problems.append(f"the head names entry {head.number}, but the chain ends at entry {count}")
    return Verification(count, last, problems)


def _faults(entry: Entry, number: int, previous_hash: str) -> Iterator[str]:
    if entry.number != number:
        yield f"entry {number} is missing before it"
    if entry.previous_hash != previous_hash:
        yield "does not follow the entry before it"
    if entry.hash != hash_of(entry):
        yield "its content does not match its hash"
    part = getattr(entry, "personal_part", None)
    if part and commit(part.salt, part.content) != entry.commitment:
        yield "its personal part does not match its commitment"


def _refuse_floats(value: Any) -> None:
    if isinstance(value, float):
        raise TypeError("the journal holds no floats; write decimals as text")
    if isinstance(value, Mapping):
        for item in value.values():
            _refuse_floats(item)
    elif isinstance(value, list | tuple):
        for item in value:
            _refuse_floats(item)
