"""Settings have a time: what was decided for a day holds from that day on."""

from datetime import date

import pytest

from mittelnetz.core import journal
from mittelnetz.core.models import Entry, SettingValue
from mittelnetz.core.refusals import Refused
from mittelnetz.core.settings import change_setting, settings_on

pytestmark = pytest.mark.django_db

KEY, DEFAULT = "meetings_a_year", 2


@pytest.fixture
def change(actor, at):
    def change(value, since, key=KEY):
        return change_setting(key=key, value=value, since=since, actor=actor, at=at)

    return change


def values_on(*days: date) -> list[int]:
    return [settings_on(day)[KEY] for day in days]


def test_without_a_decision_the_default_holds():
    assert values_on(date(1900, 1, 1), date(2900, 1, 1)) == [DEFAULT, DEFAULT]
    assert settings_on(date(2026, 1, 1))["example_data"] is False


def test_a_value_holds_from_its_day_on(change):
    change(3, date(2026, 7, 1))
    assert values_on(date(2026, 6, 30), date(2026, 7, 1), date(2900, 1, 1)) == [DEFAULT, 3, 3]


def test_the_next_value_ends_the_one_before_and_keeps_what_it_was(change):
    change(3, date(2026, 1, 1))
    change(4, date(2026, 7, 1))
    assert values_on(date(2025, 12, 31), date(2026, 6, 30), date(2026, 7, 1)) == [DEFAULT, 3, 4]


def test_a_value_set_before_a_planned_one_ends_where_that_begins(change):
    change(4, date(2026, 7, 1))
    change(3, date(2026, 1, 1))
    assert values_on(date(2025, 12, 31), date(2026, 6, 30), date(2026, 7, 1)) == [DEFAULT, 3, 4]


def test_other_settings_are_left_alone(change):
    change(3, date(2026, 1, 1))
    changed = {key for key, value in settings_on(date(2026, 1, 1)).items() if value != settings_on(date.min)[key]}
    assert changed == {KEY}


@pytest.mark.parametrize(("key", "value"), [("unknown", 3), (KEY, "3"), (KEY, True), (KEY, 3.0), ("example_data", 1)])
def test_an_unknown_setting_or_a_value_of_another_type_is_refused(change, key, value):
    with pytest.raises(Refused, match="Bitte wählen Sie eine aus der Liste"):
        change(value, date(2026, 1, 1), key=key)
    assert not SettingValue.objects.exists()
    assert not Entry.objects.exists()


def test_a_second_value_for_the_same_day_takes_the_place_of_the_first(change):
    change(3, date(2026, 1, 1))
    change(5, date(2026, 7, 1))
    change(4, date(2026, 1, 1))
    assert values_on(date(2025, 12, 31), date(2026, 1, 1), date(2026, 7, 1)) == [DEFAULT, 4, 5]
    assert Entry.objects.count() == 3


def test_a_change_is_in_the_journal_and_public(change, at):
    before = journal.public_revision()
    change(3, date(2026, 1, 1))
    entry = Entry.objects.get()
    assert (entry.verb, entry.subject, entry.at) == ("core.setting_changed", f"settings/{KEY}", at)
    assert entry.changes == '{"since":"2026-01-01","value":3}'
    assert journal.public_revision() == before + 1


def test_the_office_has_an_address_or_none(change):
    change("buero@example.org", date(2026, 1, 1), key="office_email")
    with pytest.raises(Refused, match="unvollständig"):
        change("buero@", date(2026, 2, 1), key="office_email")
    change("", date(2026, 3, 1), key="office_email")
    days = [date(2025, 12, 31), date(2026, 2, 1), date(2026, 3, 1)]
    assert [settings_on(day)["office_email"] for day in days] == ["", "buero@example.org", ""]
