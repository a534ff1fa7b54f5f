"""Mistakes that visitors point out, for the office."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from mittelnetz.core import journal
from mittelnetz.core.refusals import Refused
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


@transaction.atomic
def settle_error_report(*, report: ErrorReport, actor: Actor, at: datetime) -> ErrorReport:
    """The office has dealt with it. Raises Refused where somebody has done so already."""
    report = ErrorReport.objects.select_for_update().get(pk=report.pk)
    if report.settled_at is not None:
        raise Refused(_("Um diese Meldung hat sich schon jemand gekümmert. Bitte nehmen Sie die nächste."))
    report.settled_at = at
    report.save(update_fields=["settled_at"])
    journal.record(events.ERROR_SETTLED, subject=f"error_reports/{report.pk}", actor=actor, at=at)
    return report
