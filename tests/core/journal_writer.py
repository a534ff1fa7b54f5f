"""A program that acts so many times, for the test that lets eight of them act at once.

Says "ready", waits for a line, then acts.
"""

import sys
from datetime import UTC, datetime

import django

django.setup()

from django.db import connection, transaction  # noqa: E402

from mittelnetz.core import journal  # noqa: E402
from mittelnetz.core.journal import Event  # noqa: E402
from mittelnetz.people.actors import Actor  # noqa: E402

# Those of the public all lock the public revision; so every other one is not, and only the head orders them.
EVENTS = (Event("test.told", is_public=True), Event("test.kept", is_public=False))


def main(name: str, actions: int) -> None:
    if connection.vendor == "sqlite":
        # Whose turn it is, SQLite leaves to chance; on a busy machine one writer may wait longer than a person would.
        connection.settings_dict["OPTIONS"]["timeout"] = 240
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    for number in range(actions):
        with transaction.atomic():
            journal.record(
                EVENTS[number % 2], subject=f"{name}/{number}", actor=Actor(name), at=datetime(2026, 6, 15, tzinfo=UTC),
                personal={"said": name},
            )  # fmt: skip


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
