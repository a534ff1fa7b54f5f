"""What comes out goes in again, byte for byte; and a file broken in any one place does not."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mittelnetz.exchange.errors import FileRefusedError, pointer
from mittelnetz.exchange.exporting import export_federation
from mittelnetz.exchange.schema import schema
from mittelnetz.exchange.writing import Counts
from tests.exchange.files import FULL, full, load
from tests.exchange.made import federations


def export() -> bytes:
    return b"".join(export_federation())


@settings(max_examples=40)
@given(document=federations())
def test_export_import_export_gives_the_same_bytes(document, rolled_back):
    with rolled_back():
        load(document)
        first = export()
        assert all(count == Counts() for count in load(document).counts.values())
        assert all(count == Counts() for count in load(first).counts.values())
    with rolled_back():
        load(first)
        assert export() == first


@settings(max_examples=20)
@given(one=federations(), other=federations())
def test_one_file_after_another_leaves_the_records_of_the_other_as_it_says(one, other, rolled_back):
    """Whatever was there before: the records that a file names are afterwards what they are in an empty database."""
    with rolled_back():
        load(other)
        alone = json.loads(export())
    with rolled_back():
        load(one)
        load(other)
        both = json.loads(export())
    for list_ in set(alone) - {"format"}:
        named = {record["id"] for record in alone[list_]}
        assert [record for record in both[list_] if record["id"] in named] == alone[list_]


def test_the_same_records_in_another_order_give_the_same_bytes(db):
    load(full())
    first = export()
    document = full()
    for records in document.values():
        if isinstance(records, list):
            records.reverse()
    document["networks"][1]["partners"].reverse()
    assert not any(count.changed for count in load(document).counts.values())
    assert export() == first


def test_an_empty_federation_has_all_lists(db):
    assert list(json.loads(export())) == list(schema()["properties"])


def places(value: Any, at: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    yield at
    if isinstance(value, dict | list):
        for step in value if isinstance(value, dict) else range(len(value)):
            yield from places(value[step], (*at, step))


DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
REFERRED_TO = {record["id"] for records in FULL.values() if isinstance(records, list) for record in records}


@pytest.fixture
def filled(db) -> bytes:
    load(full())
    return export()


@settings(max_examples=150)
@given(data=st.data())
def test_a_file_broken_in_any_one_place_is_refused_there(data, filled):
    place = data.draw(st.sampled_from(list(places(FULL))[1:]))
    document = full()
    holder: Any = document
    for step in place[:-1]:
        holder = holder[step]
    value = holder[place[-1]]
    kind = data.draw(st.sampled_from(["wrong type", "unknown key", "impossible text", "in itself right"]))
    if kind == "unknown key" and isinstance(value, dict):
        value["unknown key"] = 1
        place = (*place, "unknown key")
    elif kind == "in itself right" and isinstance(value, str) and DAY.match(value) and place[-1] != "version":
        holder[place[-1]] = f"2026-02-30{value[10:]}"
    elif kind == "in itself right" and isinstance(value, str) and value in REFERRED_TO and place[-1] != "id":
        holder[place[-1]] = "99999"  # could be an id or a key, but is none
    elif kind == "impossible text" and isinstance(value, str):
        holder[place[-1]] = "\0"
    else:
        holder[place[-1]] = 1.5 if isinstance(value, dict | list | str) else {"a": []}
    with pytest.raises(FileRefusedError) as caught:
        load(document)
    assert pointer(place) in [error.pointer for error in caught.value.errors]
    assert export() == filled
