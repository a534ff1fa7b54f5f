"""Querysets whose SQL is built once per process, for pages where building it takes longer than running it."""

import json
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import Any, Generic, TypeVar

from django.db import connection
from django.db.models import JSONField, Model, QuerySet

Row = TypeVar("Row", bound=Model)
Value = date | str | int


class Prepared(Generic[Row]):
    """A queryset of one model with annotations, made by `build` from values that differ from call to call.

    `kinds` names these values with their types. What `build` does must not depend on them, and it must not join
    with `select_related`: columns are told apart by their names alone.
    """

    def __init__(self, model: type[Row], build: Callable[..., "QuerySet[Row, Any]"], **kinds: type[Value]) -> None:
        self._model = model
        self._build = build
        self._placeholders = {name: _placeholder(kind, number) for number, (name, kind) in enumerate(kinds.items(), 1)}
        self._prepare = cache(self._prepared_for)

    def __call__(self, **values: Value) -> list[Row]:
        """The rows for these values, in one statement."""
        sql, parameters, nested = self._for(values)
        rows = list(self._model._default_manager.raw(sql, parameters))
        for row in rows:
            for name in nested:
                setattr(row, name, json.loads(getattr(row, name)))
        return rows

    def tuples(self, **values: Value) -> list[tuple[Any, ...]]:
        """The same as plain tuples, for a `values_list` of many rows. What is nested comes as the text of its JSON."""
        sql, parameters, _nested = self._for(values)
        with connection.cursor() as cursor:
            cursor.execute(sql, parameters)
            return list(cursor.fetchall())

    def _for(self, values: Mapping[str, Value]) -> tuple[str, list[Any], list[str]]:
        """The statement, its parameters for these values, and the names of what is nested."""
        sql, parameters, nested = self._prepare(connection.vendor)
        given = {_adapted(self._placeholders[name]): _adapted(value) for name, value in values.items()}
        return sql, [given.get(parameter, parameter) for parameter in parameters], nested

    def _prepared_for(self, _vendor: str) -> tuple[str, tuple[Any, ...], list[str]]:
        query = self._build(**self._placeholders).query
        sql, parameters = query.sql_with_params()
        nested = [name for name, column in query.annotations.items() if isinstance(column.output_field, JSONField)]
        return sql, parameters, nested


def _placeholder(kind: type[Value], number: int) -> Value:
    """A value that no statement has of itself."""
    if kind is date:
        return date(1, 1, number)
    return -number if kind is int else f"placeholder {number}"


def _adapted(value: Value) -> Any:
    return connection.ops.adapt_datefield_value(value) if isinstance(value, date) else value
