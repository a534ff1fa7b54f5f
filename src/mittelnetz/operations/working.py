"""What the worker does, round after round."""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import close_old_connections

from mittelnetz.exchange.spreadsheets.uploads import forget_old_sheets
from mittelnetz.notifications.following import follow_journal
from mittelnetz.notifications.sending import send_due_messages
from mittelnetz.operations.asking import ask_what_is_due
from mittelnetz.operations.erasures import complete_list
from mittelnetz.operations.retention import apply_retention
from mittelnetz.people.actors import WORKER

PAUSE, PAUSE_AFTER_FAILURE = 1.0, 10.0
"""Seconds between two rounds."""

logger = logging.getLogger(__name__)


def work(*, clock: Callable[[], datetime], goes_on: Callable[[], bool], pause: Callable[[float], object]) -> None:
    """Go on until told otherwise. A duty that fails is tried again in the next round, and keeps no other from it."""
    asking = Hourly(lambda at: ask_what_is_due(at=at, goes_on=goes_on))
    completing = Hourly(lambda _: complete_list())
    retaining = Hourly(lambda at: apply_retention(actor=WORKER, at=at))
    duties: tuple[Callable[[], None], ...] = (
        lambda: asking(clock()),
        lambda: completing(clock()),
        lambda: retaining(clock()),
        lambda: follow_journal(at=clock()),
        lambda: send_due_messages(clock=clock, goes_on=goes_on),
        lambda: forget_old_sheets(at=clock()),
    )
    while goes_on():
        close_old_connections()
        done = [_is_done(duty) for duty in duties]
        pause(PAUSE if all(done) else PAUSE_AFTER_FAILURE)


class Hourly:
    """A duty that looks at much and seldom finds anything. One that fails is tried again in the next round."""

    def __init__(self, duty: Callable[[datetime], object]) -> None:
        self._duty = duty
        self._next: datetime | None = None

    def __call__(self, at: datetime) -> None:
        if self._next is None or at >= self._next:
            self._duty(at)
            self._next = at + timedelta(hours=1)


def _is_done(duty: Callable[[], None]) -> bool:
    try:
        duty()
    except Exception:
        logger.exception("a duty of the worker failed; it will be tried again")
        return False
    return True
