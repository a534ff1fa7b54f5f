"""What all tests share.

Databases: a test that asks for `db` (or is marked `django_db`) runs in a transaction that is rolled back. One that
needs real commits asks for `committed_db`: afterwards every table is emptied but those of the regions, which such a
test must therefore leave as they are. To empty the journal its append-only guard is lifted for that moment; this is
the only place that does so.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from hypothesis import HealthCheck, settings

from mittelnetz.core import guards, remembered
from mittelnetz.core.models import Entry
from mittelnetz.people.actors import Actor
from mittelnetz.regions.loading import load_regions

# The same examples in every run, on every machine. Fixtures of the database are shared by all examples of a test,
# so these use `rolled_back`.
settings.register_profile(
    "deterministic",
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
settings.load_profile("deterministic")


@pytest.fixture(autouse=True)
def _german() -> Iterator[None]:
    """An English page leaves its thread speaking English."""
    with translation.override("de"):
        yield


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker) -> None:
    """Load the regions' reference data once per test database."""
    with django_db_blocker.unblock():
        # Django asks SQLite for this once per process; a test that counts statements should not see it.
        assert connection.features.supports_json_field
        load_regions()


@pytest.fixture
def _django_db_helper(monkeypatch, _django_db_helper) -> Iterator[None]:
    """Wrap pytest-django's own, through which every way to a database leads (`live_server`, too)."""
    yield
    if not connection.in_atomic_block:
        remembered._worked_out.cache_clear()  # the next test begins with the first revision again
        guards.lift(Entry)  # emptying ends with the signal of `migrate`, which brings guards and journal head back
        names = connection.introspection.django_table_names
        monkeypatch.setattr(
            connection.introspection,
            "django_table_names",
            lambda **options: [name for name in names(**options) if not name.startswith("regions_")],
        )


@pytest.fixture
def committed_db(transactional_db) -> None:
    """A database in which commits are real; see above."""


@pytest.fixture
def rolled_back(db) -> Callable[[], AbstractContextManager[None]]:
    """`with rolled_back():` for one example of a property test; nothing of it stays."""

    @contextmanager
    def roll_back() -> Iterator[None]:
        with transaction.atomic():
            yield
            transaction.set_rollback(True)

    return roll_back


@pytest.fixture
def count_queries(db) -> Callable[[Callable[[], object]], int]:
    """The number of SQL statements of a call, to compare one row with thirty."""

    def count(call: Callable[[], object]) -> int:
        with CaptureQueriesContext(connection) as captured:
            call()
        return len(captured)

    return count


@pytest.fixture
def actor() -> Actor:
    return Actor("system/test")


@pytest.fixture
def at() -> datetime:
    return datetime(2026, 6, 15, 10, 30, tzinfo=UTC)
