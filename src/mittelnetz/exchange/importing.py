"""Reads a federation file into the database: one action, in one transaction."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime

from django.db import DataError, IntegrityError, transaction

from mittelnetz.core import journal
from mittelnetz.exchange.checking import meaning_errors, shape_errors
from mittelnetz.exchange.errors import FileError, FileRefusedError
from mittelnetz.exchange.events import FEDERATION_IMPORTED
from mittelnetz.exchange.reading import read_document
from mittelnetz.exchange.records import RECORDS
from mittelnetz.exchange.writing import Counts, Writer
from mittelnetz.people.actors import Actor

Progress = Callable[[int, int], None]
"""Is told how many records of the file are written, and of how many."""

_RECORDS_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did. Lists are named by their path in the file: `networks`, `networks.partners`."""

    sha256: str
    counts: Mapping[str, Counts]


def import_federation(*, content: bytes, actor: Actor, at: datetime, progress: Progress | None = None) -> ImportReport:
    """Bring the database to what the file says; records that the file does not name stay as they are.

    Raises FileRefusedError with every error of the file; nothing is changed then.
    """
    sha256 = hashlib.sha256(content).hexdigest()
    document = read_document(content)
    errors = shape_errors(document)
    if not isinstance(document, dict):
        raise FileRefusedError(errors)
    try:
        with transaction.atomic():
            errors += meaning_errors(document, errors)
            if errors:
                raise FileRefusedError(errors)
            counts = _write(document, progress)
            changes = {"sha256": sha256, "rows": {path: asdict(count) for path, count in counts.items()}}
            journal.record(FEDERATION_IMPORTED, subject="federation/file", actor=actor, at=at, changes=changes)
    except (IntegrityError, DataError) as error:
        # The checks above foresee what the tables refuse; this is for what they overlook or another session did.
        problem = f"the database refuses it: {' '.join(str(error).split())}"
        raise FileRefusedError([FileError((), problem, "correct the file, or try again")]) from error
    return ImportReport(sha256, counts)


def _write(document: dict[str, list[object]], progress: Progress | None) -> Mapping[str, Counts]:
    writer = Writer()
    total = sum(len(document.get(rows.key, ())) for rows in RECORDS)
    done = 0
    for rows in RECORDS:
        records = document.get(rows.key, [])
        for start in range(0, len(records), _RECORDS_AT_ONCE):
            lot = records[start : start + _RECORDS_AT_ONCE]
            writer.write_records(rows, lot, start)
            done += len(lot)
            if progress:
                progress(done, total)
    if writer.errors:
        raise FileRefusedError(writer.errors)
    return dict(writer.counts)
