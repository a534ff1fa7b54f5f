"""The rounds of the worker."""

from datetime import datetime, timedelta

import pytest

from mittelnetz.notifications.models import Message
from mittelnetz.operations import working
from mittelnetz.operations.working import PAUSE, PAUSE_AFTER_FAILURE, work

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _one_connection(monkeypatch) -> None:
    """The one in whose transaction a test runs; the worker would close it, and every duty would fail unnoticed."""
    monkeypatch.setattr(working, "close_old_connections", lambda: None)


def test_a_duty_that_fails_is_logged_and_tried_again_and_the_others_are_done(at, caplog, monkeypatch):
    outcomes, sent, pauses = [ZeroDivisionError, None], [], []

    def follow(*, at):
        if outcome := outcomes.pop(0):
            raise outcome

    monkeypatch.setattr(working, "follow_journal", follow)
    monkeypatch.setattr(working, "send_due_messages", lambda **_: sent.append(1))
    monkeypatch.setattr(working, "forget_old_sheets", lambda **_: None)
    work(clock=lambda: at, goes_on=lambda: len(pauses) < 2, pause=pauses.append)
    assert pauses == [PAUSE_AFTER_FAILURE, PAUSE]
    assert len(sent) == 2
    assert "ZeroDivisionError" in caplog.text


def test_without_news_a_round_costs_four_statements_and_once_an_hour_some_more(at, count_queries):
    assert not Message.objects.exists()

    def statements(moments: list[datetime]) -> int:
        left = list(moments)
        return count_queries(
            lambda: work(clock=lambda: left[0], goes_on=lambda: bool(left), pause=lambda _: left.pop(0))
        )

    one = statements([at])
    quiet = statements([at, at + timedelta(minutes=59)]) - one
    assert 0 < quiet <= 4
    assert 0 < one - quiet <= 9
    assert statements([at, at + timedelta(hours=1)]) == 2 * one


def test_what_is_due_every_hour_is_tried_again_at_once_when_it_fails(at):
    calls = []

    def duty(moment: datetime) -> None:
        calls.append(moment)
        if len(calls) == 1:
            raise ZeroDivisionError

    hourly = working.Hourly(duty)
    with pytest.raises(ZeroDivisionError):
        hourly(at)
    hourly(at + timedelta(seconds=1))
    hourly(at + timedelta(minutes=60))
    assert len(calls) == 2
