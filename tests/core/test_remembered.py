"""What is worked out once for each public revision."""

from datetime import date

import pytest

from mittelnetz.core import journal
from mittelnetz.core.remembered import remembered
from mittelnetz.core.settings import change_setting, settings_on
from mittelnetz.core.transactions import is_reading, reading
from tests.core.test_transactions import in_another_session

DAY = date(2026, 3, 1)


@pytest.fixture
def worked_out():
    return []


@pytest.fixture
def double(worked_out):
    @remembered
    def double(number, *, plus=0):
        worked_out.append(number)
        return 2 * number + plus

    return double


@pytest.fixture
def rename(actor, at):
    def rename(name):
        change_setting(key="federation_name", value=name, since=DAY, actor=actor, at=at)

    return rename


def test_it_is_worked_out_once_for_each_question(committed_db, double, worked_out):
    for _ in range(2):
        with reading():
            assert (double(1), double(1), double(2), double(1, plus=1)) == (2, 2, 4, 3)
    assert worked_out == [1, 2, 1]


def test_it_is_worked_out_anew_when_something_public_has_changed(committed_db, double, worked_out, rename):
    with reading():
        double(1)
    rename("Neu")
    with reading():
        double(1)
    assert worked_out == [1, 1]


def test_nothing_is_remembered_that_is_not_committed(committed_db, rename):
    """A preview sees what it does itself, and whoever reads afterwards does not."""
    before = settings_on(DAY)["federation_name"]
    with journal.preview():
        rename("Vorschau")
        with reading():
            assert not is_reading()
            assert settings_on(DAY)["federation_name"] == "Vorschau"
    with reading():
        assert settings_on(DAY)["federation_name"] == before


def test_it_is_remembered_for_the_revision_that_is_read(committed_db, rename):
    """Somebody changes it while a page is being read: the page shows the old state to its end, the next the new."""
    with reading():
        before = settings_on(DAY)["federation_name"]
        in_another_session(lambda: rename("Inzwischen"))
        assert settings_on(DAY)["federation_name"] == before
    with reading():
        assert settings_on(DAY)["federation_name"] == "Inzwischen"
