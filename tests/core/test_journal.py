"""The journal keeps what was done, in order, and shows when somebody changed it."""

import json
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from mittelnetz.core import guards, journal
from mittelnetz.core.journal import Event
from mittelnetz.core.models import Entry, Head, PersonalPart, SettingValue

pytestmark = pytest.mark.django_db

TOLD = Event("test.told", is_public=True)
KEPT = Event("test.kept", is_public=False)


@pytest.fixture
def three_entries(actor, at) -> list[Entry]:
    return [
        journal.record(KEPT, subject=f"things/{number}", actor=actor, at=at, changes={"number": number})
        for number in (1, 2, 3)
    ]


def test_entries_are_numbered_and_chained(three_entries):
    first, second, third = three_entries
    assert [first.number, second.number, third.number] == [1, 2, 3]
    assert [first.previous_hash, second.previous_hash, third.previous_hash] == ["0" * 64, first.hash, second.hash]
    assert journal.verify() == journal.Verification(count=3, head=third.hash, problems=[])


def test_an_empty_journal_is_whole():
    assert journal.verify() == journal.Verification(count=0, head="0" * 64, problems=[])


def test_an_entry_says_who_for_whom_when_and_what(actor, at):
    journal.record(KEPT, subject="things/1", actor=actor, at=at, changes={"b": [1, None], "a": "Köln"})
    entry = Entry.objects.get()
    assert (entry.verb, entry.subject, entry.actor, entry.on_behalf_of) == ("test.kept", "things/1", "system/test", "")
    assert entry.at == at
    assert entry.changes == '{"a":"Köln","b":[1,null]}'


def test_a_moment_of_another_time_zone_is_the_same_moment(actor):
    summer_in_berlin = timezone(timedelta(hours=2))
    journal.record(KEPT, subject="x/1", actor=actor, at=datetime(2026, 7, 1, 1, 0, tzinfo=summer_in_berlin))
    assert Entry.objects.get().at == datetime(2026, 6, 30, 23, 0, tzinfo=UTC)
    assert journal.verify().problems == []


json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("aäß ", max_size=3), inner, max_size=3),
    max_leaves=6,
)


@given(values=st.lists(st.dictionaries(st.text("abc", max_size=2), json_values, max_size=3), max_size=5))
def test_whatever_was_changed_the_chain_is_whole(values, rolled_back, actor, at):
    with rolled_back():
        for changes in values:
            journal.record(KEPT, subject="x/1", actor=actor, at=at, changes=changes, personal={"name": changes})
        verification = journal.verify()
        assert (verification.count, verification.problems) == (len(values), [])


@pytest.mark.parametrize("value", [0.5, {"a": [1, {"b": 0.5}]}, {"a": (0.5,)}])
def test_floats_are_refused(value):
    with pytest.raises(TypeError):
        journal.canonical(value)


def test_decimals_are_refused_too():
    with pytest.raises(TypeError):
        journal.canonical({"amount": Decimal("0.5")})


@given(value=json_values)
def test_canonical_json_says_the_same_and_does_not_depend_on_order(value):
    text = journal.canonical(value)
    assert json.loads(text) == value
    assert journal.canonical(json.loads(text, object_pairs_hook=lambda pairs: dict(reversed(pairs)))) == text


def test_only_public_events_raise_the_public_revision(actor, at):
    before = journal.public_revision()
    journal.record(KEPT, subject="x/1", actor=actor, at=at)
    assert journal.public_revision() == before
    journal.record(TOLD, subject="x/1", actor=actor, at=at)
    assert journal.public_revision() == before + 1


def test_an_entry_outside_of_a_transaction_is_refused(committed_db, actor, at):
    with pytest.raises(RuntimeError):
        journal.record(KEPT, subject="x/1", actor=actor, at=at)


def test_an_action_that_fails_leaves_no_entry(committed_db, actor, at):
    @transaction.atomic
    def fail_at_the_end() -> None:
        journal.record(TOLD, subject="x/1", actor=actor, at=at)
        raise LookupError

    with pytest.raises(LookupError):
        fail_at_the_end()
    assert journal.verify() == journal.Verification(count=0, head="0" * 64, problems=[])
    assert journal.public_revision() == 0


def test_a_preview_leaves_neither_change_nor_entry(committed_db, actor, at):
    """Nor does it hold the head of the chain, for which all others would wait."""
    with journal.preview():
        SettingValue.objects.create(key="example_data", value=True)
        with CaptureQueriesContext(connection) as statements:
            journal.record(TOLD, subject="x/1", actor=actor, at=at)
        assert SettingValue.objects.exists()
        assert len(statements) == 0
    assert not SettingValue.objects.exists()
    with transaction.atomic():
        journal.record(TOLD, subject="x/1", actor=actor, at=at)
    assert Entry.objects.count() == journal.public_revision() == 1


