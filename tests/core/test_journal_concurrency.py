"""Many processes write the journal at once: nothing is lost, and there is one chain."""

import os
import subprocess
import sys
from collections import Counter

from django.db import connection

from mittelnetz.core import journal
from mittelnetz.core.models import Entry, PersonalPart

PROCESSES, ACTIONS = 8, 200


def test_eight_processes_write_one_chain(committed_db):
    writers = [_start(f"writer-{number}") for number in range(PROCESSES)]
    try:
        for writer in writers:
            assert writer.stdout.readline() == "ready\n"
        for writer in writers:
            writer.stdin.write("go\n")
            writer.stdin.flush()
        for writer in writers:
            assert writer.wait(timeout=300) == 0
    finally:
        for writer in writers:
            writer.kill()
            writer.communicate()

    verification = journal.verify()
    assert (verification.count, verification.problems) == (PROCESSES * ACTIONS, [])
    assert journal.public_revision() == PROCESSES * ACTIONS / 2
    assert PersonalPart.objects.count() == PROCESSES * ACTIONS
    by_writer = Counter(Entry.objects.values_list("actor", flat=True))
    assert by_writer == {f"writer-{number}": ACTIONS for number in range(PROCESSES)}


def _start(name: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.core.journal_writer", name, str(ACTIONS)]
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "mittelnetz.config.settings",
        "MITTELNETZ_DATABASE_URL": _address_of_test_database(),
    }
    return subprocess.Popen(command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def _address_of_test_database() -> str:
    database = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{database['NAME']}"
    server = f"{database['USER']}:{database['PASSWORD']}@{database['HOST']}:{database['PORT']}"
    return f"postgres://{server if database['HOST'] else ''}/{database['NAME']}"
