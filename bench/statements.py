"""How many SQL statements each address costs; prints the most that one address of a kind takes, as JSON."""

import json
import os
import sys

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "bench.settings"
django.setup()

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from mittelnetz.operations.setup import gather_static_files


def main() -> None:
    gather_static_files()
    client = Client(headers={"host": "127.0.0.1"})
    most = {}
    for name, paths in json.load(sys.stdin).items():
        counts = []
        for path in paths[:30]:
            with CaptureQueriesContext(connection) as captured:
                client.get(path)
            # Beginning and ending the read transaction asks the database nothing.
            counts.append(sum(query["sql"].startswith(("SELECT", "WITH")) for query in captured.captured_queries))
        most[name] = max(counts)
    json.dump(most, sys.stdout)


if __name__ == "__main__":
    main()
