"""How many SQL statements each address costs; prints the most that one address of a kind takes, as JSON.

An address may have a cookie, as for `addresses.lua`.
"""

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
    for name, lines in json.load(sys.stdin).items():
        counts = []
        for line in lines[:30]:
            path, _, cookie = line.partition("\t\t\t")
            with CaptureQueriesContext(connection) as captured:
                status = client.get(path, headers={"cookie": cookie}).status_code
            if status != 200:
                raise RuntimeError(f"{path} answers {status}")
            # Beginning and ending the read transaction asks the database nothing.
            counts.append(sum(query["sql"].startswith(("SELECT", "WITH")) for query in captured.captured_queries))
        most[name] = max(counts)
    json.dump(most, sys.stdout)


if __name__ == "__main__":
    main()
