"""The schema, the declarations and the tables say the same."""

from collections.abc import Iterator
from typing import Any

import jsonschema_rs
import pytest
from django.db.models import CharField

from mittelnetz.exchange.records import RECORDS
from mittelnetz.exchange.records.declaration import Field, Rows
from mittelnetz.exchange.schema import FORMAT, schema
from tests.exchange.files import FULL

SCHEMA = schema()


def resolved(part: dict[str, Any]) -> dict[str, Any]:
    found: Any = SCHEMA
    if "$ref" not in part:
        return part
    for step in part["$ref"].removeprefix("#/").split("/"):
        found = found[step]
    return found


def lists(rows: tuple[Rows, ...], properties: dict[str, Any]) -> Iterator[tuple[Rows, dict[str, Any]]]:
    """Each declared list with the schema of one of its items."""
    for declared in rows:
        whole = resolved(properties[declared.key])
        item = resolved(whole["items"]) if "items" in whole else resolved(whole["properties"]["QK1"])
        yield declared, item
        yield from lists(declared.rows, item.get("properties", {}))


LISTS = list(lists(RECORDS, SCHEMA["properties"]))
OF_RECORDS = pytest.mark.parametrize(("rows", "item"), LISTS, ids=[rows.key for rows, _ in LISTS])


def test_the_schema_is_one_and_the_full_file_is_right_by_it():
    jsonschema_rs.meta.validate(SCHEMA)
    jsonschema_rs.Draft202012Validator(SCHEMA).validate(FULL)
    assert list(SCHEMA["properties"]) == ["format", *(rows.key for rows in RECORDS)]
    assert SCHEMA["properties"]["format"] == {"const": FORMAT}


def test_the_full_file_uses_every_key():
    def unused(rows: Rows, holders: list[Any]) -> Iterator[tuple[str, str]]:
        item = next(item for declared, item in LISTS if declared is rows)
        found = [holder[rows.key] for holder in holders if rows.key in holder]
        items = [one for some in found for one in (some.values() if isinstance(some, dict) else some)]
        used = {key for one in items if isinstance(one, dict) for key in one}
        yield from ((rows.key, key) for key in set(item.get("properties", {})) - used)
        for inner in rows.rows:
            yield from unused(inner, items)

    assert [fault for rows in RECORDS for fault in unused(rows, [FULL])] == []


@OF_RECORDS
def test_keys_are_declared_in_the_order_of_the_schema(rows, item):
    if rows.is_set:
        return
    declared: list[str] = []
    for part in rows.content:
        key = str(part.place[0]) if isinstance(part, Field) else part.key
        if key != rows.keyed_by and key not in declared:
            declared.append(key)
    assert declared == list(item["properties"])
    assert item["additionalProperties"] is False


@OF_RECORDS
def test_texts_fit_their_columns_and_words_are_those_of_the_tables(rows, item):
    for field in rows.fields:
        column = rows.model._meta.get_field(field.column)
        asked = item if rows.is_set else resolved(item.get("properties", {}).get(str(field.place[0]), {}))
        if "enum" in asked and column.choices:
            words = [word for word, _ in column.choices]
            assert [word for word in asked["enum"] if word is not None] == words, field.key
        elif isinstance(column, CharField) and "string" in asked.get("type", ()) and "pattern" not in asked:
            assert asked["maxLength"] == column.max_length, field.key
