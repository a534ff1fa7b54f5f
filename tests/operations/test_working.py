"""The rounds of the worker."""

import pytest

from mittelnetz.notifications.models import Message
from mittelnetz.operations import working
from mittelnetz.operations.working import PAUSE, PAUSE_AFTER_FAILURE, work

pytestmark = pytest.mark.django_db


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


def test_without_news_a_round_costs_four_statements(at, count_queries):
    assert not Message.objects.exists()
    rounds = []
    assert count_queries(lambda: work(clock=lambda: at, goes_on=lambda: not rounds, pause=rounds.append)) <= 4
