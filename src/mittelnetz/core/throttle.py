"""Limits for forms that need no account. Who sends is known by a keyed sum only, and forgotten after a day."""

from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from mittelnetz.core.models import Attempt
from mittelnetz.core.refusals import Refused

PERIOD = timedelta(days=1)


class TooMany(Refused):
    """Too often in a day, by one sender or by all together."""


def count_attempt(form: str, *, sender: str, of_one: int, of_all: int, at: datetime) -> None:
    """Count one more, as part of the action that it leads to; raises TooMany beyond a limit per day."""
    Attempt.objects.filter(at__lte=at - PERIOD).delete()
    attempts = Attempt.objects.filter(form=form)
    if attempts.filter(sender=sender).count() >= of_one:
        raise TooMany(_("Von Ihrem Anschluss kam heute schon viel. Bitte versuchen Sie es morgen noch einmal."))
    if attempts.count() >= of_all:
        raise TooMany(_("Heute kam schon sehr viel über dieses Formular. Bitte versuchen Sie es morgen noch einmal."))
    Attempt.objects.create(form=form, sender=sender, at=at)
