"""Programs that share the test's database; the test must have asked for `committed_db`."""

import os
import subprocess
import sys

from django.db import connection


def start_program(module: str, *arguments: str, settings: str = "mittelnetz.config.settings") -> subprocess.Popen[str]:
    """A process that is spoken to through its standard input and output."""
    command = [sys.executable, "-m", module, *arguments]
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": settings,
        "MITTELNETZ_DATABASE_URL": _address_of_test_database(),
    }
    return subprocess.Popen(command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def _address_of_test_database() -> str:
    database = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{database['NAME']}"
    server = f"{database['USER']}:{database['PASSWORD']}@{database['HOST']}:{database['PORT']}"
    return f"postgres://{server if database['HOST'] else ''}/{database['NAME']}"
