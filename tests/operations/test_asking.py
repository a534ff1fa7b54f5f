"""What the worker asks by itself: each once, only where somebody can be asked, and never because a file came in."""

from datetime import date, timedelta

import pytest

from mittelnetz.bodies.models import Mandate
from mittelnetz.core.models import Entry
from mittelnetz.operations import asking
from mittelnetz.operations.asking import ask_what_is_due
from mittelnetz.register.actions.organisations import add_organisation
from mittelnetz.register.actions.ties import put_framework_in_force
from mittelnetz.register.models import Contact, FrameworkVersion, Partnership
from tests.factories import ACTOR, make_network, make_organisation, make_person

pytestmark = pytest.mark.django_db
SINCE = date(2020, 1, 1)


def ask(at, goes_on=lambda: True) -> list[tuple[str, str]]:
    """Runs twice, as two workers would; gives what was asked."""
    before = Entry.objects.count()
    for _ in range(2):
        ask_what_is_due(at=at, goes_on=goes_on)
    asked = Entry.objects.filter(number__gt=before).order_by("number")
    assert {entry.actor for entry in asked} <= {"system/worker"}
    return [(entry.verb.partition(".")[2], entry.subject) for entry in asked]


class TestFramework:
    @pytest.fixture(autouse=True)
    def _partners(self):
        network = make_network()
        for key, email in (("mailbox", "info@example.org"), ("nobody", ""), ("person", "")):
            organisation = make_organisation(key, email=email)
            Partnership.objects.create(network=network, organisation=organisation, since=SINCE)
        Mandate.objects.create(person=make_person(email="k@example.org"), organisation_id="person", since=SINCE)

    def test_when_a_version_comes_into_force_partners_are_asked_once(self, at):
        day = date(2026, 7, 1)
        put_framework_in_force(id="c", document="criteria", version="2026", since=day, actor=ACTOR, at=at)
        assert ask(at) == []
        later = at + timedelta(days=20)
        assert ask(later) == [("acknowledgement_asked", "networks/net")] * 2
        assert set(
            Partnership.objects.exclude(acknowledgement_asked_on=None).values_list("organisation", flat=True)
        ) == {"mailbox", "person"}
        assert ask(later + timedelta(days=1)) == []

    def test_what_a_file_brought_is_not_asked(self, at):
        FrameworkVersion.objects.create(id="c", document="criteria", version="2016", since=date(2016, 1, 1))
        assert ask(at) == []

    def test_a_worker_that_is_to_stop_stops(self, at):
        put_framework_in_force(id="c", document="criteria", version="2026", since=SINCE, actor=ACTOR, at=at)
        assert ask(at, goes_on=lambda: False) == []


class TestConfirmations:
    @pytest.fixture(autouse=True)
    def _journal(self, at):
        add_organisation(id="first", name="Erste", kind="chamber", actor=ACTOR, at=at - timedelta(days=400))

    def test_whoever_can_answer_is_asked_and_not_again_soon(self, at):
        make_organisation("mailbox", email="info@example.org")
        make_organisation("nobody")
        network, silent = make_network("net"), make_network("silent")
        for row, email in ((network, "k@example.org"), (silent, "")):
            person = make_person(row.pk, email=email)
            Contact.objects.create(network=row, person=person, function="moderation", since=SINCE)
        asked = [("confirmation_asked", name) for name in ("networks/net", "organisations/mailbox", "networks/net")]
        assert ask(at) == asked
        assert ask(at + timedelta(days=59)) == []
        assert ask(at + timedelta(days=60)) == asked

    def test_only_some_at_once(self, at, monkeypatch):
        monkeypatch.setattr(asking, "CONFIRMATIONS_AT_ONCE", 3)
        for number in range(8):
            make_organisation(f"o{number}", email="info@example.org")
        asked = [ask_what_is_due(at=at, goes_on=lambda: True) or Entry.objects.count() - 1 for _ in range(4)]
        assert asked == [3, 6, 8, 8]
