"""Somebody with an account, and the time that the rate limits see."""

import time
from types import SimpleNamespace

import pytest
from allauth.core.internal import ratelimit

from mittelnetz.people.actions.accounts import open_account
from mittelnetz.people.models import Account
from tests.factories import AT, make_person

EMAIL, PASSWORD = "toni@example.org", "ein langer Satz als Passwort"


@pytest.fixture
def account(db, actor) -> Account:
    account = open_account(person=make_person(), email=EMAIL, actor=actor, at=AT)
    account.set_password(PASSWORD)
    account.save()
    return account


@pytest.fixture
def let_time_pass(monkeypatch):
    """Moves the clock of the rate limits on, in seconds."""
    now = 1_800_000_000.0
    clock = SimpleNamespace(time=lambda: now, monotonic=time.monotonic, sleep=time.sleep)
    monkeypatch.setattr(ratelimit, "time", clock)

    def move_on(seconds: float) -> None:
        nonlocal now
        now += seconds

    return move_on
