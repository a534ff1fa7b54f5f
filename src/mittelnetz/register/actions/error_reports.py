"""Mistakes that visitors point out, for the office."""

from datetime import datetime

from django.db import transaction

from mittelnetz.core import journal
from mittelnetz.core.throttle import count_attempt
from mittelnetz.people.actors import Actor
from mittelnetz.register import events
from mittelnetz.register.models import ErrorReport

A_DAY_FROM_ONE, A_DAY_FROM_ALL = 5, 200


@transaction.atomic
def report_error(*, page: str, text: str, email: str, sender: str, actor: Actor, at: datetime) -> ErrorReport:
    """Keep what somebody says is wrong with a page. Raises TooMany beyond the limits of a day."""
    count_attempt("error-report", sender=sender, of_one=A_DAY_FROM_ONE, of_all=A_DAY_FROM_ALL, at=at)
    report = ErrorReport.objects.create(page=page, text=text, email=email, received_at=at)
    journal.record(
        events.ERROR_REPORTED,
        subject=f"error_reports/{report.pk}",
        actor=actor,
        at=at,
        changes={"page": page},
        personal={"text": text, "email": email},
    )
    return report
