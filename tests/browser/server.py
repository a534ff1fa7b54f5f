"""Serves the small federation of the pages' tests as an installation does: `python -m tests.browser.server PORT`.

With `works` after the port, a worker stands beside it, so that mails are written.
"""

import sys
from datetime import UTC, datetime

from django.db import transaction

from mittelnetz.cli import commands
from mittelnetz.core import journal
from mittelnetz.exchange.events import FEDERATION_IMPORTED
from mittelnetz.operations import setup
from mittelnetz.people.models import Account
from tests.factories import ACTOR
from tests.web.conftest import STAFF, make_federation

PASSWORD = "ein langer Satz als Passwort"

if __name__ == "__main__":
    setup.prepare_database()
    make_federation()
    staff = Account.objects.get(email=STAFF)
    staff.set_password(PASSWORD)
    staff.save()
    with transaction.atomic():  # as the demo leaves it, so that one can be somebody with one click
        journal.record(FEDERATION_IMPORTED, subject="federation/file", actor=ACTOR, at=datetime(2026, 1, 1, tzinfo=UTC))
    serve = commands.serving.serve if "works" in sys.argv else commands.serving.web
    serve(host="127.0.0.1", port=int(sys.argv[1]))
