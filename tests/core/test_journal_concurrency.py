"""Many processes write the journal at once: nothing is lost, and there is one chain."""

from collections import Counter

from mittelnetz.core import journal
from mittelnetz.core.models import Entry, PersonalPart
from tests.processes import start_program

PROCESSES, ACTIONS = 8, 200


def test_eight_processes_write_one_chain(committed_db):
    writers = [
        start_program("tests.core.journal_writer", f"writer-{number}", str(ACTIONS)) for number in range(PROCESSES)
    ]
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
