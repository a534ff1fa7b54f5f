"""Workers are killed while they send; whatever happens, somebody sends the rest."""

import random
import subprocess
import time
from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from mittelnetz.notifications.models import Message
from mittelnetz.notifications.sending import LEASE
from tests.mail_server import MailServer
from tests.processes import start_program

SECONDS = 300


def start_worker(moment: datetime) -> subprocess.Popen[str]:
    return start_program("tests.notifications.worker_program", moment.isoformat())


@dataclass(frozen=True)
class Figures:
    """What came of it. `lost` never arrived, `copies` are those beyond the first, `strangers` have another ID."""

    mails: int
    kills: int
    lost: int
    copies: int
    strangers: int
    not_marked: int
    seconds: int


def kill_workers(server: MailServer, *, mails: list[Message], kills: int, seed: int, at: datetime) -> Figures:
    """Send the mails with a worker that is killed so often, each time after another number of mails.

    Each worker begins when the leases of the one before have run out.
    """
    begin = time.monotonic()
    chance = random.Random(seed)
    counts = sorted(chance.sample(range(1, len(mails)), kills))
    for number, count in enumerate(counts):
        worker = start_worker(at + number * LEASE)
        try:
            _wait(lambda count=count: len(server.mails) >= count)
        finally:
            worker.kill()
            worker.communicate()
    last = start_worker(at + kills * LEASE)
    try:
        last.wait(timeout=SECONDS)
    finally:
        last.kill()
        last.communicate()
    arrived = Counter(server.message_ids)
    wanted = {message.message_id for message in mails}
    return Figures(
        mails=len(mails),
        kills=kills,
        lost=len(wanted - set(arrived)),
        copies=sum(arrived.values()) - len(arrived),
        strangers=len(set(arrived) - wanted),
        not_marked=Message.objects.exclude(state="sent").count(),
        seconds=round(time.monotonic() - begin),
    )


def _wait(is_reached) -> None:
    end = time.monotonic() + SECONDS
    while not is_reached():
        assert time.monotonic() < end
        time.sleep(0.001)
