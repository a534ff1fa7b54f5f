"""Bringing an installation into working order."""

from datetime import UTC, date, datetime

import pytest

from mittelnetz.core import journal
from mittelnetz.core.settings import settings_on
from mittelnetz.operations import setup
from mittelnetz.people.actors import COMMAND_LINE
from mittelnetz.register.models import Network

DAY = date(2026, 6, 15)
pytestmark = pytest.mark.django_db


def load_demo() -> bool:
    return setup.load_example_federation("demo", as_of=DAY, actor=COMMAND_LINE, at=datetime(2026, 6, 15, 8, tzinfo=UTC))


def test_the_demo_is_loaded_once_and_kept():
    assert load_demo()
    assert Network.objects.count() == setup.DEMO_NETWORKS
    assert settings_on(DAY)["example_data"] is True
    assert settings_on(DAY)["office_email"] == setup.DEMO_OFFICE
    Network.objects.update(name="Umbenannt")
    assert not load_demo()
    assert set(Network.objects.values_list("name", flat=True)) == {"Umbenannt"}


def test_a_start_that_was_interrupted_begins_anew(monkeypatch):
    def interrupt(**_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(setup, "import_federation", interrupt)
        with pytest.raises(KeyboardInterrupt):
            load_demo()
    assert settings_on(DAY)["example_data"] is False
    assert journal.verify().count == 0
    assert load_demo()
