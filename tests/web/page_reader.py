"""A program that asks itself for each address it is told, and says what came, for the test with two processes."""

import json
import sys

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

import mittelnetz.config.settings as installation  # noqa: E402


def main() -> None:
    settings.MIDDLEWARE = installation.MIDDLEWARE
    client = Client(headers={"host": "localhost"})
    for line in sys.stdin:
        with CaptureQueriesContext(connection) as captured:
            answer = client.get(line.strip())
        sys.stdout.write(json.dumps([answer["ETag"], len(captured), answer.content.decode()]) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