def test_a_preview_that_fails_is_over(committed_db, actor, at):
    with pytest.raises(LookupError), journal.preview():
        raise LookupError
    with transaction.atomic():
        journal.record(TOLD, subject="x/1", actor=actor, at=at)
    assert Entry.objects.exists()


class TestPersonalPart:
    @pytest.fixture
    def entry(self, actor, at) -> Entry:
        entry = journal.record(KEPT, subject="people/1", actor=actor, at=at, personal={"name": "Erika Muster"})
        journal.record(KEPT, subject="people/1", actor=actor, at=at)
        return entry

    def test_stands_apart_from_the_hashed_part(self, entry):
        assert entry.personal_part.content == '{"name":"Erika Muster"}'
        assert "Erika" not in str(Entry.objects.filter(number=entry.number).values().get())

    def test_the_commitment_does_not_tell_the_content(self, entry, actor, at):
        again = journal.record(KEPT, subject="people/1", actor=actor, at=at, personal={"name": "Erika Muster"})
        assert again.commitment != entry.commitment

    def test_can_be_erased_and_the_chain_stays_whole(self, entry):
        PersonalPart.objects.all().delete()
        assert journal.verify().problems == []

    def test_cannot_be_changed_unseen(self, entry):
        PersonalPart.objects.update(content='{"name":"Max Muster"}')
        assert journal.verify().problems == ["entry 1: its personal part does not match its commitment"]


@pytest.mark.parametrize(
    "forge",
    [
        lambda entries: entries.update(subject="things/9"),
        lambda entries: entries.delete(),
        lambda entries: connection.cursor().execute("UPDATE core_entry SET verb = 'x'"),
    ],
    ids=["update", "delete", "sql"],
)
def test_the_database_refuses_to_change_entries(three_entries, forge):
    with pytest.raises(IntegrityError), transaction.atomic():
        forge(Entry.objects.filter(number__gte=1))
    assert journal.verify().count == 3


@pytest.mark.parametrize("column", ["number", "hash"])
def test_sqlite_refuses_to_replace_entries(three_entries, column):
    forged = {"number": "9", "hash": "'9'", "subject": "'things/9'"}
    del forged[column]
    values = ", ".join(forged.get(field.column, field.column) for field in Entry._meta.concrete_fields)
    if connection.vendor == "sqlite":
        with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
            connection.cursor().execute(f"REPLACE INTO core_entry SELECT {values} FROM core_entry WHERE number = 2")
    assert journal.verify().problems == []


def test_postgresql_refuses_to_truncate_entries(three_entries):
    if connection.vendor == "postgresql":
        with pytest.raises(IntegrityError), transaction.atomic():
            connection.cursor().execute("TRUNCATE core_entry CASCADE")
    assert journal.verify().count == 3


class TestVerifyNamesTheFirstBrokenEntry:
    """Somebody who may do everything in the database lifts the guards, forges, and puts them back."""

    @pytest.fixture(autouse=True)
    def _forger(self, three_entries):
        guards.lift(Entry)

    def found(self) -> list[str]:
        guards.install()
        return journal.verify().problems

    @pytest.mark.parametrize(
        ("field", "value"),
        [
            ("at", datetime(2020, 1, 1, tzinfo=UTC)),
            ("verb", "test.other"),
            ("subject", "things/9"),
            ("actor", "people/9"),
            ("on_behalf_of", "people/9"),
            ("changes", '{"number":9}'),
            ("commitment", "9" * 64),
            ("hash_version", 9),
        ],
    )
    def test_changed(self, field, value):
        Entry.objects.filter(number=2).update(**{field: value})
        assert self.found() == ["entry 2: its content does not match its hash"]

    def test_changed_and_hashed_again(self):
        entry = Entry.objects.get(number=2)
        entry.subject = "things/9"
        Entry.objects.filter(number=2).update(subject=entry.subject, hash=journal.hash_of(entry))
        assert self.found() == ["entry 3: does not follow the entry before it"]

    def test_removed(self):
        Entry.objects.filter(number=2).delete()
        assert self.found() == ["entry 3: entry 2 is missing before it"]

    def test_last_removed(self):
        Entry.objects.filter(number=3).delete()
        assert self.found() == ["the head names entry 3, but the chain ends at entry 2"]

    def test_head_moved(self):
        Head.objects.update(hash="9" * 64)
        assert self.found() == ["the head names entry 3, but the chain ends at entry 3"]

    def test_head_removed(self):
        Head.objects.all().delete()
        assert self.found() == ["the head, which names the last entry, is missing; the chain ends at entry 3"]


def test_verify_reports_a_missing_guard():
    guards.lift(Entry)
    problems = journal.verify().problems
    assert problems[0] == "guard core_entry_keeps_update is missing in the database; run `mittelnetz migrate`"
    guards.install()
    assert journal.verify().problems == []
