"""What each command does. Imported only when the environment is complete, because it sets Django up."""

import sys
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import django
from django.core.management import call_command
from django.db import DatabaseError, OperationalError
from django.utils import timezone

django.setup()

from mittelnetz.cli import erasures, invitations, own_face, retention, serving, worker  # noqa: E402 - models can be imported only after setup
from mittelnetz.cli.progress import progress_bar  # noqa: E402
from mittelnetz.core import journal  # noqa: E402
from mittelnetz.exchange.errors import FileRefusedError  # noqa: E402
from mittelnetz.exchange.exporting import document_file, export_federation  # noqa: E402
from mittelnetz.exchange.generator import generate_federation  # noqa: E402
from mittelnetz.exchange.importing import import_federation  # noqa: E402
from mittelnetz.operations import setup  # noqa: E402
from mittelnetz.people.actors import COMMAND_LINE  # noqa: E402
from mittelnetz.regions.loading import load_regions as load_packaged_regions  # noqa: E402


def run(command: str, options: dict[str, Any]) -> int:
    """Run the command with its options; the exit code."""
    try:
        return COMMANDS[command](**options)
    except DatabaseError as error:
        # SQLite has no class of its own for a file that is damaged or none of its; the other classes are our faults.
        if type(error) not in {DatabaseError, OperationalError}:
            raise
        return _fail(f"the database cannot be used: {str(error).strip()}", code=1)


def migrate() -> int:
    call_command("migrate", verbosity=1)
    return 0


def load_regions() -> int:
    """Load the packaged reference data; loading it again changes nothing."""
    setup.prepare_tables()
    report = load_packaged_regions()
    print(f"Territorial status of {report.status_on}: {report.changed} rows changed")
    for row in report.in_use:
        print(f"{row.key} has vanished, and {row.records} rows of {row.model} name it; successor: {row.successor}")
    return 0


def import_file(*, file: Path) -> int:
    """Import a federation file; every error of a refused file is one line."""
    try:
        content = file.read_bytes()
    except OSError as error:
        return _fail(f"cannot read {file}: {error.strerror}")
    setup.prepare_database()
    try:
        with progress_bar() as progress:
            report = import_federation(content=content, actor=COMMAND_LINE, at=datetime.now(UTC), progress=progress)
    except FileRefusedError as refusal:
        for fault in refusal.errors:
            print(fault, file=sys.stderr)
        return _fail(f"{file} was refused with {len(refusal.errors)} errors; nothing was imported")
    for name, counts in report.counts.items():
        print(f"{name:40} {counts.added:7} added {counts.changed:7} changed {counts.deleted:7} deleted")
    print(f"SHA-256 of the file: {report.sha256}")
    return 0


def export_file(*, output: Path | None) -> int:
    setup.prepare_database()
    return _write(export_federation(), output)


def generate(*, output: Path | None, as_of: Any, **options: Any) -> int:
    try:
        document = generate_federation(as_of=as_of or timezone.localdate(), **options)
    except ValueError as error:
        return _fail(str(error))
    return _write(document_file(document), output)


def verify() -> int:
    """Check the journal; 1 where it is broken."""
    setup.prepare_database()
    result = journal.verify()
    print(f"{result.count} entries, head {result.head}")
    for problem in result.problems:
        print(problem, file=sys.stderr)
    return 1 if result.problems else 0


COMMANDS: dict[str, Callable[..., int]] = {
    "serve": serving.serve,
    "web": serving.web,
    "work": worker.work,
    "demo": serving.demo,
    "migrate": migrate,
    "load-regions": load_regions,
    "import": import_file,
    "export": export_file,
    "generate": generate,
    "invite": invitations.invite,
    "settings": own_face.list_settings,
    "set": own_face.set_setting,
    "logo": own_face.set_logo,
    "text": own_face.text,
    "erase": erasures.erase,
    "retain": retention.retain,
    "verify": verify,
}


def _write(pieces: Iterable[bytes], output: Path | None) -> int:
    """A file that was there before is replaced only once all is written."""
    if output is None:
        sys.stdout.buffer.writelines(pieces)
        return 0
    if output.exists() and not output.is_file():  # a pipe or a device
        with output.open("wb") as device:
            device.writelines(pieces)
        return 0
    unfinished = output.with_name(f".{output.name}.unfinished")
    try:
        with unfinished.open("wb") as file:
            file.writelines(pieces)
        unfinished.replace(output)
    finally:
        unfinished.unlink(missing_ok=True)
    return 0


def _fail(message: str, *, code: int = 2) -> int:
    print(f"mittelnetz: {message}", file=sys.stderr)
    return code
