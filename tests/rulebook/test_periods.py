"""Half-open periods of days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mittelnetz.rulebook.periods import Period, add_months, beginning, overlapping
from tests.periods import days, periods

JANUARY = Period(date(2026, 1, 1), date(2026, 2, 1))
ALL_DAYS = [date(2025, 12, 20) + timedelta(days=number) for number in range(30)]


def test_a_period_holds_its_first_day_and_not_its_last():
    assert [JANUARY.is_in_force(day) for day in (date(2025, 12, 31), date(2026, 1, 1), date(2026, 1, 31))] == [
        False, True, True,
    ]  # fmt: skip
    assert not JANUARY.is_in_force(date(2026, 2, 1))
    assert [JANUARY.has_ended(day) for day in (date(2026, 1, 31), date(2026, 2, 1))] == [False, True]


@pytest.mark.parametrize("until", [date(2026, 1, 1), date(2025, 12, 31)])
def test_a_period_must_end_after_it_begins(until):
    with pytest.raises(ValueError, match="must end after it begins"):
        Period(date(2026, 1, 1), until)


@given(day=st.dates())
def test_a_period_without_ends_is_always_in_force(day):
    assert Period().is_in_force(day)
    assert not Period().has_ended(day)


@given(period=periods, day=days)
def test_in_force_ended_or_not_begun(period, day):
    has_not_begun = period.since is not None and day < period.since
    assert [period.is_in_force(day), period.has_ended(day), has_not_begun].count(True) == 1


@given(first=periods, second=periods)
def test_two_periods_overlap_if_they_share_a_day(first, second):
    shared = any(first.is_in_force(day) and second.is_in_force(day) for day in ALL_DAYS)
    assert first.overlaps(second) == second.overlaps(first) == shared


def test_periods_that_touch_do_not_overlap():
    assert not JANUARY.overlaps(Period(date(2026, 2, 1)))


@given(many=st.lists(periods, max_size=6))
def test_overlapping_finds_a_pair_exactly_if_there_is_one(many):
    pairs = [(a, b) for number, a in enumerate(many) for b in many[:number] if a.overlaps(b)]
    found = overlapping(many)
    assert (found is not None) == bool(pairs)
    if found:
        assert found[0].overlaps(found[1])
        assert beginning(found[0]) <= beginning(found[1])


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2026, 10, 31), 24, date(2028, 10, 31)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 1, 15), -13, date(2024, 12, 15)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
    ],
)
def test_add_months(day, months, expected):
    assert add_months(day, months) == expected


@given(day=st.dates(date(1900, 1, 1), date(2100, 1, 1)), months=st.integers(-600, 600))
def test_add_months_lands_in_the_right_month_and_never_on_a_later_day(day, months):
    later = add_months(day, months)
    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day == day.day or (later.day < day.day and (later + timedelta(days=1)).day == 1)
