"""Forms that need no account take only so much in a day."""

from datetime import timedelta

import pytest

from mittelnetz.core.models import Attempt
from mittelnetz.core.throttle import PERIOD, TooMany, count_attempt

pytestmark = pytest.mark.django_db


@pytest.fixture
def send(at):
    def send(sender, form="form", after=timedelta()):
        count_attempt(form, sender=sender, of_one=2, of_all=3, at=at + after)

    return send


def test_one_sender_is_heard_so_many_times(send):
    send("a")
    send("a")
    with pytest.raises(TooMany, match="Von Ihrem Anschluss"):
        send("a")
    send("b")


def test_all_together_are_heard_so_many_times(send):
    for sender in "abc":
        send(sender)
    with pytest.raises(TooMany, match="über dieses Formular"):
        send("d")
    send("d", form="another")


def test_after_a_day_all_is_forgotten(send):
    send("a")
    send("a", after=timedelta(hours=1))
    with pytest.raises(TooMany):
        send("a", after=PERIOD - timedelta(seconds=1))
    send("a", after=PERIOD)
    assert Attempt.objects.count() == 2
