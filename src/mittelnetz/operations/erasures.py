"""The list of erasures beside the database: references only, so that a backup from before can be brought up to date."""

import json
import os
from collections.abc import Iterable
from pathlib import Path
from uuid import UUID

from django.conf import settings

from mittelnetz.people.models import Person


def list_file() -> Path:
    return Path(settings.HOME) / "erasures.jsonl"


def note_erasure(person: Person) -> None:
    _append([person])


def complete_list() -> None:
    """Add whoever is erased in the database and not on the list: a write may have failed."""
    noted = noted_in(list_file()) if list_file().exists() else set()
    _append(person for person in Person.objects.exclude(erased_at=None) if person.uuid not in noted)


def noted_in(file: Path) -> set[UUID]:
    """Raises ValueError where it is no such list."""
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
        return {UUID(json.loads(line)["person"]) for line in lines if line.strip()}
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise ValueError(f"{file} is not a list of erasures") from error


def _append(people: Iterable[Person]) -> None:
    """On the disk before it counts as noted."""
    lines = [json.dumps({"person": str(one.uuid), "at": one.erased_at.isoformat()}) for one in people if one.erased_at]
    if lines:
        with list_file().open("a", encoding="utf-8") as file:
            file.write("".join(f"{line}\n" for line in lines))
            file.flush()
            os.fsync(file.fileno())
