"""Invariants that Django's constraints cannot say alike on both databases.

A model names them in an attribute `guards`. They are (re)installed after every `migrate`, because SQLite
drops triggers when a table is rebuilt; `mittelnetz verify` checks that they are there.
A test that must empty tables lifts them first: see `tests/conftest.py`, fixture `committed_db`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Protocol, cast

from django.apps import apps
from django.db import connection, models


class Guard(Protocol):
    """Makes the database refuse what the model may never hold; refusals surface as IntegrityError."""

    def names(self, model: type[models.Model]) -> list[str]: ...
    def sqlite(self, model: type[models.Model]) -> list[str]: ...
    def postgresql(self, model: type[models.Model]) -> list[str]: ...


@dataclass(frozen=True)
class AppendOnly:
    """Rows are only added: no UPDATE, no DELETE, and on PostgreSQL no TRUNCATE.

    SQLite's INSERT OR REPLACE takes away the row that is in its way without asking the trigger on DELETE.
    """

    def names(self, model: type[models.Model]) -> list[str]:
        table = model._meta.db_table
        last = "replace" if connection.vendor == "sqlite" else "truncate"
        return [f"{table}_keeps_{verb}" for verb in ("update", "delete", last)]

    def sqlite(self, model: type[models.Model]) -> list[str]:
        table = model._meta.db_table
        unique = [field.column for field in model._meta.concrete_fields if field.unique]
        same = " OR ".join(f"{column} = NEW.{column}" for column in unique)
        events = {
            "update": f"UPDATE ON {table}",
            "delete": f"DELETE ON {table}",
            "replace": f"INSERT ON {table} WHEN EXISTS (SELECT 1 FROM {table} WHERE {same})",
        }
        return [
            f"CREATE TRIGGER {table}_keeps_{verb} BEFORE {event} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            for verb, event in events.items()
        ]

    def postgresql(self, model: type[models.Model]) -> list[str]:
        table = model._meta.db_table
        return [
            f"""CREATE OR REPLACE FUNCTION {table}_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN RAISE EXCEPTION '{table} is append-only' USING ERRCODE = 'integrity_constraint_violation';
            END $$""",
            *(
                f"CREATE TRIGGER {table}_keeps_{verb} BEFORE {verb.upper()} ON {table} "
                f"FOR EACH STATEMENT EXECUTE FUNCTION {table}_keeps()"
                for verb in ("update", "delete", "truncate")
            ),
        ]


@dataclass(frozen=True)
class NoOverlap:
    """Two periods of the same thing never overlap; `by` names the fields that say what "the same" is."""

    by: tuple[str, ...]

    def _columns(self, model: type[models.Model]) -> list[str]:
        return [_column(model, name) for name in self.by]

    def names(self, model: type[models.Model]) -> list[str]:
        table = model._meta.db_table
        if connection.vendor == "postgresql":
            return [f"{table}_no_overlap"]
        return [f"{table}_no_overlap_insert", f"{table}_no_overlap_update"]

    def sqlite(self, model: type[models.Model]) -> list[str]:
        table, key = model._meta.db_table, model._meta.pk.column
        same = " AND ".join(f"other.{column} = NEW.{column}" for column in self._columns(model))
        return [
            f"CREATE TRIGGER {table}_no_overlap_{verb} BEFORE {verb.upper()} ON {table} "
            f"WHEN EXISTS (SELECT 1 FROM {table} other WHERE {same} AND other.{key} IS NOT {own} "
            "AND (NEW.until IS NULL OR other.since IS NULL OR other.since < NEW.until) "
            "AND (other.until IS NULL OR NEW.since IS NULL OR NEW.since < other.until)) "
            f"BEGIN SELECT RAISE(ABORT, '{table}: periods of the same thing overlap'); END"
            for verb, own in (("insert", "NULL"), ("update", f"OLD.{key}"))
        ]

    def postgresql(self, model: type[models.Model]) -> list[str]:
        table = model._meta.db_table
        same = ", ".join(f"{column} WITH =" for column in self._columns(model))
        return [
            "CREATE EXTENSION IF NOT EXISTS btree_gist",
            (
                f"ALTER TABLE {table} ADD CONSTRAINT {table}_no_overlap "
                f"EXCLUDE USING gist ({same}, daterange(since, until, '[)') WITH &&)"
            ),
        ]


@dataclass(frozen=True)
class NoOwnAncestor:
    """Following `parent` from a row never leads back to it.

    On PostgreSQL a lock held to the end of the transaction keeps two sessions from closing a circle together;
    on SQLite there is one writer at a time.
    """

    parent: str = "parent"

    def names(self, model: type[models.Model]) -> list[str]:
        table = model._meta.db_table
        rows = [f"{table}_own_ancestor"]
        return rows if connection.vendor == "postgresql" else [f"{rows[0]}_insert", f"{rows[0]}_update"]

    def _circle(self, model: type[models.Model]) -> str:
        table, key = model._meta.db_table, model._meta.pk.column
        parent = _column(model, self.parent)
        return (
            f"NEW.{key} IN (WITH RECURSIVE above(k) AS (SELECT NEW.{parent} UNION "
            f"SELECT t.{parent} FROM {table} t JOIN above ON t.{key} = above.k) SELECT k FROM above)"
        )

    def sqlite(self, model: type[models.Model]) -> list[str]:
        table = model._meta.db_table
        parent = _column(model, self.parent)
        return [
            f"CREATE TRIGGER {table}_own_ancestor_{verb} AFTER {event} ON {table} "
            f"WHEN NEW.{parent} IS NOT NULL AND {self._circle(model)} "
            f"BEGIN SELECT RAISE(ABORT, '{table}: a row is its own ancestor'); END"
            for verb, event in (("insert", "INSERT"), ("update", f"UPDATE OF {parent}"))
        ]

    def postgresql(self, model: type[models.Model]) -> list[str]:
        table = model._meta.db_table
        parent = _column(model, self.parent)
        return [
            f"""CREATE OR REPLACE FUNCTION {table}_own_ancestor() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              PERFORM pg_advisory_xact_lock('{table}'::regclass::oid::bigint);
              IF {self._circle(model)} THEN
                RAISE EXCEPTION '{table}: a row is its own ancestor'
                USING ERRCODE = 'integrity_constraint_violation';
              END IF;
              RETURN NULL;
            END $$""",
            (
                f"CREATE TRIGGER {table}_own_ancestor AFTER INSERT OR UPDATE OF {parent} ON {table} "
                f"FOR EACH ROW WHEN (NEW.{parent} IS NOT NULL) EXECUTE FUNCTION {table}_own_ancestor()"
            ),
        ]


def _column(model: type[models.Model], field: str) -> str:
    return str(cast("models.Field[Any, Any]", model._meta.get_field(field)).column)


def _guarded() -> Iterator[tuple[type[models.Model], Guard]]:
    for model in apps.get_models():
        for guard in getattr(model, "guards", ()):
            yield model, guard


def install() -> None:
    """Put every missing guard in place."""
    present = _present()
    for model, guard in _guarded():
        if not present.issuperset(guard.names(model)):
            _remove(model, guard, present)
            statements = guard.postgresql(model) if connection.vendor == "postgresql" else guard.sqlite(model)
            with connection.cursor() as cursor:
                for statement in statements:
                    cursor.execute(statement)


def lift(*models_: type[models.Model]) -> None:
    """Take the guards of the models away, for tests that must empty their tables; `install` brings them back."""
    present = _present()
    for model, guard in _guarded():
        if model in models_:
            _remove(model, guard, present)


def missing() -> list[str]:
    """Names of the guards that should be in the database and are not."""
    present = _present()
    return [name for model, guard in _guarded() for name in guard.names(model) if name not in present]


def _remove(model: type[models.Model], guard: Guard, present: set[str]) -> None:
    table = model._meta.db_table
    with connection.cursor() as cursor:
        for name in present.intersection(guard.names(model)):
            if connection.vendor == "sqlite":
                cursor.execute(f"DROP TRIGGER {name}")
            elif isinstance(guard, NoOverlap):
                cursor.execute(f"ALTER TABLE {table} DROP CONSTRAINT {name}")
            else:
                cursor.execute(f"DROP TRIGGER {name} ON {table}")


def _present() -> set[str]:
    queries = {
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
        "postgresql": "SELECT conname::text FROM pg_constraint WHERE contype = 'x' UNION "
        "SELECT tgname::text FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'",
    }
    with connection.cursor() as cursor:
        cursor.execute(queries[connection.vendor])
        return {name for (name,) in cursor.fetchall()}
