"""Two workers at once, and workers that are killed: no mail is lost, and hardly one comes twice.

`make drills` runs the drill with more mails: `MITTELNETZ_DRILL_MAILS`.
"""

import os
from collections import Counter

import pytest
from django.db import transaction

from mittelnetz.notifications.models import Message
from mittelnetz.notifications.sending import LEASE
from tests.notifications.killing import kill_workers, start_worker

MAILS = int(os.environ.get("MITTELNETZ_DRILL_MAILS", "100"))
MAILS_A_KILL = 30


@pytest.fixture
def queue_many(committed_db, queue):
    def queue_many(count: int) -> list[Message]:
        with transaction.atomic():
            return [queue(f"a{number}@example.org") for number in range(count)]

    return queue_many


def test_two_workers_send_each_mail_once(mail_server, queue_many, at):
    mails = queue_many(60)
    workers = [start_worker(at) for _ in range(2)]
    try:
        for worker in workers:
            assert worker.wait(timeout=60) == 0
    finally:
        for worker in workers:
            worker.kill()
            worker.communicate()
    assert Counter(mail_server.message_ids) == Counter(message.message_id for message in mails)
    assert set(Message.objects.values_list("state", "attempts")) == {("sent", 1)}


def test_a_worker_killed_between_the_servers_answer_and_the_mark_sends_this_one_mail_again(mail_server, queue_many, at):
    mails = queue_many(5)
    first = start_worker(at)
    mail_server.before_answer = lambda: first.kill() if len(mail_server.mails) == 3 else None
    first.wait(timeout=60)
    first.communicate()
    assert list(Message.objects.order_by("id").values_list("state", flat=True)) == [
        "sent", "sent", "sending", "queued", "queued",
    ]  # fmt: skip
    second = start_worker(at + LEASE)
    assert second.wait(timeout=60) == 0
    second.communicate()
    ids = [message.message_id for message in mails]
    assert Counter(mail_server.message_ids) == Counter([*ids, ids[2]])


def test_drill_no_mail_is_lost_and_at_most_one_for_each_kill_comes_twice(
    mail_server, queue_many, at, record_testsuite_property
):
    figures = kill_workers(mail_server, mails=queue_many(MAILS), kills=MAILS // MAILS_A_KILL, seed=7, at=at)
    for name in figures.__dataclass_fields__:
        record_testsuite_property(name, getattr(figures, name))
    assert (figures.lost, figures.strangers, figures.not_marked) == (0, 0, 0)
    assert figures.copies <= figures.kills
