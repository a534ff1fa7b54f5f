"""Transactions that read. Actions use `transaction.atomic`, which locks at once on SQLite (settings)."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db import connection, transaction

_is_reading: ContextVar[bool] = ContextVar("is_reading", default=False)


def is_reading() -> bool:
    """Whether everything read now is one consistent view of what has been committed."""
    return _is_reading.get()


@contextmanager
def reading() -> Iterator[None]:
    """One consistent view of the database for everything inside; blocks nobody and refuses to write.

    Inside another transaction it changes nothing.
    """
    if connection.in_atomic_block:
        yield
        return
    before = _is_reading.set(True)
    try:
        with _transaction():
            yield
    finally:
        _is_reading.reset(before)


@contextmanager
def _transaction() -> Iterator[None]:
    if connection.vendor == "postgresql":
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield
    else:
        sqlite: Any = connection  # the stubs do not know its transaction_mode
        sqlite.ensure_connection()  # connecting sets the mode, so first connect
        mode, sqlite.transaction_mode = sqlite.transaction_mode, "DEFERRED"
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA query_only = ON")
            try:
                with transaction.atomic():
                    yield
            finally:
                sqlite.transaction_mode = mode
                cursor.execute("PRAGMA query_only = OFF")
