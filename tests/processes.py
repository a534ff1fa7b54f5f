"""Programs that share the test's database; the test must have asked for `committed_db`."""

import os
import subprocess
import sys

from django.conf import settings as test_settings
from django.db import connection


def start_program(module: str, *arguments: str, settings: str = "mittelnetz.config.settings") -> subprocess.Popen[str]:
    """A process that is spoken to through its standard input and output."""
    command = [sys.executable, "-m", module, *arguments]
    environment = environment_of_programs(settings)
    return subprocess.Popen(command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def environment_of_programs(settings: str) -> dict[str, str]:
    """The test's database and secret, so that its sessions are theirs, too."""
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": settings,
        "MITTELNETZ_DATABASE_URL": _address_of_test_database(),
        "MITTELNETZ_SECRET_KEY": test_settings.SECRET_KEY,
    }


def _address_of_test_database() -> str:
    database = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{database['NAME']}"
    server = f"{database['USER']}:{database['PASSWORD']}@{database['HOST']}:{database['PORT']}"
    return f"postgres://{server if database['HOST'] else ''}/{database['NAME']}"
