"""A worker as a process of its own, at a time that the test names: `worker_program MOMENT`.

So a test need not wait for the end of a lease. The program ends when it is killed, or when no mail is open any more.
"""

import sys
from datetime import datetime

import django

django.setup()

from mittelnetz.notifications.models import Message  # noqa: E402
from mittelnetz.notifications.words import OPEN  # noqa: E402
from mittelnetz.operations.working import work  # noqa: E402


def main(moment: datetime) -> None:
    work(
        clock=lambda: moment,
        goes_on=lambda: True,
        pause=lambda _seconds: None if Message.objects.filter(state__in=OPEN).exists() else sys.exit(),
    )


if __name__ == "__main__":
    main(datetime.fromisoformat(sys.argv[1]))
