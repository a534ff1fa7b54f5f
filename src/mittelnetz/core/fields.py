"""Fields that behave alike on both databases."""

from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.expressions import Combinable

if TYPE_CHECKING:
    Text = models.CharField[str | Combinable | None, str]  # None: for foreign keys to it that may be empty
else:
    Text = models.CharField


class CodeField(Text):
    """Text for machines (keys, slugs, code words), compared and sorted by its bytes on every database.

    SQLite does so anyway; PostgreSQL needs the collation "C", else order and prefix search follow a language.
    """

    def db_parameters(self, connection: BaseDatabaseWrapper) -> dict[str, Any]:
        parameters = super().db_parameters(connection)
        if connection.vendor == "postgresql":
            parameters["collation"] = "C"
        return parameters


class SlugKeyField(CodeField):
    """The `id` of a top-level record of the federation file: a slug, unique in its list, kept for ever."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"primary_key": True, "max_length": 80, **options})
