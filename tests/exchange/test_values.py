"""Times of sessions, as the file writes and reads them."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mittelnetz.exchange.values import AMOUNT, DAY, MOMENT, UnreadableError


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("2026-03-12T14:00:00+01:00", "2026-03-12T14:00:00+01:00"),
        ("2026-03-12T14:00:00", "2026-03-12T14:00:00+01:00"),
        ("2026-07-12T14:00", "2026-07-12T14:00:00+02:00"),
        ("2026-03-12T14:00:00Z", "2026-03-12T15:00:00+01:00"),
        ("2026-03-12T14:00:00-05:00", "2026-03-12T20:00:00+01:00"),
        ("2026-10-25T02:30:00", "2026-10-25T02:30:00+02:00"),
        ("2026-10-25T02:30:00+01:00", "2026-10-25T02:30:00+01:00"),
        ("2026-03-29T02:30:00+01:00", "2026-03-29T03:30:00+02:00"),
    ],
)
def test_a_time_is_written_as_berlin_shows_it(text, written):
    assert MOMENT.write(MOMENT.read(text)) == written


@pytest.mark.parametrize("text", ["2026-03-29T02:00:00", "2026-03-29T02:59:59", "2026-02-30T10:00", "2026-01-01T24:30"])
def test_a_time_that_no_clock_shows_is_unreadable(text):
    with pytest.raises(UnreadableError):
        MOMENT.read(text)


@given(st.integers(0, 60_000_000))
def test_every_minute_of_a_century_comes_back(minutes):
    moment = datetime(1990, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    assert MOMENT.read(MOMENT.write(moment)) == moment


@given(st.dates())
def test_every_day_comes_back(day):
    assert DAY.read(DAY.write(day)) == day


def test_amounts_have_two_places():
    assert [AMOUNT.write(AMOUNT.read(text)) for text in ("5", "5.5", "0.05", "9999999999.99")] == [
        "5.00",
        "5.50",
        "0.05",
        "9999999999.99",
    ]
