"""What is kept only for a time, and for how long."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from mittelnetz.bodies.models import Body, Seat
from mittelnetz.core.models import Entry
from mittelnetz.core.refusals import Refused
from mittelnetz.core.settings import change_setting
from mittelnetz.notifications.models import Message
from mittelnetz.operations.retention import apply_retention, last_report, what_is_due
from mittelnetz.people.models import Account, Invitation, Person
from mittelnetz.register.models import Contact, ErrorReport
from tests.factories import make_network, make_person
from tests.web.conftest import SINCE, make_error_report, make_message

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 6, 15, 10, 30, tzinfo=UTC)


def ago(days: float) -> datetime:
    return NOW - timedelta(days=days)


@pytest.fixture
def rows():
    """Of each kind one that is just too old, and one that is not; and what must stay however old it is."""
    for number, days in ((1, 366), (2, 364)):
        make_message(number, queued_at=ago(days), sent_at=ago(days))
        make_error_report(number, received_at=ago(days + 1), settled_at=ago(days))
    make_message(3, queued_at=ago(900), state="queued", channel="", sent_at=None, next_attempt_at=NOW)
    make_error_report(3, received_at=ago(900), settled_at=None)
    for number, fields in enumerate(
        (
            {"accepted_at": ago(91)},
            {"accepted_at": ago(89)},
            {"withdrawn_at": ago(91)},
            {"expires_at": ago(91)},
            {"expires_at": ago(89)},
        )
    ):
        values = {"invited_at": ago(200), "expires_at": ago(186), **fields}
        Invitation.objects.create(person=make_person(f"p{number}"), email="a@example.org", **values)


def left():
    return (
        sorted(Message.objects.exclude(text="").values_list("pk", flat=True)),
        sorted(ErrorReport.objects.values_list("pk", flat=True)),
        sorted(Invitation.objects.values_list("person", flat=True)),
    )


def test_a_dry_run_says_how_much_and_changes_nothing(rows):
    before = left()
    assert [(due.rule.setting, due.days, due.number) for due in what_is_due(NOW)] == [
        ("keep_mails_days", 365, 1),
        ("keep_reports_days", 365, 1),
        ("keep_invitations_days", 90, 3),
        ("keep_details_days", 1095, 0),
    ]
    assert left() == before


def test_what_is_too_old_goes_and_the_journal_keeps_how_much(rows, actor):
    apply_retention(actor=actor, at=NOW)
    assert left() == ([2, 3], [2, 3], ["p1", "p4"])
    message = Message.objects.get(pk=1)
    assert (message.address, message.html, message.state) == ("", "", "sent")
    numbers = {"keep_mails_days": 1, "keep_reports_days": 1, "keep_invitations_days": 3}
    assert json.loads(Entry.objects.get().changes) == {"removed": numbers}
    assert last_report() == (NOW, numbers)


def test_the_second_time_there_is_nothing_to_tell(rows, actor):
    apply_retention(actor=actor, at=NOW)
    apply_retention(actor=actor, at=NOW)
    assert Entry.objects.count() == 1
    assert [due.number for due in what_is_due(NOW)] == [0, 0, 0, 0]


def test_the_federation_says_how_long(rows, actor):
    change_setting(key="keep_mails_days", value=400, since=NOW.date(), actor=actor, at=NOW)
    assert what_is_due(NOW)[0].number == 0
    with pytest.raises(Refused, match="Weniger als ein Tag"):
        change_setting(key="keep_mails_days", value=0, since=NOW.date(), actor=actor, at=NOW)


def test_so_far_nothing_was_removed():
    assert last_report() is None


def test_how_to_reach_somebody_goes_some_years_after_their_last_function(actor):
    day, network = NOW.date(), make_network()
    last = {"long": day - timedelta(days=1096), "lately": day - timedelta(days=1094), "still": None, "account": day}
    for id, until in last.items():
        person = make_person(id, email=f"{id}@example.org", phone="030 1")
        Contact.objects.create(network=network, person=person, function="moderation", since=SINCE, until=until)
    Contact.objects.filter(person="account").update(until=day - timedelta(days=2000))
    Account.objects.create_user("account@example.org", Person.objects.get(pk="account"))
    make_person("never", email="never@example.org")
    body = Body.objects.create(id="plenum", kind="plenum", name="Plenum")
    Seat.objects.create(id="s", body=body, network=network, deputy=Person.objects.get(pk="lately"), since=SINCE)
    apply_retention(actor=actor, at=NOW)
    kept = set(Person.objects.exclude(email="").values_list("pk", flat=True))
    assert kept == {"lately", "still", "account", "never"}
    assert (Person.objects.get(pk="long").phone, Person.objects.get(pk="long").name) == ("", "Toni Beispiel")
