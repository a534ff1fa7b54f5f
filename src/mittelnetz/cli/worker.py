"""The worker as a process: alone, or beside a server that starts it, watches it and takes it along when it ends."""

import logging
import os
import signal
import subprocess  # to start ourselves # nosec B404
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

from django.conf import settings
from django.utils import timezone

from mittelnetz.core.settings import settings_on
from mittelnetz.operations import setup
from mittelnetz.operations.working import PAUSE
from mittelnetz.operations.working import work as work_on

logger = logging.getLogger(__name__)

PATIENCE = 30.0
"""Seconds that a worker has to finish the mail it is sending: longer than one answer of a mail server takes."""


def work(*, parent: int | None) -> int:
    """Work until stopped, or until the server that has started it is gone."""
    stopped = Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stopped.set())  # a mail that is being sent is finished first
    if parent is None:
        setup.prepare_database()
        tell_whether_mails_leave()
        print("Mittelnetz works (stop with Ctrl-C)", flush=True)
    work_on(
        clock=timezone.now,
        goes_on=lambda: not stopped.is_set() and (parent is None or os.getppid() == parent),
        pause=stopped.wait,
    )
    return 0


@contextmanager
def worker_beside() -> Iterator[None]:
    """Keep a worker running meanwhile. It starts a little later, so that the server answers soon."""
    stopped = Event()
    keeper = Thread(target=_keep_working, args=[stopped])
    keeper.start()
    try:
        yield
    finally:
        stopped.set()
        keeper.join()


def tell_whether_mails_leave() -> None:
    if not settings.EMAIL_HOST and not settings_on(timezone.localdate())["example_data"]:
        print("No mail server is named (MITTELNETZ_SMTP_URL): mails wait until there is one.", flush=True)


def _keep_working(stopped: Event) -> None:
    command = [sys.executable, "-m", "mittelnetz.cli", "work", "--parent", str(os.getpid())]
    while not stopped.wait(PAUSE):
        with subprocess.Popen(command) as worker:  # noqa: S603 - ourselves # nosec B603
            while worker.poll() is None and not stopped.wait(PAUSE / 10):
                pass
            if not stopped.is_set():
                logger.warning("the worker ended with %s and is started anew", worker.returncode)
            worker.terminate()
            try:
                worker.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                worker.kill()
