"""Rows nested in rows: what belongs to a record comes with it in the same statement, as a list of dicts."""

from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import F, JSONField, Model, QuerySet, Subquery
from django.db.models.functions import JSONObject
from django.db.models.sql.compiler import SQLCompiler


class NestedRows(Subquery):
    """The rows of a queryset that refers to the outer row by `OuterRef`; days come as ISO text.

    `fields` name what each dict holds, as in `NestedRows(statuses, status="status", name="network__name")`.
    The order is the database's own; sort in Python where it matters.
    """

    def __init__(self, rows: "QuerySet[Model]", **fields: str) -> None:
        super().__init__(rows.order_by().values(nested_row=JSONObject(**fields)), output_field=JSONField())

    def as_sqlite(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **context: Any) -> Any:
        template = "(SELECT JSON_GROUP_ARRAY(JSON(nested_row)) FROM (%(subquery)s) AS nested)"
        return self.as_sql(compiler, connection, template=template, **context)

    def as_postgresql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **context: Any) -> Any:
        template = "(SELECT COALESCE(JSONB_AGG(nested_row), '[]') FROM (%(subquery)s) AS nested)"
        return self.as_sql(compiler, connection, template=template, **context)


class NestedValues(NestedRows):
    """The same of one field: a list of its values, which are texts."""

    def __init__(self, rows: "QuerySet[Model]", field: str) -> None:
        Subquery.__init__(self, rows.order_by().values(nested_row=F(field)), output_field=JSONField())

    def as_sqlite(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **context: Any) -> Any:
        template = "(SELECT JSON_GROUP_ARRAY(nested_row) FROM (%(subquery)s) AS nested)"
        return self.as_sql(compiler, connection, template=template, **context)
