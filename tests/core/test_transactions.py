"""Reading sees one state of the database, blocks nobody, and cannot write."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import DatabaseError, connection, transaction

from mittelnetz.core.transactions import reading
from mittelnetz.people.models import Person


def in_another_session(call):
    """What the call returns, on a database connection of its own that is closed afterwards."""

    def run():
        try:
            return call()
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=1) as pool:
        return pool.submit(run).result(timeout=60)


def add_person(name: str) -> None:
    Person.objects.create(id=name, name=name)


def names() -> list[str]:
    return list(Person.objects.order_by("id").values_list("id", flat=True))


def test_reading_refuses_to_write(committed_db):
    with pytest.raises(DatabaseError), reading():
        add_person("erika")
    assert names() == []


def test_reading_sees_one_state_while_others_write(committed_db):
    add_person("erika")
    with reading():
        before = names()
        in_another_session(lambda: add_person("max"))
        assert names() == before == ["erika"]
    assert names() == ["erika", "max"]


@pytest.mark.parametrize("is_connected", [True, False])
def test_writing_works_as_before_after_reading(committed_db, is_connected):
    if not is_connected:
        connection.close()
    with reading():
        names()
    add_person("erika")
    with transaction.atomic():
        add_person("max")
        if connection.vendor == "sqlite":
            assert connection.transaction_mode == "IMMEDIATE"
    assert names() == ["erika", "max"]


def test_writing_works_as_before_after_reading_failed(committed_db):
    with pytest.raises(LookupError), reading():
        raise LookupError
    add_person("erika")
    assert names() == ["erika"]


def test_reading_inside_an_action_sees_and_lets_write(db):
    add_person("erika")
    with reading():
        assert names() == ["erika"]
        add_person("max")
    assert names() == ["erika", "max"]
