"""What the database refuses, whoever writes to it."""

from datetime import date
from threading import Thread

import pytest
from django.db import IntegrityError, connection, transaction
from hypothesis import given
from hypothesis import strategies as st

from mittelnetz.core import guards
from mittelnetz.core.models import Entry, SettingValue
from mittelnetz.register.models import Organisation
from mittelnetz.rulebook.periods import Period, overlapping
from tests.periods import periods

pytestmark = pytest.mark.django_db


def is_accepted(write) -> bool:
    try:
        with transaction.atomic():
            write()
    except IntegrityError:
        return False
    return True


def setting(period: Period, key: str = "x") -> SettingValue:
    return SettingValue(key=key, value=1, since=period.since, until=period.until)


class TestNoOverlap:
    @given(first=periods, second=periods)
    def test_agrees_with_python_when_rows_are_added(self, first, second, rolled_back):
        with rolled_back():
            setting(first).save()
            assert is_accepted(setting(second).save) == (not first.overlaps(second))

    @given(first=periods, second=periods)
    def test_agrees_with_python_when_rows_are_changed(self, first, second, rolled_back):
        with rolled_back():
            setting(first).save()
            row = setting(second, key="y")
            row.save()
            moved = SettingValue.objects.filter(id=row.id)
            assert is_accepted(lambda: moved.update(key="x")) == (not first.overlaps(second))

    @given(many=st.lists(periods, min_size=1, max_size=5))
    def test_agrees_with_python_when_rows_are_added_in_bulk(self, many, rolled_back):
        with rolled_back():
            rows = [setting(period) for period in many]
            assert is_accepted(lambda: SettingValue.objects.bulk_create(rows)) == (overlapping(many) is None)

    @given(first=periods, second=periods)
    def test_a_row_may_change_its_own_period(self, first, second, rolled_back):
        with rolled_back():
            row = setting(first)
            row.save()
            row.since, row.until = second.since, second.until
            assert is_accepted(row.save)

    def test_other_things_may_overlap(self):
        setting(Period(), key="x").save()
        assert is_accepted(setting(Period(), key="y").save)


class TestNoOwnAncestor:
    NAMES = ("a", "b", "c", "d", "e")

    @staticmethod
    def parent(child: str, above: str | None) -> None:
        Organisation.objects.filter(id=child).update(parent=above)

    @staticmethod
    def is_circle(parents: dict[str, str | None], name: str) -> bool:
        above, seen = parents[name], set()
        while above and above not in seen:
            seen.add(above)
            above = parents[above]
        return name in seen

    @given(moves=st.lists(st.tuples(st.sampled_from(NAMES), st.none() | st.sampled_from(NAMES)), max_size=12))
    def test_a_circle_is_refused_and_nothing_else(self, moves, rolled_back):
        parents: dict[str, str | None] = dict.fromkeys(self.NAMES)
        with rolled_back():
            Organisation.objects.bulk_create(Organisation(id=name, name=name, kind="other") for name in self.NAMES)
            for child, above in moves:
                wanted = {**parents, child: above}
                is_whole = not self.is_circle(wanted, child)
                assert is_accepted(lambda child=child, above=above: self.parent(child, above)) == is_whole
                parents = wanted if is_whole else parents

    def test_two_sessions_cannot_close_a_circle_together(self, committed_db):
        Organisation.objects.bulk_create(Organisation(id=name, name=name, kind="other") for name in "ab")
        outcome = []

        def the_other_way() -> None:
            outcome.append(is_accepted(lambda: self.parent("b", "a")))
            connection.close()

        other = Thread(target=the_other_way)
        with transaction.atomic():
            self.parent("a", "b")
            other.start()
            other.join(timeout=1)  # it waits for the lock, or comes later: refused either way
        other.join(timeout=60)
        assert outcome == [False]


def test_all_guards_are_there_after_migrate():
    assert guards.missing() == []


def test_lifted_guards_are_missing_until_they_are_installed():
    guards.lift(Entry, SettingValue)
    missing = guards.missing()
    assert {name.split("_")[1] for name in missing} == {"entry", "settingvalue"}
    assert is_accepted(lambda: (setting(Period()).save(), setting(Period()).save()))
    SettingValue.objects.all().delete()
    guards.install()
    assert guards.missing() == []
    setting(Period(date(2026, 1, 1))).save()
    assert not is_accepted(setting(Period(date(2026, 2, 1))).save)


def test_installing_again_changes_nothing(django_assert_num_queries):
    with django_assert_num_queries(1):
        guards.install()
