"""How long bare bulk inserts of a federation's rows take: reads them from one database, writes them to another."""

import os
import time

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "bench.settings"
django.setup()

from django.apps import apps
from django.db import models, transaction

from mittelnetz.operations.setup import prepare_database

ROOMS = ("people", "register", "bodies", "decisions", "reporting", "assessments", "offers")
BATCH = 2000


def main() -> None:
    """Print the number of rows and the seconds."""
    prepare_database()
    tables = [model for room in ROOMS for model in apps.get_app_config(room).get_models(include_auto_created=True)]
    rows = {model: list(model._default_manager.using("source").all()) for model in _parents_first(tables)}
    start = time.perf_counter()
    with transaction.atomic():
        for model, objects in rows.items():
            model._default_manager.bulk_create(_above_first(objects), batch_size=BATCH)
    print(sum(map(len, rows.values())), time.perf_counter() - start)


def _parents_first(tables: list[type[models.Model]]) -> list[type[models.Model]]:
    """The tables, each behind those that it refers to."""
    ordered: list[type[models.Model]] = []
    while waiting := [table for table in tables if table not in ordered]:
        ordered += [
            table
            for table in waiting
            if all(
                field.related_model in (*ordered, table) or field.related_model not in tables
                for field in table._meta.concrete_fields
                if field.related_model
            )
        ]
    return ordered


def _above_first(objects: list[models.Model]) -> list[models.Model]:
    """Organisations behind the one above them; other rows as they are."""
    waiting, ordered, known = objects, [], {None}
    while waiting:
        ready = [row for row in waiting if getattr(row, "parent_id", None) in known]
        known |= {row.pk for row in ready}
        ordered += ready
        waiting = [row for row in waiting if row.pk not in known]
    return ordered


if __name__ == "__main__":
    main()
