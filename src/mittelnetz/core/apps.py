"""Prepares the database after every `migrate`."""

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate


def _prepare_database(**_: Any) -> None:
    from django.core.management import call_command

    from mittelnetz.core import guards, journal  # models are loaded only now

    call_command("createcachetable", verbosity=0)
    guards.install()
    journal.begin()


class CoreConfig(AppConfig):
    """The kernel. `post_migrate` is sent for each app with models; at the last one all tables exist."""

    name = "mittelnetz.core"

    def ready(self) -> None:
        from django.apps import apps

        last = [config for config in apps.get_app_configs() if config.models_module][-1]
        post_migrate.connect(_prepare_database, sender=last, dispatch_uid="mittelnetz.prepare_database")
