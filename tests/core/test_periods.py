"""Periods in the database answer as those in Python do."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from mittelnetz.core.models import SettingValue
from mittelnetz.core.periods import in_force
from mittelnetz.rulebook.periods import Period
from tests.periods import days, periods

pytestmark = pytest.mark.django_db


@given(many=st.lists(periods, max_size=8), day=days)
def test_the_query_finds_what_is_in_force(many, day, rolled_back):
    with rolled_back():
        SettingValue.objects.bulk_create(
            SettingValue(key=str(number), value=number, since=period.since, until=period.until)
            for number, period in enumerate(many)
        )
        expected = {number for number, period in enumerate(many) if period.is_in_force(day)}
        assert set(SettingValue.objects.in_force(day).values_list("value", flat=True)) == expected
        assert set(SettingValue.objects.filter(in_force(day)).values_list("value", flat=True)) == expected
        assert {row.value for row in SettingValue.objects.all() if row.period.is_in_force(day)} == expected


def test_a_row_knows_its_period():
    row = SettingValue(since=date(2026, 1, 1), until=None)
    assert row.period == Period(date(2026, 1, 1), None)


@pytest.mark.parametrize("until", [date(2026, 1, 1), date(2025, 12, 31)])
def test_the_database_refuses_a_period_that_does_not_end_after_it_begins(until):
    with pytest.raises(IntegrityError), transaction.atomic():
        SettingValue.objects.create(key="x", value=1, since=date(2026, 1, 1), until=until)
